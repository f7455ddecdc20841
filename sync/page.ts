import { findById, findByNumber, findStream, type StoredEvent } from '../db/events.ts';
import type { Orm } from '../db/open.ts';
import { BUREAU_EVENTS } from '../domain/events/all.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { fromB64, toB64 } from './bytes.ts';
import { DIRECTORY, hashNotice, hashPage, mailScope, nextDigest } from './feed.ts';
import { decodeFrame, type Frame, type OpenedEvent, openEvent, type SignedEvent } from './frame.ts';
import { verifyHash } from './keys.ts';
import type { Identity } from './log.ts';
import type { FeedItem, Page } from './protocol.ts';

/** The bureau as this desk got to know it at enrolment. */
export interface Bureau {
  bureauKey: string;
  bureauStream: string;
}

/** Where this desk stands in a feed. */
export interface FeedPosition {
  cursor: number;
  digest: Buffer;
}

/** An entry of a feed whose every byte is proved. */
export type Entry =
  | { cursor: number; is: 'event'; event: OpenedEvent }
  | { cursor: number; is: 'notice'; text: string }
  | { cursor: number; is: 'other' };

/**
 * PL2: everything about a page is checked before anything of it is written: that it follows where we stand, that it is
 * dense, its digest, the bureau's signature, and each event's own signature. `fork` = it holds events of our own stream
 * that we do not have, or others under our numbers.
 */
export async function checkPage(
  orm: Orm,
  identity: Identity,
  bureau: Bureau,
  page: Page,
  at: FeedPosition,
): Promise<Result<Entry[], 'bad-answer' | 'fork'>> {
  if (page.from !== at.cursor + 1 || page.to !== at.cursor + page.items.length || page.head < page.to)
    return refuse('bad-answer');
  const entries: Entry[] = [];
  let digest: Buffer = at.digest;
  for (const [i, item] of page.items.entries()) {
    if (item.c !== page.from + i) return refuse('bad-answer');
    const hash = entryHash(item);
    if (!hash) return refuse('bad-answer');
    digest = nextDigest(digest, item.k, hash);
    const entry = await checkItem(orm, identity, bureau, page.scope, item);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  const signed = hashPage(page.scope, page.from, page.to, digest);
  const right =
    digest.equals(fromB64(page.digest)) && verifyHash(bureau.bureauKey, signed, fromB64(page.sig));
  return right ? ok(entries) : refuse('bad-answer');
}

function entryHash(item: FeedItem): Buffer | null {
  if (item.k === 'event' || item.k === 'backfill') return item.e ? fromB64(item.e.h) : null;
  return item.note === undefined ? null : hashNotice(item.note);
}

async function checkItem(
  orm: Orm,
  identity: Identity,
  bureau: Bureau,
  scope: string,
  item: FeedItem,
): Promise<Result<Entry, 'bad-answer' | 'fork'>> {
  const cursor = item.c;
  if (item.k === 'notice') return ok({ cursor, is: 'notice', text: item.note ?? '' });
  // No bureau of this version orders anything to be hidden.
  if (item.k === 'evict') return ok({ cursor, is: 'other' });
  if (!item.e || scope === mailScope(identity.stream)) return refuse('bad-answer');
  const frame = fromB64(item.e.f);
  const decoded = decodeFrame(frame);
  if (!decoded) return refuse('bad-answer');
  const { stream, type } = decoded;
  const stored = findByNumber(orm, stream, decoded.seq);
  // Byte for byte what we have ourselves, our own events above all: its signature was checked, or made, here.
  const same = stored?.frame.equals(frame) && toB64(stored.hash) === item.e.h ? stored : undefined;
  const event = same ? openedFrom(same, decoded) : await openFrom(orm, identity, bureau, item.e, stream);
  if (!event) return refuse('bad-answer');
  // Whoever could name desks or assign cases in another's name would own the unit's desks.
  const bureauOnly = scope === DIRECTORY || (BUREAU_EVENTS as ReadonlySet<string>).has(type);
  if (bureauOnly && stream !== bureau.bureauStream) return refuse('bad-answer');
  const unfit = same ? null : fitsWhatWeHave(orm, identity, event, stored);
  return unfit ?? ok({ cursor, is: 'event', event });
}

/** A stored event as it would be opened from the wire. */
const openedFrom = ({ frame, hash, sig }: StoredEvent, decoded: Frame): OpenedEvent => ({
  decoded,
  frame,
  hash,
  sig,
});

/** The event when its signature is its author's, and the author is known from the directory. */
async function openFrom(
  orm: Orm,
  identity: Identity,
  bureau: Bureau,
  wire: SignedEvent,
  stream: string,
): Promise<OpenedEvent | null> {
  if (stream === identity.stream) return openEvent(wire, identity.keys.publicKey);
  if (stream === bureau.bureauStream) return openEvent(wire, bureau.bureauKey);
  const known = findStream(orm, stream);
  return known ? openEvent(wire, known.publicKey) : null;
}

/** One number of a stream is one hash for ever (DV3). */
function fitsWhatWeHave(
  orm: Orm,
  identity: Identity,
  { decoded, hash }: OpenedEvent,
  stored: StoredEvent | undefined,
): Result<never, 'bad-answer' | 'fork'> | null {
  const own = decoded.stream === identity.stream;
  if (stored) return stored.hash.equals(hash) ? null : refuse(own ? 'fork' : 'bad-answer');
  if (own) return refuse('fork');
  return findById(orm, decoded.id) ? refuse('bad-answer') : null;
}
