import festivals from './data/festivals.json' with { type: 'json' };
import holidays from './data/holidays.json' with { type: 'json' };
import { addDays, type LocalDate, weekday } from './localDate.ts';

/** What one year's State Council notice says: days off, and weekend days that are worked instead. */
interface HolidayNotice {
  off: readonly LocalDate[];
  worked: readonly LocalDate[];
}

/** Working days by year of the notice. A year without a notice falls back to weekends and statutory days. */
export interface Calendar {
  /** Stands on every computed date, so that a recalculation can be told from the first count. */
  version: string;
  years: Readonly<Record<string, HolidayNotice>>;
}

/** The notices of 2007 to 2026 that come with the program. */
export const builtInCalendar: Calendar = holidays;

const FESTIVALS: Readonly<Record<string, readonly LocalDate[]>> = festivals;
/** 元旦, 劳动节 (2), 国庆节 (3): the statutory days that stand on fixed dates. */
const FIXED_DAYS_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** True when no notice is published for the year of the date, so that the count may still change. */
export const isProvisional = (calendar: Calendar, date: LocalDate): boolean =>
  calendar.years[yearOf(date)] === undefined;

/** The 13 statutory days of 《全国年节及纪念日放假办法》, used for years without a notice (DOMAIN 2.2 rule 8). */
const isStatutoryDayOff = (date: LocalDate): boolean =>
  FIXED_DAYS_OFF.includes(date.slice(5)) || (FESTIVALS[yearOf(date)]?.includes(date) ?? false);

/** True on days on which offices work, declared working weekends included. */
export function isWorkday(calendar: Calendar, date: LocalDate): boolean {
  // The notice of a year also moves the last days of December before it.
  for (const year of [yearOf(date), yearOf(date) + 1]) {
    const notice = calendar.years[year];
    if (notice?.off.includes(date)) return false;
    if (notice?.worked.includes(date)) return true;
  }
  const day = weekday(date);
  if (day === 0 || day === 6) return false;
  return !(isProvisional(calendar, date) && isStatutoryDayOff(date));
}

/** The first working day on or after the date (民法典 Art.203). */
export function rollForward(calendar: Calendar, date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The `n`th working day after the date; the date itself is not counted (民法典 Art.201). */
export function addWorkdays(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  let day = date;
  for (let left = n; left > 0; left--) day = rollForward(calendar, addDays(day, 1));
  return day;
}
