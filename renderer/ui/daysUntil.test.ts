import { describe, expect, it } from 'vitest';
import { daysUntil } from './daysUntil.ts';

describe('daysUntil', () => {
  it('counts calendar days across months, zero on the day itself, negative when past', () => {
    expect(daysUntil('2026-03-02', '2026-02-27')).toBe(3);
    expect(daysUntil('2026-03-02', '2026-03-02')).toBe(0);
    expect(daysUntil('2026-03-01', '2026-03-02')).toBe(-1);
  });
});
