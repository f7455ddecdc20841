import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fromB64, packFields, taggedHash, toB64, unpackFields } from './bytes.ts';
import { ALG, signHash, verifyHashAside } from './keys.ts';

/** A blob named by an event: SHA-256 hex, bytes, type. The event does not wait for the blob (BL1). */
export interface BlobRef {
  h: string;
  n: number;
  mime: string;
}

/** What is signed (DV3): who, what, when, on which case, after which event. Encoded once, never re-serialised. */
export interface Frame {
  alg: string;
  stream: string;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** Hash of seq − 1, hex; 64 zeros before the first. */
  prev: string;
  id: string;
  type: string;
  v: number;
  /** Case (or mediation) the fact belongs to; empty for facts of the desk itself. */
  case: string;
  scope: string;
  /** Custody counter of the case that the author saw (CF3). */
  custody: number;
  /** JSON of {id, name}: who did it (DV6). */
  actor: string;
  hlc: string;
  /** Beijing time the person claims for the fact. */
  claimed: string;
  /** Device time of entry, Beijing time. */
  entered: string;
  /** Milliseconds the server was ahead at the last contact, or null; `src` says where the time came from. */
  clk: { off: number | null; src: 'server' | 'user' | 'none' };
  blobs: BlobRef[];
  /** Exact JSON text of the event body. */
  body: string;
}

/** Frame, hash and signature as they travel (base64url). */
export const SignedEvent = z.object({
  f: z.string().max(1_400_000),
  h: z.string().length(43),
  s: z.string().max(120),
});
export type SignedEvent = z.infer<typeof SignedEvent>;

export const NO_HASH = '0'.repeat(64);
const FIELDS = 18;

/** The exact bytes of a frame. */
export function encodeFrame(frame: Frame): Buffer {
  return packFields([
    frame.alg,
    frame.stream,
    String(frame.seq),
    frame.prev,
    frame.id,
    frame.type,
    String(frame.v),
    frame.case,
    frame.scope,
    String(frame.custody),
    frame.actor,
    frame.hlc,
    frame.claimed,
    frame.entered,
    frame.clk.off === null ? '' : String(frame.clk.off),
    frame.clk.src,
    JSON.stringify(frame.blobs),
    frame.body,
  ]);
}

const Blobs = z
  .array(z.object({ h: z.string().length(64), n: z.number().int().nonnegative(), mime: z.string().max(100) }))
  .max(100);
/** A whole number as it is written here: one way only, so that a frame has one encoding. */
const count = (least: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d*)$/)
    .transform(Number)
    .pipe(z.number().int().min(least));
const Decoded = z.object({
  alg: z.literal(ALG),
  stream: z.string().min(1).max(64),
  seq: count(1),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  id: z.string().min(8).max(64),
  type: z.string().min(1).max(64),
  v: count(1),
  case: z.string().max(64),
  scope: z.string().max(80),
  custody: count(0),
  actor: z.string().max(400),
  hlc: z.string().max(80),
  claimed: z.string().max(40),
  entered: z.string().max(40),
  off: z.string().regex(/^(?:0|-?[1-9]\d*)?$/),
  src: z.enum(['server', 'user', 'none']),
  blobs: z.string(),
  body: z.string(),
});
const NAMES = Object.keys(Decoded.shape);

/** The frame in these bytes, or null when they are not one; hostile bytes never throw. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  const fields = unpackFields(bytes, FIELDS);
  if (!fields) return null;
  const parsed = Decoded.safeParse(Object.fromEntries(NAMES.map((name, i) => [name, fields[i]])));
  if (!parsed.success) return null;
  const { off, src, blobs, ...rest } = parsed.data;
  try {
    return {
      ...rest,
      clk: { off: off === '' ? null : Number(off), src },
      blobs: Blobs.parse(JSON.parse(blobs)),
    };
  } catch {
    return null;
  }
}

/** SHA-256("ev1" ‖ frame). */
export const hashFrame = (frame: Uint8Array): Buffer => taggedHash('ev1', frame);

/** A stored event: bytes as signed. */
export interface SealedFrame {
  frame: Buffer;
  hash: Buffer;
  sig: Buffer;
}

/** Encodes, hashes and signs. */
export function sealFrame(frame: Frame, key: KeyObject): SealedFrame {
  const bytes = encodeFrame(frame);
  const hash = hashFrame(bytes);
  return { frame: bytes, hash, sig: signHash(key, hash) };
}

export const toWire = (sealed: { frame: Uint8Array; hash: Uint8Array; sig: Uint8Array }): SignedEvent => ({
  f: toB64(sealed.frame),
  h: toB64(sealed.hash),
  s: toB64(sealed.sig),
});

export type OpenedEvent = SealedFrame & { decoded: Frame };

/** Decodes and checks hash; the signature is checked against `publicKey`. Null when anything is wrong. */
export async function openEvent(wire: SignedEvent, publicKey: string): Promise<OpenedEvent | null> {
  const frame = fromB64(wire.f);
  const hash = hashFrame(frame);
  const sig = fromB64(wire.s);
  if (!hash.equals(fromB64(wire.h))) return null;
  const decoded = decodeFrame(frame);
  if (!decoded || !(await verifyHashAside(publicKey, hash, sig))) return null;
  return { frame, hash, sig, decoded };
}
