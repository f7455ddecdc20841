/** Tells when the last window is gone for good. */
export interface Heartbeat {
  /** Hears how many windows listen now. */
  windows(count: number): void;
  /** A browser was started; its window will be here in a moment. */
  browserStarted(): void;
  /** The browser itself has ended. */
  browserEnded(): void;
  stop(): void;
}

/** A reload or a page that starts again takes less than this (ms). */
export const GRACE = 10_000;
/** A browser that has ended can bring no window back (ms). */
const SHORT_GRACE = 1000;

/** Calls `onGone` once no window has listened for 10 s, after one was there or after its browser ended. */
export function createHeartbeat(onGone: () => void, grace = GRACE, shortGrace = SHORT_GRACE): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let listening = 0;
  let ended = false;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(onGone, ended ? shortGrace : grace);
  };
  return {
    windows(count) {
      listening = count;
      if (count > 0) clearTimeout(timer);
      else wait();
    },
    browserStarted() {
      ended = false;
      clearTimeout(timer);
    },
    browserEnded() {
      ended = true;
      if (listening === 0) wait();
    },
    stop: () => clearTimeout(timer),
  };
}
