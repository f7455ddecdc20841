/** Milliseconds between exchanges while nothing waits to be sent. */
const REST = 5 * 60_000;
/** Longest wait (ms) while something waits: a person who comes back from lunch finds it sent. */
const CAP = 15 * 60_000;
/** First step (ms), doubled with each failure. */
const STEP = 4_000;
/** Shortest wait (ms), so that a lucky draw does not hammer. */
const FLOOR = 1_000;

/** How the last exchange ended, as far as the next one depends on it. */
export interface Rest {
  /** Failures in a row; 0 after an exchange that worked. */
  failures: number;
  /** Own events still to be sent. */
  waiting: number;
  /** Seconds that a busy bureau asked for. */
  retryAfter?: number | undefined;
}

/**
 * Milliseconds until the next exchange. Full jitter: 60 desks that lost one bureau at one moment must not come back at
 * one moment. `random` is in [0, 1).
 */
export function delayBefore({ failures, waiting, retryAfter }: Rest, random: number): number {
  if (retryAfter !== undefined) return Math.min(CAP, Math.max(FLOOR, retryAfter * 1_000 * (1 + random)));
  if (waiting === 0) return REST;
  if (failures === 0) return FLOOR;
  return Math.max(FLOOR, Math.floor(random * Math.min(CAP, STEP * 2 ** Math.min(failures, 20))));
}
