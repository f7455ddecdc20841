import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Refusal, Result } from '../../domain/result.ts';

/** What one page of an answer must hold; it may hold more (counts). */
export interface Page<R> {
  rows: R[];
  total: number;
}

export interface PagedList<F, R, P extends Page<R>> {
  /** Whose list this is; another person starts with an empty one. */
  owner: string;
  /** True while a row opened from here is looked at: coming back, it has the focus, not the search box. */
  away: boolean;
  filter: F;
  rows: readonly R[];
  total: number;
  /** The newest page as it was answered. */
  page: P | undefined;
  status: 'loading' | 'ready' | 'refused' | 'offline';
  refusal: Refusal<string> | undefined;
  setAway(away: boolean): void;
  /** The screen opens: the rows known already are shown at once and asked for anew. */
  open(owner: string): void;
  change(part: Partial<F>): void;
  clear(): void;
  /** Asks again for as many rows as are shown. */
  refresh(): Promise<void>;
  /** The next rows, when the end of the list comes in sight. */
  more(): Promise<void>;
}

/** Rows of one question (the contracts allow 200). */
const PART = 200;

/**
 * A long list that outlives its screen: coming back from a row finds the same rows, the same filter and the same
 * place. Only the newest question counts. In memory only; what people search for is not stored.
 */
export function createPagedList<F extends object, R, P extends Page<R>>(
  none: F,
  ask: (filter: F, offset: number, limit: number) => Promise<Result<P, string>>,
): UseBoundStore<StoreApi<PagedList<F, R, P>>> {
  let round = 0;
  return create<PagedList<F, R, P>>((set, get) => {
    const load = async (wanted: number, from: number) => {
      round += 1;
      const mine = round;
      const rows = get().rows.slice(0, from);
      try {
        for (;;) {
          const answer = await ask(get().filter, rows.length, PART);
          if (mine !== round) return;
          if (!answer.ok) return set({ status: 'refused', rows: [], total: 0, refusal: answer.refusal });
          const page = answer.value;
          rows.push(...page.rows);
          const complete = page.rows.length === 0 || rows.length >= Math.min(wanted, page.total);
          if (complete) return set({ status: 'ready', rows, total: page.total, page, refusal: undefined });
        }
      } catch {
        if (mine === round) set({ status: 'offline' });
      }
    };
    return {
      owner: '',
      away: false,
      filter: none,
      rows: [],
      total: 0,
      page: undefined,
      status: 'loading',
      refusal: undefined,
      setAway: (away) => set({ away }),
      open(owner) {
        if (owner !== get().owner)
          set({ owner, filter: none, rows: [], total: 0, page: undefined, status: 'loading' });
        void get().refresh();
      },
      change(part) {
        set({ filter: { ...get().filter, ...part } });
        void load(PART, 0);
      },
      clear: () => get().change(none),
      refresh: () => load(Math.max(PART, get().rows.length), 0),
      async more() {
        const { rows, total, status } = get();
        if (status === 'ready' && rows.length < total) await load(rows.length + PART, rows.length);
      },
    };
  });
}
