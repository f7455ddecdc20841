import { createHash } from 'node:crypto';

/** URL-safe base64 without padding: how bytes travel inside JSON. */
export const toB64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const fromB64 = (text: string): Buffer => Buffer.from(text, 'base64url');

/** SHA-256 over a domain-separation tag and parts, so that a hash of one kind is never one of another. */
export function taggedHash(tag: string, ...parts: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256').update(tag);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Fields as length-prefixed UTF-8 (32-bit big-endian lengths); the bytes are what is signed, stored and sent. */
export function packFields(fields: readonly string[]): Buffer {
  const parts: Buffer[] = [];
  for (const field of fields) {
    const bytes = Buffer.from(field, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  }
  return Buffer.concat(parts);
}

/** Reads exactly `count` fields; null when the bytes are not exactly that. */
export function unpackFields(bytes: Uint8Array, count: number): string[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: string[] = [];
  let at = 0;
  while (fields.length < count) {
    if (at + 4 > buffer.length) return null;
    const length = buffer.readUInt32BE(at);
    at += 4;
    if (at + length > buffer.length) return null;
    const part = buffer.subarray(at, at + length);
    const text = part.toString('utf8');
    // Invalid UTF-8 would not survive the round trip (its length alone may): refuse it here, not later.
    if (!Buffer.from(text, 'utf8').equals(part)) return null;
    fields.push(text);
    at += length;
  }
  return at === buffer.length ? fields : null;
}
