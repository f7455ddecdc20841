import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextHlc } from './hlc.ts';

const STREAM = 's-0123456789abcdef';
const time = fc.oneof(
  fc.nat({ max: 5 }),
  fc.integer({ min: -1000, max: 4_102_444_800_000 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 60, 1.5),
);

it('never runs backwards and never throws, whatever the device clock says', () => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 50 }), (times) => {
      let last = '';
      for (const now of times) {
        const next = nextHlc(last, now, STREAM);
        expect(next).toMatch(/^[0-9a-f]{12}-[0-9a-f]{4}-89abcdef$/);
        expect(next > last).toBe(true);
        last = next;
      }
    }),
    { numRuns: 500 },
  );
});

it('counts up within a millisecond and carries when the counter is full', () => {
  expect(nextHlc('', 1_772_414_100_000, STREAM)).toBe('019cac1ce220-0000-89abcdef');
  expect(nextHlc('019cac1ce220-0000-89abcdef', 1_772_414_100_000, STREAM)).toBe('019cac1ce220-0001-89abcdef');
  expect(nextHlc('019cac1ce220-ffff-89abcdef', 0, STREAM)).toBe('019cac1ce221-0000-89abcdef');
});
