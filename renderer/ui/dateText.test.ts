import { describe, expect, it } from 'vitest';
import { normaliseWidth, readDate, shiftDate, weekday } from './dateText.ts';

const TODAY = '2026-11-24';

describe('a date as people type it', () => {
  it.each([
    '20260305',
    '2026-03-05',
    '2026.3.5',
    '2026/3/5',
    '2026年3月5日',
    '２０２６０３０５',
    '2026。3。5',
    ' 2026-3-5 ',
  ])('reads %s as the fifth of March', (typed) => {
    expect(readDate(typed, TODAY)).toBe('2026-03-05');
  });

  it('takes the year of today when only month and day are typed', () => {
    expect(readDate('3-5', TODAY)).toBe('2026-03-05');
    expect(readDate('11月2日', TODAY)).toBe('2026-11-02');
  });

  it.each(['', '昨天', '2026-13-01', '2025-02-29', '2026030', '0'])(
    'does not invent a day for %j',
    (typed) => {
      expect(readDate(typed, TODAY)).toBeNull();
    },
  );

  it('keeps leap days', () => {
    expect(readDate('20280229', TODAY)).toBe('2028-02-29');
  });

  it('shifts over the end of a year and leaves half-typed text alone', () => {
    expect(shiftDate('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftDate('2026-1', 1)).toBe('2026-1');
  });

  it('names the weekday of a civil date', () => {
    expect(weekday('2026-11-24')).toBe(2);
  });

  it('normalises full-width letters of an identity number', () => {
    expect(normaliseWidth('４４１４８１１９４９０１０１００１ｘ')).toBe('44148119490101001x');
  });
});
