import { countWaiting, findByNumber, readHead } from '../db/events.ts';
import type { Db } from '../db/open.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { ask, type Line, type Weather } from './ask.ts';
import type { Send } from './envelope.ts';
import { NO_HASH } from './frame.ts';
import type { Identity } from './log.ts';
import type { Bureau } from './page.ts';
import { type Hello, HelloNo, HelloOk, PROTO } from './protocol.ts';
import { type PullTrouble, pull } from './pull.ts';
import { type Pace, type PushTrouble, push } from './push.ts';

/** Everything one exchange of a desk with its bureau needs. */
export interface Party {
  db: Db;
  identity: Identity;
  bureau: Bureau;
  send: Send;
  now(): Date;
  /** Version of this program. */
  version: string;
  pace: Pace;
  /** Told whenever something that a page may show was written. */
  onNews(): void;
}

/** Why an exchange ended early, as a code for the catalogue; never an exception. */
export type ExchangeTrouble = Weather | PushTrouble | PullTrouble | 'upgrade' | 'fence-fork';

export interface Exchanged {
  /** Milliseconds that the bureau's clock is ahead of ours (CK4). */
  clockOffset: number | null;
}

/** Answers that say that nobody could be spoken to: asking further would say the same. */
const SPEECHLESS: ReadonlySet<ExchangeTrouble> = new Set([
  'not-reached',
  'timeout',
  'not-a-bureau',
  'bad-answer',
  'busy',
]);

/**
 * One exchange: hello, push until nothing is left, pull until nothing is new. What the bureau refuses to take does not
 * keep us from reading what it has for us. Every answer is written before the next question, so it can end anywhere.
 */
export async function exchange(party: Party): Promise<Result<Exchanged, ExchangeTrouble>> {
  const { db, identity, bureau, pace, onNews } = party;
  const line: Line = {
    send: party.send,
    stream: identity.stream,
    keys: identity.keys,
    bureauKey: bureau.bureauKey,
    now: party.now,
  };
  const hello = await greet(party, line);
  if (!hello.ok) return hello;
  const clockOffset = offsetFrom(hello.value.now, party.now());
  const sent = await push({ db, line, pace, onNews }, hello.value);
  if (!sent.ok && SPEECHLESS.has(sent.refusal.code)) return sent;
  const read = await pull({ db, identity, bureau, line, onNews }, hello.value);
  if (!sent.ok) return sent;
  if (!read.ok) return read;
  return ok({ clockOffset });
}

/** Hello: the bureau says what it has of our stream, and we see whether that is our stream at all (PU1). */
async function greet(
  { db, identity, version, now }: Party,
  line: Line,
): Promise<Result<HelloOk, ExchangeTrouble>> {
  const own = readHead(db.orm);
  const said: Hello = {
    proto: PROTO,
    app: version,
    stream: identity.stream,
    head: [own?.seq ?? 0, own?.hash ?? NO_HASH],
    waiting: countWaiting(db.orm, identity.stream),
    calendar: builtInCalendar.version,
    now: now().toISOString(),
  };
  const heard = await ask(line, '/v1/hello', said, HelloOk, HelloNo);
  if (!heard.ok) return heard;
  if (!heard.value.ok) return helloRefused(heard.value.refusal);
  const [seq, hash] = heard.value.value.head;
  // The bureau has events of ours that we do not: this database is an older copy of itself.
  const ours = seq === 0 ? NO_HASH : findByNumber(db.orm, identity.stream, seq)?.hash.toString('hex');
  return ours === hash ? ok(heard.value.value) : refuse('fork', { detail: { at: seq } });
}

function helloRefused(no: HelloNo): Result<never, ExchangeTrouble> {
  switch (no.code) {
    case 'BUSY':
      return refuse('busy', no.retryAfter === undefined ? {} : { detail: { seconds: no.retryAfter } });
    case 'UPGRADE':
      return refuse('upgrade');
    case 'FENCE_FORK':
      return refuse('fence-fork');
    case 'REVOKED':
      return refuse('revoked');
    case 'UNKNOWN_STREAM':
      return refuse('unknown-stream');
  }
}

/** Milliseconds from our clock to the bureau's; null when it sent no time that can be read. */
export function offsetFrom(theirs: string, ours: Date): number | null {
  const at = Date.parse(theirs);
  return Number.isNaN(at) ? null : at - ours.getTime();
}
