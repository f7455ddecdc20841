import { z } from 'zod';

const DAY_MS = 86_400_000;
/** Beijing has had no summer time since 1991 and is +08:00 everywhere. */
const BEIJING_MS = 8 * 3_600_000;

/** Midnight of a civil date as if it were UTC: only a day count, never an instant. */
const dayStart = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function exists(text: string): boolean {
  const at = dayStart(text);
  if (!SHAPE.test(text) || Number.isNaN(at)) return false;
  // Date.parse rolls 02-29 of a common year over to 03-01 instead of refusing it; up to the 28th there is nothing to roll.
  return text.slice(8) <= '28' || new Date(at).toISOString().slice(0, 10) === text;
}

/** Not yet a day: what is counted from an earlier one, in years too, still has four digits. */
const END = '9900-01-01';

/** A civil date in Beijing, `YYYY-MM-DD`, that exists. Text order is time order. */
export const LocalDate = z
  .string()
  .regex(SHAPE)
  .refine((text) => text < END && exists(text));
export type LocalDate = z.infer<typeof LocalDate>;

function fromDayStart(at: number): LocalDate {
  const text = new Date(at).toISOString();
  if (text.length !== 24) throw new RangeError(`no four-digit year: ${text}`);
  return text.slice(0, 10);
}

function readDayStart(date: LocalDate): number {
  if (!exists(date)) throw new RangeError(`no such date: ${date}`);
  return dayStart(date);
}

/** The date `days` calendar days later; earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromDayStart(readDayStart(date) + days * DAY_MS);

/** The corresponding day `months` later, or the month's last day where there is none (民法典 Art.202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const at = new Date(readDayStart(date));
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(at);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  at.setUTCDate(Math.min(day, last.getUTCDate()));
  return fromDayStart(at.getTime());
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (readDayStart(to) - readDayStart(from)) / DAY_MS;

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: LocalDate): number => new Date(readDayStart(date)).getUTCDay();

/** The instant `hours` later, written with the Beijing offset, to the millisecond only where it has any. */
export const addHours = (instant: string, hours: number): string =>
  beijingText(readInstant(instant) + hours * 3_600_000);

/** The civil date in Beijing at an instant (ISO with any offset). */
export const beijingDate = (instant: string): LocalDate => fromDayStart(readInstant(instant) + BEIJING_MS);

/** The same instant written with the Beijing offset: `2026-03-02T09:15:00+08:00`. */
export const beijingTime = (instant: string): string => beijingText(readInstant(instant));

/** `2026年3月2日`: arabic figures without leading zeros (GB/T 9704). */
export const formatChineseDate = (date: LocalDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** An instant says its offset; without one it would be read in the machine's own time zone. */
function readInstant(instant: string): number {
  const at = /T.*(Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`no instant with an offset: ${instant}`);
  return at;
}

function beijingText(at: number): string {
  const text = new Date(at + BEIJING_MS).toISOString();
  if (text.length !== 24) throw new RangeError(`no four-digit year: ${text}`);
  return `${text.slice(0, -1).replace(/\.000$/, '')}+08:00`;
}
