import { z } from 'zod';
import { SignedEvent } from './frame.ts';

/** Version of the exchange; pushes of older versions are accepted for ever (SV7). */
export const PROTO = 1;

/** PU5: bounds of one request. */
export const MAX_EVENTS = 500;
/** Bytes of one request or page after compression. */
export const MAX_BYTES = 1024 * 1024;

const Seq = z.number().int().min(0);
const Digest = z.string().length(43);
const Hash = z.string().length(43);

/** POST /v1/enrol, the only unsigned request: proves itself by the one-time code. */
export const Enrol = z.object({
  proto: z.number().int(),
  code: z.string().min(4).max(40),
  publicKey: z.string().max(200),
  unit: z.string().max(20),
  letter: z.string().length(1),
  deskName: z.string().min(1).max(60),
  training: z.boolean(),
});
export type Enrol = z.infer<typeof Enrol>;
export const EnrolOk = z.object({
  bureauName: z.string().max(100),
  bureauKey: z.string().max(200),
  bureauStream: z.string().max(64),
  stream: z.string().max(64),
  unit: z.object({ code: z.string(), name: z.string() }),
  scopes: z.array(z.string()).max(20),
  now: z.string(),
});
export type EnrolOk = z.infer<typeof EnrolOk>;
export const EnrolNo = z.object({
  code: z.enum(['WRONG_CODE', 'LETTER_TAKEN', 'WRONG_UNIT', 'TRAINING', 'REFUSED', 'BUSY']),
});
export type EnrolNo = z.infer<typeof EnrolNo>;

/** POST /v1/hello (PU1): the server says what it has of the stream; the desk's own marks are only for display. */
export const Hello = z.object({
  proto: z.number().int(),
  app: z.string().max(40),
  stream: z.string().max(64),
  head: z.tuple([Seq, z.string().length(64)]),
  waiting: z.number().int().min(0),
  calendar: z.string().max(60),
  now: z.string().max(40),
});
export type Hello = z.infer<typeof Hello>;
export const HelloOk = z.object({
  epoch: z.string().max(64),
  now: z.string(),
  /** Head of this stream at the server: seq and hash (hex). */
  head: z.tuple([Seq, z.string().length(64)]),
  scopes: z.array(z.string()).max(20),
  feeds: z.record(z.string(), Seq),
  limits: z.object({ events: z.number().int().min(1), bytes: z.number().int().min(1000) }),
});
export type HelloOk = z.infer<typeof HelloOk>;
export const HelloNo = z.object({
  code: z.enum(['UPGRADE', 'FENCE_FORK', 'REVOKED', 'UNKNOWN_STREAM', 'BUSY']),
  retryAfter: z.number().optional(),
  detail: z.string().max(400).default(''),
});
export type HelloNo = z.infer<typeof HelloNo>;

/** POST /v1/push. */
export const Push = z.object({ stream: z.string().max(64), events: z.array(SignedEvent).max(MAX_EVENTS) });
export type Push = z.infer<typeof Push>;
/** PU4: all three are stored and move the head, so nothing can block the queue. */
export const Verdict = z.object({
  id: z.string(),
  seq: Seq,
  s: z.enum(['accepted', 'rejected', 'held']),
  code: z.string().max(60).optional(),
});
export type Verdict = z.infer<typeof Verdict>;
export const PushOk = z.object({
  head: z.tuple([Seq, z.string().length(64)]),
  verdicts: z.array(Verdict),
  now: z.string(),
});
export type PushOk = z.infer<typeof PushOk>;
export const PushNo = z.discriminatedUnion('code', [
  z.object({ code: z.literal('GAP'), need: Seq }),
  z.object({ code: z.literal('FORK'), at: Seq, have: z.string() }),
  z.object({ code: z.literal('TOO_BIG') }),
  z.object({ code: z.literal('BAD_EVENT'), at: Seq }),
  z.object({ code: z.literal('BUSY'), retryAfter: z.number() }),
  z.object({ code: z.literal('REVOKED') }),
  z.object({ code: z.literal('UNKNOWN_STREAM') }),
]);
export type PushNo = z.infer<typeof PushNo>;

/** POST /v1/pull (PL1): one request asks all feeds: scope → [cursor, digest]. */
export const Pull = z.object({
  stream: z.string().max(64),
  feeds: z.record(z.string().max(80), z.tuple([Seq, Digest])),
  bytes: z
    .number()
    .int()
    .min(1000)
    .max(4 * MAX_BYTES),
});
export type Pull = z.infer<typeof Pull>;
export const FeedItem = z.object({
  c: z.number().int().min(1),
  k: z.enum(['event', 'backfill', 'evict', 'notice']),
  e: SignedEvent.optional(),
  /** Exact JSON text of a notice or of an eviction. */
  note: z.string().max(20_000).optional(),
  received: z.string().optional(),
});
export type FeedItem = z.infer<typeof FeedItem>;
/** A verdict on one of the reader's own events, in its mailbox feed. */
export const VerdictNotice = z.object({ kind: z.literal('verdict'), verdict: Verdict });
export const Page = z.object({
  scope: z.string().max(80),
  /** First and last cursor of the page; to = from − 1 when empty. */
  from: z.number().int().min(1),
  to: Seq,
  head: Seq,
  /** Digest at `to`. */
  digest: Digest,
  more: z.boolean(),
  sig: z.string().max(120),
  items: z.array(FeedItem),
});
export type Page = z.infer<typeof Page>;
export const PullOk = z.object({ pages: z.array(Page), now: z.string() });
export type PullOk = z.infer<typeof PullOk>;
export const PullNo = z.discriminatedUnion('code', [
  z.object({ code: z.literal('DIVERGED'), scope: z.string(), common: Seq, digest: Hash }),
  z.object({ code: z.literal('NOT_YOURS'), scope: z.string() }),
  z.object({ code: z.literal('BUSY'), retryAfter: z.number() }),
  z.object({ code: z.literal('REVOKED') }),
  z.object({ code: z.literal('UNKNOWN_STREAM') }),
]);
export type PullNo = z.infer<typeof PullNo>;

/** Every answer is one of these two; anything else is "not reached" (N2). */
export const Answer = <T extends z.ZodType, N extends z.ZodType>(ok: T, no: N) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: ok }),
    z.object({ ok: z.literal(false), refusal: no }),
  ]);
