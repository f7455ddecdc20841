import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taggedHash, toB64 } from './bytes.ts';
import { exportPrivateKey, importPrivateKey, makeKeyPair, signHash, streamIdOf, verifyHash } from './keys.ts';

const hash = taggedHash('ev1', 'anything');

it('a key that was sealed and opened again is the same stream', () => {
  const keys = makeKeyPair();
  const again = importPrivateKey(exportPrivateKey(keys.privateKey));
  expect(again.publicKey).toBe(keys.publicKey);
  expect(streamIdOf(again.publicKey)).toBe(streamIdOf(keys.publicKey));
  expect(streamIdOf(keys.publicKey)).toMatch(/^s-[0-9a-f]{24}$/);
  expect(verifyHash(keys.publicKey, hash, signHash(again.privateKey, hash))).toBe(true);
  expect(() => importPrivateKey(Buffer.from('rubbish'))).toThrow();
});

it('only the key that signed verifies, and only this very hash', () => {
  const keys = makeKeyPair();
  const signature = signHash(keys.privateKey, hash);
  expect(verifyHash(makeKeyPair().publicKey, hash, signature)).toBe(false);
  expect(verifyHash(keys.publicKey, taggedHash('ev1', 'other'), signature)).toBe(false);
  expect(verifyHash(keys.publicKey, hash, signature.subarray(1))).toBe(false);
});

it('DV4: a key of another kind is not taken', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed448');
  const text = toB64(publicKey.export({ type: 'spki', format: 'der' }));
  expect(verifyHash(text, hash, signHash(privateKey, hash))).toBe(false);
});

it('malformed keys and signatures are simply not right', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array(), fc.uint8Array(), (key, bytes, signature) => {
      expect(verifyHash(key, bytes, signature)).toBe(false);
      expect(verifyHash(toB64(bytes), hash, signature)).toBe(false);
    }),
  );
});
