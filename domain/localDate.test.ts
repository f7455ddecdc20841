import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  beijingDate,
  beijingTime,
  daysBetween,
  formatChineseDate,
  LocalDate,
  weekday,
} from './localDate.ts';

const date = fc
  .integer({ min: 0, max: 100_000 })
  .map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));

describe('a civil date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (text) => {
    expect(LocalDate.parse(text)).toBe(text);
  });

  it.each([
    ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00'],
    ...['2026-1-1', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '２０２６-01-01', '', '+02026-01-01'],
  ])('%j is refused', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  it.each([null, undefined, 20260101, new Date(0), {}])('%j is no date at all', (value) => {
    expect(LocalDate.safeParse(value).success).toBe(false);
  });

  it('arithmetic with a date that does not exist is a bug and throws', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('no such date');
    expect(() => weekday('yesterday')).toThrow('no such date');
    expect(() => addDays('9999-12-31', 1)).toThrow('no four-digit year');
  });
});

describe('counting days', () => {
  it('adding and subtracting the same days comes back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (start, n) => {
        const end = addDays(start, n);
        expect(addDays(end, -n)).toBe(start);
        expect(daysBetween(start, end)).toBe(n);
        expect(LocalDate.safeParse(end).success).toBe(true);
      }),
    );
  });

  it('the weekday moves on by one a day', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) + 1) % 7);
      }),
    );
    expect(weekday('2026-03-02')).toBe(1);
  });

  it('text order is time order', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months ends on the corresponding day or the month end: %s', (start, months, end) => {
    expect(addMonths(start, months)).toBe(end);
  });

  it('a month later is in the next month, on the same day or its last', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (start, months) => {
        const end = addMonths(start, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(end) - index(start)).toBe(months);
        const sameDay = end.slice(8) === start.slice(8);
        expect(sameDay || addDays(end, 1).endsWith('-01')).toBe(true);
      }),
    );
  });
});

describe('Beijing time', () => {
  it.each([
    ['2026-03-01T15:59:59Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-03-02T00:00:00+08:00', '2026-03-02'],
    ['2026-03-01T23:00:00-05:00', '2026-03-02'],
  ])('%s is on %s there', (instant, day) => {
    expect(beijingDate(instant)).toBe(day);
  });

  it('is written with its offset, with milliseconds only where there are any', () => {
    expect(beijingTime('2026-03-02T01:15:00Z')).toBe('2026-03-02T09:15:00+08:00');
    expect(beijingTime('2026-03-02T01:15:00.250Z')).toBe('2026-03-02T09:15:00.250+08:00');
    expect(addHours('2026-03-02T09:15:00+08:00', 36)).toBe('2026-03-03T21:15:00+08:00');
  });

  it.each(['2026-03-02T09:15:00', '2026-03-02', 'now', '', '2026-03-02T25:00:00Z'])(
    'an instant without offset or sense is a bug and throws: %j',
    (text) => {
      expect(() => beijingTime(text)).toThrow('no instant with an offset');
      expect(() => beijingDate(text)).toThrow('no instant with an offset');
    },
  );

  it('writing an instant in Beijing time keeps the instant', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        expect(Date.parse(beijingTime(at.toISOString()))).toBe(at.getTime());
      }),
    );
  });

  it('a date is printed in arabic figures without leading zeros', () => {
    expect(formatChineseDate('2026-03-02')).toBe('2026年3月2日');
  });
});
