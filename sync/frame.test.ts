import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFields, unpackFields } from './bytes.ts';
import {
  decodeFrame,
  encodeFrame,
  type Frame,
  hashFrame,
  NO_HASH,
  openEvent,
  SignedEvent,
  sealFrame,
  toWire,
} from './frame.ts';
import { ALG, makeKeyPair, verifyHash } from './keys.ts';

const frame: Frame = {
  ...{
    alg: ALG,
    stream: 's-example',
    seq: 7,
    prev: 'ab'.repeat(32),
    id: 'event-0007',
    type: 'note-added',
    v: 1,
  },
  ...{ case: 'case-1', scope: 'unit:441481104', custody: 2, actor: '{"id":"p-1","name":"罗秀英"}' },
  ...{ hlc: '0195-0000-x', claimed: '2026-03-02T00:00:00+08:00', entered: '2026-03-02T09:15:00+08:00' },
  clk: { off: -120, src: 'server' },
  blobs: [{ h: 'cd'.repeat(32), n: 10, mime: 'image/jpeg' }],
  body: '{"text":"村道\\u2028破损"}',
};
const keys = makeKeyPair();
const FIELDS = 18;
/** The fields as written but for the blobs, whose JSON a newer program may write with more in it. */
const fieldsBut = (bytes: Uint8Array) => unpackFields(bytes, FIELDS)?.toSpliced(16, 1);
/** The frame's bytes with one field written differently. */
const withField = (index: number, value: string) => {
  const fields = unpackFields(encodeFrame(frame), FIELDS) ?? [];
  return packFields(fields.map((field, i) => (i === index ? value : field)));
};

describe('DV3: the frame', () => {
  it('comes back as it was signed', () => {
    expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
    const first: Frame = {
      ...frame,
      seq: 1,
      prev: NO_HASH,
      clk: { off: null, src: 'none' },
      blobs: [],
      case: '',
    };
    expect(decodeFrame(encodeFrame(first))).toEqual(first);
  });

  it('has one encoding: what decodes is encoded into the very same bytes', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: FIELDS - 1 }),
        fc.string({ unit: 'binary', maxLength: 8 }),
        (index, value) => {
          const bytes = withField(index, value);
          const decoded = decodeFrame(bytes);
          if (decoded) expect(fieldsBut(encodeFrame(decoded))).toEqual(fieldsBut(bytes));
        },
      ),
      { numRuns: 2000 },
    );
  });

  // Place in the frame and what may not stand there.
  it.each([
    [0, 'rsa-md5'],
    [1, ''],
    ...['0', '-1', '1.5', '1e3', '0x10', ' 7', '07', '', 'NaN', '9007199254740993'].map((seq) => [2, seq]),
    [3, 'AB'.repeat(32)],
    [3, 'ab'],
    [4, 'short'],
    [6, '0'],
    [6, '1.0'],
    [9, '-1'],
    [9, ''],
    ...['-', '1.5', '+3', '-0', '007', 'NaN'].map((off) => [14, off]),
    [15, 'moon'],
    ...['', '{}', '[1]', 'null', '[{"h":"x","n":1,"mime":""}]', '[{"n":-1}]'].map((blobs) => [16, blobs]),
  ] as [number, string][])('field %i may not be %j', (index, value) => {
    expect(decodeFrame(withField(index, value))).toBeNull();
  });

  it('hostile bytes never throw', () => {
    const flipped = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat());
    fc.assert(
      fc.property(flipped, ([at, by, cut]) => {
        const bytes = encodeFrame(frame);
        const i = at % bytes.length;
        bytes[i] = (bytes[i] ?? 0) ^ by;
        const found = decodeFrame(bytes);
        if (found) expect(fieldsBut(encodeFrame(found))).toEqual(fieldsBut(bytes));
        decodeFrame(bytes.subarray(0, cut % bytes.length));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        decodeFrame(bytes);
      }),
    );
  });
});

describe('DV3 and DV4: the signed event', () => {
  const sealed = sealFrame(frame, keys.privateKey);
  const wire = toWire(sealed);

  it('carries hash and signature of the exact bytes, and opens with the stream’s key', async () => {
    expect(sealed.hash.equals(hashFrame(sealed.frame))).toBe(true);
    expect(verifyHash(keys.publicKey, sealed.hash, sealed.sig)).toBe(true);
    expect(SignedEvent.parse(wire)).toEqual(wire);
    expect(await openEvent(wire, keys.publicKey)).toEqual({ ...sealed, decoded: frame });
  });

  it('any changed byte of frame, hash or signature closes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('f', 'h', 's' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, by) => {
          const bytes = Buffer.from(wire[part as 'f'], 'base64url');
          const i = at % bytes.length;
          bytes[i] = (bytes[i] ?? 0) ^ by;
          expect(
            await openEvent({ ...wire, [part]: bytes.toString('base64url') }, keys.publicKey),
          ).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('another key, no key and rubbish close it without throwing', async () => {
    for (const key of [makeKeyPair().publicKey, '', 'rubbish', toWire(sealed).f])
      expect(await openEvent(wire, key)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (f, h, s) => {
        expect(await openEvent({ f, h, s }, keys.publicKey)).toBeNull();
      }),
    );
  });

  it('DV4: a suite that is not on the list is not taken, though hash and signature are right', async () => {
    const other = sealFrame({ ...frame, alg: 'sm2-sm3' }, keys.privateKey);
    expect(await openEvent(toWire(other), keys.publicKey)).toBeNull();
  });
});
