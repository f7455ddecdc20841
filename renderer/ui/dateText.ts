import type { LocalDate } from '../../domain/localDate.ts';

/** Full-width digits, letters and blanks become half-width; a Chinese full stop becomes a point. */
export const normaliseWidth = (text: string): string => text.normalize('NFKC').replaceAll('。', '.').trim();

const FULL = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const SHORT = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/;

/**
 * Reads a date as people type it: 20260305, 2026-03-05, 2026.3.5, 2026年3月5日, 3-5 (year of `today`).
 * Null when it is no such day.
 */
export function readDate(text: string, today: LocalDate): LocalDate | null {
  const plain = normaliseWidth(text);
  const full = FULL.exec(plain) ?? DIGITS.exec(plain);
  if (full) return existing(full[1], full[2], full[3]);
  const short = SHORT.exec(plain);
  return short ? existing(today.slice(0, 4), short[1], short[2]) : null;
}

function existing(year = '', month = '', day = ''): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? null : date;
}

/** The day `days` later (or earlier); the text stays as it is when it is no date. */
export function shiftDate(date: LocalDate, days: number): LocalDate {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday, of a civil date. */
export const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
