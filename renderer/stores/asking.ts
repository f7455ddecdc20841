import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Refusal, Result } from '../../domain/result.ts';

/** What a screen knows of its question. A value once shown stays while we ask again. */
export interface Asked<T> {
  status: 'loading' | 'ready' | 'refused' | 'offline';
  value: T | undefined;
  refusal: Refusal<string> | undefined;
  refreshing: boolean;
}

export interface Asking<T> {
  store: StoreApi<Asked<T>>;
  ask(call: () => Promise<Result<T, string>>): Promise<void>;
}

/** One question to the desk, asked again and again; only the newest answer counts. */
export function createAsking<T>(): Asking<T> {
  const store = createStore<Asked<T>>(() => ({
    status: 'loading',
    value: undefined,
    refusal: undefined,
    refreshing: true,
  }));
  let round = 0;
  async function ask(call: () => Promise<Result<T, string>>): Promise<void> {
    round += 1;
    const mine = round;
    store.setState({ refreshing: true });
    try {
      const answer = await call();
      if (mine !== round) return;
      if (answer.ok)
        store.setState({ status: 'ready', value: answer.value, refusal: undefined, refreshing: false });
      else
        store.setState({ status: 'refused', value: undefined, refusal: answer.refusal, refreshing: false });
    } catch {
      // The transport is gone (desk program closed): weather, not a bug.
      if (mine === round) store.setState({ status: 'offline', refreshing: false });
    }
  }
  return { store, ask };
}
