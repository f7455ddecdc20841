import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fromB64, taggedHash, toB64 } from './bytes.ts';
import { type KeyPair, signHash, verifyHash } from './keys.ts';
import { MAX_BYTES } from './protocol.ts';

/**
 * Requests are signed by the stream's key and answers by the bureau's, over the exact bytes of the wire,
 * bound to each other by a nonce: a proxy or a captive portal can delay, but neither change nor replay.
 */
export interface WireRequest {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}
export interface WireAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Uint8Array;
}
/** Carries a request to the bureau. Rejects when it cannot be reached. HTTP lives in the hosts. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

export const H_STREAM = 'x-fq-stream';
export const H_NONCE = 'x-fq-nonce';
export const H_TIME = 'x-fq-time';
export const H_SIG = 'x-fq-sig';

/** Expanded JSON may not exceed this, whatever the compressed size says (gzip bombs). */
const MAX_EXPANDED = 16 * MAX_BYTES;

const requestHash = (path: string, stream: string, nonce: string, time: string, body: Uint8Array): Buffer =>
  taggedHash('rq1', `${path}\n${stream}\n${nonce}\n${time}\n`, body);
const answerHash = (nonce: string, status: number, body: Uint8Array): Buffer =>
  taggedHash('an1', `${nonce}\n${status}\n`, body);

/**
 * A signed, compressed request. No header calls it `content-encoding`: fetch and proxies would undo the compression,
 * and the signature is over the compressed bytes. Without `key` (enrolment) it is unsigned and carries only the nonce.
 */
export function packRequest(
  path: string,
  json: unknown,
  stream: string,
  key: KeyPair | null,
  now: string,
): WireRequest {
  const body = gzipSync(JSON.stringify(json), { level: 6 });
  const nonce = toB64(randomBytes(18));
  const headers: Record<string, string> = {
    'content-type': 'application/vnd.fengqiao+json',
    [H_STREAM]: stream,
    [H_NONCE]: nonce,
    [H_TIME]: now,
  };
  if (key) headers[H_SIG] = toB64(signHash(key.privateKey, requestHash(path, stream, nonce, now, body)));
  return { path, headers, body };
}

/** True when the request bytes are signed by this stream's key. */
export function requestIsSigned(request: WireRequest, publicKey: string): boolean {
  const {
    [H_STREAM]: stream = '',
    [H_NONCE]: nonce = '',
    [H_TIME]: time = '',
    [H_SIG]: sig = '',
  } = request.headers;
  return verifyHash(publicKey, requestHash(request.path, stream, nonce, time, request.body), fromB64(sig));
}

/** A signed, compressed answer to the request with this nonce. */
export function packAnswer(nonce: string, status: number, json: unknown, key: KeyPair): WireAnswer {
  const body = gzipSync(JSON.stringify(json), { level: 4 });
  return {
    status,
    headers: {
      'content-type': 'application/vnd.fengqiao+json',
      [H_SIG]: toB64(signHash(key.privateKey, answerHash(nonce, status, body))),
    },
    body,
  };
}

/** The JSON of an answer signed by the bureau for this very request, or null: then nobody was reached. */
export function openAnswer(answer: WireAnswer, nonce: string, bureauKey: string): unknown {
  const sig = answer.headers[H_SIG];
  if (!sig || !verifyHash(bureauKey, answerHash(nonce, answer.status, answer.body), fromB64(sig)))
    return null;
  return expand(answer.body);
}

/** Decompressed JSON, or null for anything that is not gzip of JSON within bounds. */
export function expand(body: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(body, { maxOutputLength: MAX_EXPANDED }).toString('utf8'));
  } catch {
    return null;
  }
}

const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Last group of an enrolment code: a fingerprint of the bureau's key, so that the first contact is not blind trust. */
export function keyFingerprint(bureauKey: string): string {
  const hash = taggedHash('fp1', fromB64(bureauKey));
  return [0, 1, 2, 3].map((i) => CODE_ALPHABET[(hash[i] ?? 0) % CODE_ALPHABET.length]).join('');
}

/** A one-time code `XXXX-XXXX-FFFF`: eight random symbols and the fingerprint. */
export function makeEnrolmentCode(bureauKey: string): string {
  const random = [...randomBytes(8)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
  return `${random.slice(0, 4)}-${random.slice(4)}-${keyFingerprint(bureauKey)}`;
}

/** Upper case, dashes put back; what people read aloud and type. */
export function normaliseCode(text: string): string {
  const symbols = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return symbols.match(/.{1,4}/g)?.join('-') ?? '';
}
