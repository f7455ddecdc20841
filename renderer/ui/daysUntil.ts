import type { LocalDate } from '../../domain/localDate.ts';

/** Calendar days from `today` to `date`; negative when it is past. */
export const daysUntil = (date: LocalDate, today: LocalDate): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
