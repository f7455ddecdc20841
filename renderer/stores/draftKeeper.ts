/** Keeps a half-typed form on disk: within `delay` ms of the first change, and at once on `flush`. */
export interface DraftKeeper<D> {
  note(draft: D): void;
  /** Saves now what is not saved yet (field left, window hidden). */
  flush(): Promise<void>;
  /** Forgets what is not saved yet and waits for a save on its way, so that none lands after the form was registered. */
  settle(): Promise<void>;
}

/** One keeper a form; saves never overlap, the newest text wins, a failed one is tried again with the next change. */
export function createDraftKeeper<D>(save: (draft: D) => Promise<unknown>, delay = 1500): DraftKeeper<D> {
  let waiting: { draft: D } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(async () => {
      const now = waiting;
      if (!now) return;
      waiting = null;
      try {
        await save(now.draft);
      } catch {
        // Newer text has already taken the place, or this one waits for the next chance.
        waiting ??= now;
      }
    });
    return running;
  }
  return {
    note(draft) {
      waiting = { draft };
      timer ??= setTimeout(() => void flush(), delay);
    },
    flush,
    async settle() {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
      await running;
    },
  };
}
