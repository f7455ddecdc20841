import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseNumber, isCaseNumber } from './caseNumber.ts';
import { addDays } from './localDate.ts';

const parts = fc.record({
  townCode: fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0')),
  day: fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n)),
  letter: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  sequence: fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 10_000, max: 9_999_999 })),
});
const DIGITS = [...'0123456789'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('a case number', () => {
  it('names town, day, desk and sequence, with a check character at the end', () => {
    const town = { townCode: '441481104', letter: 'A' };
    expect([
      caseNumber({ ...town, day: '2026-03-02', sequence: 7 }),
      caseNumber({ ...town, day: '2026-03-02', sequence: 8 }),
      caseNumber({ ...town, day: '2026-03-02', sequence: 10_000 }),
    ]).toEqual(['441481104-20260302-A0007-B', '441481104-20260302-A0008-U', '441481104-20260302-A10000-K']);
  });

  it('is known as one, and is written with characters that nobody misreads', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = caseNumber(given);
        expect(isCaseNumber(number)).toBe(true);
        expect(number.at(-1)).toMatch(/[0-9A-HJ-NP-RTUWXY]/);
      }),
    );
  });

  it('is another for each desk, day, town and sequence', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(caseNumber(a) === caseNumber(b)).toBe(same);
      }),
    );
  });

  it('with any one character wrong is not one', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (given, where) => {
        const number = caseNumber(given);
        const at = where % number.length;
        const right = number.charAt(at);
        for (const wrong of [...DIGITS, ...LETTERS, '-']) {
          if (wrong === right) continue;
          const typed = `${number.slice(0, at)}${wrong}${number.slice(at + 1)}`;
          expect([typed, isCaseNumber(typed)]).toEqual([typed, false]);
        }
      }),
    );
  });

  it('with two neighbours swapped, hyphens left out of account, is not one', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const characters = [...caseNumber(given)];
        const places = characters.flatMap((c, i) => (c === '-' ? [] : [i]));
        places.slice(1).forEach((second, i) => {
          const first = places[i] ?? 0;
          if (characters[first] === characters[second]) return;
          const swapped = [...characters];
          [swapped[first], swapped[second]] = [characters[second] ?? '', characters[first] ?? ''];
          expect([swapped.join(''), isCaseNumber(swapped.join(''))]).toEqual([swapped.join(''), false]);
        });
      }),
    );
  });

  it.each([
    '',
    '441481104',
    '441481104-20260302-A0007',
    '441481104-20260302-a0007-b',
    ' 441481104-20260302-A0007-B',
  ])('is not %j', (text) => {
    expect(isCaseNumber(text)).toBe(false);
  });

  it('is not made of what cannot be one', () => {
    const good = { townCode: '441481104', day: '2026-03-02', letter: 'A', sequence: 1 };
    for (const bad of [
      { townCode: '441481' },
      { letter: 'a' },
      { letter: '' },
      { sequence: 1.5 },
      { sequence: -1 },
    ])
      expect(() => caseNumber({ ...good, ...bad })).toThrow(RangeError);
  });
});
