import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkdays,
  builtInCalendar,
  type Calendar,
  isProvisional,
  isWorkday,
  rollForward,
} from './calendar.ts';
import { addDays, type LocalDate } from './localDate.ts';

const between = (from: LocalDate, to: LocalDate) => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const weekendsWorked = (year: string) =>
  between(`${year}-01-01`, `${year}-12-31`).filter((day) => {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    return weekend && isWorkday(builtInCalendar, day);
  });

describe('the notices of the State Council', () => {
  it.each([
    ['2024', ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
    ['2025', ['01-26', '02-08', '04-27', '09-28', '10-11']],
    ['2026', ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
  ])('%s: exactly these weekend days are worked', (year, days) => {
    expect(weekendsWorked(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it.each([
    ['2024-02-10', '2024-02-17'],
    ['2025-01-28', '2025-02-04'],
    ['2025-10-01', '2025-10-08'],
    ['2026-02-15', '2026-02-23'],
    ['2026-10-01', '2026-10-07'],
  ])('%s to %s are off, the days around are not both', (first, last) => {
    expect(between(first, last).filter((day) => isWorkday(builtInCalendar, day))).toEqual([]);
  });

  it('New Year’s Eve 2024 was worked, as the notice of that year had it', () => {
    expect(isWorkday(builtInCalendar, '2024-02-09')).toBe(true);
  });

  it('a notice that moves days of the December before is followed', () => {
    const calendar: Calendar = {
      version: 'test',
      years: { 2031: { off: ['2030-12-31'], worked: ['2030-12-28'] } },
    };
    expect(['2030-12-28', '2030-12-31'].map((day) => isWorkday(calendar, day))).toEqual([true, false]);
  });
});

describe('a year without a notice', () => {
  it('has weekends and the 13 statutory days, and says that it is provisional', () => {
    const off = between('2027-01-01', '2027-12-31').filter((day) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return weekday > 0 && weekday < 6 && !isWorkday(builtInCalendar, day);
    });
    // New Year; the eve and the third day of Spring Festival (6 February); 清明; 端午; 中秋; National Day. The other six of
    // the 13 fall on weekends.
    expect(off).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ]);
    expect(isProvisional(builtInCalendar, '2027-06-01')).toBe(true);
    expect(isProvisional(builtInCalendar, '2026-06-01')).toBe(false);
  });

  it('X01: 5 working days from 30 December 2026 leave out New Year’s Day', () => {
    expect(addWorkdays(builtInCalendar, '2026-12-30', 5)).toBe('2027-01-07');
  });
});

describe('properties', () => {
  const date = fc.integer({ min: 0, max: 10_000 }).map((days) => addDays('2005-01-01', days));
  const length = fc.integer({ min: 0, max: 100 });

  it('a rolled date is the first working day on or after', () => {
    fc.assert(
      fc.property(date, (day) => {
        const rolled = rollForward(builtInCalendar, day);
        expect(rolled >= day && isWorkday(builtInCalendar, rolled)).toBe(true);
        expect(between(day, addDays(rolled, -1)).some((d) => isWorkday(builtInCalendar, d))).toBe(false);
        expect(rollForward(builtInCalendar, rolled)).toBe(rolled);
      }),
    );
  });

  it('rolling never turns the order of two dates round', () => {
    fc.assert(
      fc.property(date, length, (day, n) => {
        const later = rollForward(builtInCalendar, addDays(day, n));
        expect(later >= rollForward(builtInCalendar, day)).toBe(true);
      }),
    );
  });

  it('the nth working day has exactly n working days up to it, and is one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const end = addWorkdays(builtInCalendar, day, n);
        const counted = between(addDays(day, 1), end).filter((d) => isWorkday(builtInCalendar, d));
        expect([counted.length, counted.at(-1)]).toEqual([n, end]);
      }),
    );
  });

  it('no working days end on the start', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(addWorkdays(builtInCalendar, day, 0)).toBe(day);
      }),
    );
  });

  it('later starts and longer periods never end earlier', () => {
    fc.assert(
      fc.property(date, length, length, (day, shift, n) => {
        const end = addWorkdays(builtInCalendar, day, n);
        expect(addWorkdays(builtInCalendar, addDays(day, shift), n) >= end).toBe(true);
        expect(addWorkdays(builtInCalendar, day, n + 1) > end).toBe(true);
      }),
    );
  });
});

// Vectors made by others from the published notices. They lie beside the project and are not part of it.
const vectors = resolve(import.meta.dirname, '../../shared/data/workday_checks.shared.csv');

describe.skipIf(!existsSync(vectors))(
  `vectors of third parties${existsSync(vectors) ? '' : ' (skipped: ../shared/data/workday_checks.shared.csv is not here)'}`,
  () => {
    const rows = existsSync(vectors)
      ? readFileSync(vectors, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(','))
      : [];

    it('all agree', () => {
      expect(rows.length).toBe(120);
      const found = rows.map(([start = '', , n = '']) => [
        start,
        isWorkday(builtInCalendar, start) ? '1' : '0',
        n,
        addWorkdays(builtInCalendar, start, Number(n)),
        addDays(start, Number(n)),
      ]);
      expect(found).toEqual(rows);
    });
  },
);
