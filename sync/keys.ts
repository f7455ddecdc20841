import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { fromB64, taggedHash, toB64 } from './bytes.ts';

/** Signature suite of this version (DV4); a place for `sm2-sm3` is kept in every envelope. */
export const ALG = 'ed25519-sha256';

export interface KeyPair {
  privateKey: KeyObject;
  /** Raw SPKI of the public key, base64url. */
  publicKey: string;
}

/** A new Ed25519 pair for a stream. */
export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: toB64(publicKey.export({ type: 'spki', format: 'der' })) };
}

/** PKCS#8 DER of a private key, for sealing on disk; never stored in clear. */
export const exportPrivateKey = (key: KeyObject): Buffer => key.export({ type: 'pkcs8', format: 'der' });

/** The pair from sealed PKCS#8 DER. Throws when the bytes are not a key. */
export function importPrivateKey(der: Uint8Array): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.from(der), type: 'pkcs8', format: 'der' });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey: toB64(publicKey.export({ type: 'spki', format: 'der' })) };
}

/** Signs a 32-byte hash. */
export const signHash = (key: KeyObject, hash: Uint8Array): Buffer => sign(null, hash, key);

const known = new Map<string, KeyObject>();

/** The key in this text; null when it is none of our suite. */
function publicKeyIn(text: string): KeyObject | null {
  const before = known.get(text);
  if (before) return before;
  try {
    const key = createPublicKey({ key: fromB64(text), type: 'spki', format: 'der' });
    if (key.asymmetricKeyType !== 'ed25519') return null;
    if (known.size > 5_000) known.clear();
    known.set(text, key);
    return key;
  } catch {
    return null;
  }
}

/** True when `signature` is this public key's over `hash`; false for anything malformed. */
export function verifyHash(publicKey: string, hash: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyIn(publicKey);
  return key !== null && verify(null, hash, key, signature);
}

/** The same beside the main thread: a signature takes about 0.1 ms, and pushes and pages bring hundreds. */
export function verifyHashAside(
  publicKey: string,
  hash: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = publicKeyIn(publicKey);
  if (!key) return Promise.resolve(false);
  return new Promise((done) => {
    verify(null, hash, key, signature, (error, right) => done(!error && right));
  });
}

/** Stream id from its public key: whoever holds the key owns the stream, nobody can claim another's. */
export const streamIdOf = (publicKey: string): string =>
  `s-${taggedHash('st1', fromB64(publicKey)).toString('hex').slice(0, 24)}`;

/** True when this text is the public key of an Ed25519 pair. */
export function isPublicKey(text: string): boolean {
  try {
    return (
      createPublicKey({ key: fromB64(text), type: 'spki', format: 'der' }).asymmetricKeyType === 'ed25519'
    );
  } catch {
    return false;
  }
}
