import { eventsAfter, firstWithoutVerdict, type StoredEvent } from '../db/events.ts';
import type { Db } from '../db/open.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { hear, type Line, packed, type Weather } from './ask.ts';
import type { WireRequest } from './envelope.ts';
import { toWire } from './frame.ts';
import { type HelloOk, MAX_BYTES, MAX_EVENTS, PushNo, PushOk } from './protocol.ts';
import { applyVerdicts } from './verdicts.ts';

/** How many events go in one request; kept between exchanges, so that a thin line is not learned anew each time (PU5). */
export interface Pace {
  events: number;
}

/** Where the pace begins: about a quarter of what a request may carry. */
export const FIRST_PACE = 128;

/** Why events did not get through, as a code for the catalogue. */
export type PushTrouble = Weather | 'busy' | 'gap' | 'fork' | 'bad-event' | 'revoked' | 'unknown-stream';

/** A bureau that asks again and again for other numbers is not followed for ever. */
const MOST_GAPS = 3;

interface Batch {
  events: StoredEvent[];
  request: WireRequest;
}

interface Sender {
  db: Db;
  line: Line;
  pace: Pace;
  /** Told after verdicts that were news are on disk. */
  onNews(): void;
}

/**
 * Sends what the bureau has not (PU1), and again what it has but never told us its verdict on: the same hash is a
 * duplicate and gets the old verdict (PU2).
 */
export async function push(sender: Sender, hello: HelloOk): Promise<Result<null, PushTrouble>> {
  const { db, line, pace, onNews } = sender;
  let from = Math.min(
    hello.head[0],
    (firstWithoutVerdict(db.orm, line.stream) ?? Number.POSITIVE_INFINITY) - 1,
  );
  let gaps = 0;
  for (;;) {
    const batch = nextBatch(db, line, from, hello.limits, pace);
    if (!batch) return ok(null);
    const heard = await hear(line, batch.request, PushOk, PushNo);
    if (!heard.ok) {
      if (heard.refusal.code === 'timeout') slower(pace, batch);
      return heard;
    }
    const answer = heard.value;
    if (answer.ok) {
      const stored = storedUpTo(batch, answer.value);
      if (stored === null || stored <= from) return refuse('bad-answer');
      if (db.write(() => applyVerdicts(db, line.stream, answer.value.verdicts)) > 0) onNews();
      from = stored;
      pace.events = Math.min(MAX_EVENTS, pace.events * 2);
    } else if (answer.refusal.code === 'TOO_BIG' && batch.events.length > 1) {
      slower(pace, batch);
    } else if (answer.refusal.code === 'GAP' && gaps < MOST_GAPS && answer.refusal.need >= 1) {
      gaps += 1;
      from = answer.refusal.need - 1;
    } else {
      return pushRefused(answer.refusal);
    }
  }
}

function slower(pace: Pace, batch: Batch): void {
  pace.events = Math.max(1, Math.floor(batch.events.length / 2));
}

/** The next events as one request within every limit, or null when there is nothing to send. */
function nextBatch(db: Db, line: Line, from: number, limits: HelloOk['limits'], pace: Pace): Batch | null {
  const most = Math.min(pace.events, limits.events, MAX_EVENTS);
  const bytes = Math.min(limits.bytes, MAX_BYTES);
  let events = withinBytes(eventsAfter(db.orm, line.stream, from, most), bytes);
  for (;;) {
    if (events.length === 0) return null;
    const request = packed(line, '/v1/push', { stream: line.stream, events: events.map(toWire) });
    if (request.body.length <= bytes || events.length === 1) return { events, request };
    events = events.slice(0, Math.floor(events.length / 2));
  }
}

/** Frames of about as many bytes as the request may have: base64 and gzip cancel each other out. */
function withinBytes(events: StoredEvent[], bytes: number): StoredEvent[] {
  let sum = 0;
  const cut = events.findIndex((event, i) => {
    sum += event.frame.length;
    return i > 0 && sum > bytes;
  });
  return cut < 0 ? events : events.slice(0, cut);
}

/** Number of the last event of the batch that the bureau has now; null when it speaks of other events. */
function storedUpTo({ events }: Batch, { head, verdicts }: PushOk): number | null {
  const ids = new Map(events.map((event) => [event.seq, event.id]));
  if (!verdicts.every(({ seq, id }) => ids.get(seq) === id)) return null;
  return Math.min(head[0], events.at(-1)?.seq ?? 0);
}

function pushRefused(no: PushNo): Result<never, PushTrouble> {
  switch (no.code) {
    case 'BUSY':
      return refuse('busy', { detail: { seconds: no.retryAfter } });
    case 'GAP':
      return refuse('gap', { detail: { need: no.need } });
    case 'FORK':
      return refuse('fork', { detail: { at: no.at } });
    case 'BAD_EVENT':
      return refuse('bad-event', { detail: { at: no.at } });
    // One event that is too big for any request; nothing of this program makes one.
    case 'TOO_BIG':
      return refuse('bad-event');
    case 'REVOKED':
      return refuse('revoked');
    case 'UNKNOWN_STREAM':
      return refuse('unknown-stream');
  }
}
