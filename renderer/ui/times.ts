/** Hours and minutes (Beijing) of an instant; with the date when it is not today. */
export function clockTime(instant: string, now: Date = new Date()): string {
  const local = beijing(new Date(instant));
  const today = beijing(now).slice(0, 10);
  return local.slice(0, 10) === today ? local.slice(11, 16) : `${local.slice(5, 10)} ${local.slice(11, 16)}`;
}

/** `2026-11-24 10:32`, Beijing time. */
export const dateTime = (instant: string): string =>
  beijing(new Date(instant)).slice(0, 16).replace('T', ' ');

/** China has one time, eight hours east, no summer time. */
const beijing = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString();
