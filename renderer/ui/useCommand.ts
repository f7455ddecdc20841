import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Result } from '../../domain/result.ts';
import { type Commanded, createCommanding } from '../stores/commanding.ts';

export interface Command<I, T> extends Commanded {
  busy: boolean;
  done: boolean;
  /** Sends once; answers the value, or undefined when refused, busy or already done. */
  run(input: I): Promise<T | undefined>;
  /** Begins a new form: new command id, errors gone. */
  renew(): void;
}

/**
 * A command of one form: `useCommand((commandId, input) => desk.handling.accept({ commandId, ...input }))`.
 * Refusals become sentences at their fields (`errors`) or at the form (`error`).
 */
export function useCommand<I, T>(
  send: (commandId: string, input: I) => Promise<Result<T, string>>,
  fieldOf?: (field: string) => string,
): Command<I, T> {
  const latest = useRef(send);
  latest.current = send;
  const [commanding] = useState(() =>
    createCommanding<I, T>((id, input) => latest.current(id, input), fieldOf),
  );
  const state = useStore(commanding.store);
  return {
    ...state,
    busy: state.status === 'busy',
    done: state.status === 'done',
    run: commanding.run,
    renew: commanding.renew,
  };
}
