import { describe, expect, it } from 'vitest';
import { clockTime, dateTime } from './times.ts';

describe('times as the clerk reads them', () => {
  it('shows hours and minutes in Beijing time on the same day', () => {
    expect(clockTime('2026-11-24T02:32:10.000Z', new Date('2026-11-24T09:00:00Z'))).toBe('10:32');
  });

  it('adds the date when it was another day, even shortly before midnight', () => {
    expect(clockTime('2026-11-23T23:59:00+08:00', new Date('2026-11-24T00:10:00+08:00'))).toBe('11-23 23:59');
  });

  it('writes an instant as date and time', () => {
    expect(dateTime('2026-11-24T16:05:00Z')).toBe('2026-11-25 00:05');
  });
});
