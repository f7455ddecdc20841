import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayBefore } from './backoff.ts';

const MINUTE = 60_000;

describe('the wait before the next exchange', () => {
  it('is five minutes while nothing waits, after a failure too', () => {
    expect([0, 1, 9].map((failures) => delayBefore({ failures, waiting: 0 }, 0.5))).toEqual([
      5 * MINUTE,
      5 * MINUTE,
      5 * MINUTE,
    ]);
  });

  it('is short when something came in while the last exchange ran', () => {
    expect(delayBefore({ failures: 0, waiting: 3 }, 0.5)).toBe(1_000);
  });

  it('doubles its range with each failure up to a quarter of an hour', () => {
    const longest = [1, 2, 3, 7, 8, 9, 1_000].map((failures) =>
      delayBefore({ failures, waiting: 1 }, 0.999_999),
    );
    expect(longest.map((ms) => Math.round(ms / 1_000))).toEqual([8, 16, 32, 512, 900, 900, 900]);
  });

  it('FS34 spreads desks over the whole range, and never below a second or above a quarter of an hour', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(5_000),
        fc.option(fc.nat(100_000), { nil: undefined }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, waiting, retryAfter, random) => {
          const delay = delayBefore({ failures, waiting, retryAfter }, random);
          return delay >= 1_000 && delay <= 15 * MINUTE;
        },
      ),
    );
  });

  it('PU5 is at least what a busy bureau asked for', () => {
    expect(delayBefore({ failures: 1, waiting: 1, retryAfter: 12 }, 0)).toBe(12_000);
    expect(delayBefore({ failures: 1, waiting: 0, retryAfter: 12 }, 0.5)).toBe(18_000);
  });
});
