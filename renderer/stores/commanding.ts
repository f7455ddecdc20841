import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Refusal, Result } from '../../domain/result.ts';
import { refusalSentence } from '../text/refusals.ts';

/** Where a form stands. `errors` are sentences by field name, `error` has no field of its own. */
export interface Commanded {
  status: 'idle' | 'busy' | 'done';
  errors: Record<string, string>;
  error: string | undefined;
  refusal: Refusal<string> | undefined;
}

export interface Commanding<I, T> {
  store: StoreApi<Commanded>;
  /** Sends once; while busy and after success it does nothing and answers undefined. */
  run(input: I): Promise<T | undefined>;
  /** A new form: new command id, no errors. */
  renew(): void;
}

const CALM: Commanded = { status: 'idle', errors: {}, error: undefined, refusal: undefined };

/** A new id of a command, a case, a draft. */
export function newId(): string {
  // A bureau's console over plain HTTP is no secure context: there the browser keeps `randomUUID` back.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One form's command. The id is made once, so that a second click or a retry after a lost answer
 * cannot do it twice; only `renew` makes another.
 */
export function createCommanding<I, T>(
  send: (commandId: string, input: I) => Promise<Result<T, string>>,
  fieldOf: (field: string) => string = (field) => field,
): Commanding<I, T> {
  const store = createStore<Commanded>(() => CALM);
  let commandId = newId();

  async function run(input: I): Promise<T | undefined> {
    if (store.getState().status !== 'idle') return undefined;
    store.setState({ ...CALM, status: 'busy' });
    try {
      const answer = await send(commandId, input);
      if (answer.ok) {
        store.setState({ status: 'done' });
        return answer.value;
      }
      store.setState({ status: 'idle', ...explain(answer.refusal, fieldOf) });
    } catch {
      store.setState({ ...CALM, error: refusalSentence({ code: 'no-answer' }) });
    }
    return undefined;
  }
  return {
    store,
    run,
    renew() {
      commandId = newId();
      store.setState(CALM);
    },
  };
}

function explain(refusal: Refusal<string>, fieldOf: (field: string) => string): Omit<Commanded, 'status'> {
  const sentence = refusalSentence(refusal);
  const field = refusal.field ? fieldOf(refusal.field) : '';
  return field
    ? { errors: { [field]: sentence }, error: undefined, refusal }
    : { errors: {}, error: sentence, refusal };
}
