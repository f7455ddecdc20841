import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromB64, packFields, taggedHash, toB64, unpackFields } from './bytes.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((t) => t.isWellFormed());

describe('fields as bytes', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (fields) => {
        expect(unpackFields(packFields(fields), fields.length)).toEqual(fields);
      }),
    );
  });

  it('hostile bytes never throw, and whatever is read packs into the very same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 6 }), (bytes, count) => {
        const fields = unpackFields(bytes, count);
        if (fields) expect(packFields(fields).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a cut-off character of four bytes', [0xf0, 0x9f, 0x98]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a stray continuation byte', [0x80]],
  ])('%s is refused, since it would not survive', (_name, bytes) => {
    expect(
      unpackFields(Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), Buffer.from(bytes)]), 1),
    ).toBeNull();
  });

  it('one byte too many, too few, or another count is refused', () => {
    const bytes = packFields(['村道', '']);
    expect(unpackFields(Buffer.concat([bytes, Buffer.from([0])]), 2)).toBeNull();
    expect(unpackFields(bytes.subarray(0, -1), 2)).toBeNull();
    expect([1, 3].map((count) => unpackFields(bytes, count))).toEqual([null, null]);
    expect(unpackFields(Buffer.from([0xff, 0xff, 0xff, 0xff, 1]), 1)).toBeNull();
  });

  it('a window into a larger buffer is read where it is', () => {
    const inside = Buffer.concat([Buffer.alloc(7, 9), packFields(['村道'])]);
    expect(unpackFields(inside.subarray(7), 1)).toEqual(['村道']);
  });
});

it('base64url without padding comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toB64(bytes)).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(fromB64(toB64(bytes)).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});

it('a hash of one kind is never one of another', () => {
  expect(taggedHash('ev1', 'a').equals(taggedHash('fd1', 'a'))).toBe(false);
  expect(taggedHash('ev1', 'a', Buffer.from('b')).equals(taggedHash('ev1', 'ab'))).toBe(true);
});
