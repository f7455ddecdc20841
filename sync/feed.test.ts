import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_DIGEST,
  type FeedKind,
  hashNotice,
  hashPage,
  mailScope,
  nextDigest,
  restrictedScope,
  unitScope,
} from './feed.ts';

const kind = fc.constantFrom<FeedKind>('event', 'backfill', 'evict', 'notice');
const entries = fc.array(fc.tuple(kind, fc.uint8Array({ minLength: 32, maxLength: 32 })), { maxLength: 8 });
const digestOf = (list: [FeedKind, Uint8Array][]) =>
  list.reduce((digest, [k, hash]) => nextDigest(digest, k, hash), EMPTY_DIGEST as Buffer).toString('hex');

describe('FD4: the digest of a feed', () => {
  it('equal entries in equal order give equal digests, anything else another', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const same =
          JSON.stringify(a.map(([k, h]) => [k, [...h]])) === JSON.stringify(b.map(([k, h]) => [k, [...h]]));
        expect(digestOf(a) === digestOf(b)).toBe(same);
      }),
    );
  });

  it('the kind counts: a handed-over event is not a new one', () => {
    const hash = Buffer.alloc(32, 1);
    expect(nextDigest(EMPTY_DIGEST, 'event', hash).equals(nextDigest(EMPTY_DIGEST, 'backfill', hash))).toBe(
      false,
    );
  });
});

it('FD3: scopes name unit, accusations, mailbox', () => {
  expect([unitScope('441481104'), restrictedScope('441481104'), mailScope('s-1')]).toEqual([
    'unit:441481104',
    'unit:441481104:restricted',
    'mail:s-1',
  ]);
});

it('a page’s hash covers scope, range and digest; a notice’s its exact text', () => {
  const pages = [
    hashPage('unit:1', 1, 2, EMPTY_DIGEST),
    hashPage('unit:12', 1, 2, EMPTY_DIGEST),
    hashPage('unit:1', 11, 2, EMPTY_DIGEST),
    hashPage('unit:1', 1, 12, EMPTY_DIGEST),
    hashPage('unit:1', 1, 2, Buffer.alloc(32, 1)),
    hashNotice('{"a":1}'),
    hashNotice('{"a": 1}'),
  ].map((hash) => hash.toString('hex'));
  expect(new Set(pages).size).toBe(pages.length);
});
