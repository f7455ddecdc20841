import type { Bureau, BureauReader, BureauStore, FeedRow } from './bureauStore.ts';
import { fromB64, toB64 } from './bytes.ts';
import { DIRECTORY, EMPTY_DIGEST, hashPage } from './feed.ts';
import { toWire } from './frame.ts';
import { scopesOf } from './greet.ts';
import { signHash } from './keys.ts';
import { type FeedItem, MAX_BYTES, type Page, type Pull, type PullNo, type PullOk } from './protocol.ts';
import { ok, type Refused, type Reply, refused } from './reply.ts';

/** Bytes of JSON that an entry costs besides its event or note: names, number, time, signature, hash. */
const ENTRY_BYTES = 300;

/** Answers a pull of several feeds with one page each (PL1); `dir` alone until it is complete (PL2). */
export async function servePages(
  bureau: Bureau,
  store: BureauStore,
  pull: Pull,
  now: string,
): Promise<Reply<PullOk, PullNo>> {
  const { reader } = store;
  const stream = await reader.findStream(pull.stream);
  if (stream?.kind !== 'desk') return refused({ code: 'UNKNOWN_STREAM' });
  if (stream.state === 'refused') return refused({ code: 'REVOKED' });
  const allowed = scopesOf(stream);
  const asked = Object.entries(pull.feeds).sort(([a], [b]) => allowed.indexOf(a) - allowed.indexOf(b));
  const foreign = asked.find(([scope]) => !allowed.includes(scope));
  if (foreign) return refused({ code: 'NOT_YOURS', scope: foreign[0] });

  const pages: Page[] = [];
  let left = Math.min(pull.bytes, MAX_BYTES);
  for (const [scope, [cursor, digest]] of asked) {
    const diverged = await divergence(reader, scope, cursor, digest);
    if (diverged) return diverged;
    // A page that would not fit any more comes with the next request; the first entry of an answer always does.
    const page = await makePage(bureau, reader, { scope, cursor, digest }, left, pages.every(isEmpty));
    pages.push(page);
    left -= page.items.reduce((sum, item) => sum + bytesOf(item), 0);
    if (scope === DIRECTORY && page.more) break;
  }
  return ok({ pages, now });
}

const isEmpty = (page: Page): boolean => page.items.length === 0;

/** FD5: the reader's digest at its cursor is not ours, or it has read further than there is. */
async function divergence(
  reader: BureauReader,
  scope: string,
  cursor: number,
  digest: string,
): Promise<Refused<PullNo> | null> {
  const ours = cursor === 0 ? EMPTY_DIGEST : await reader.readDigest(scope, cursor);
  if (ours?.equals(fromB64(digest))) return null;
  return refused({ code: 'DIVERGED', scope, common: 0, digest: toB64(EMPTY_DIGEST) });
}

/** The entries after a cursor, as many as fit, signed. */
async function makePage(
  bureau: Bureau,
  reader: BureauReader,
  from: { scope: string; cursor: number; digest: string },
  bytes: number,
  atLeastOne: boolean,
): Promise<Page> {
  const { scope, cursor } = from;
  const rows = bytes > ENTRY_BYTES || atLeastOne ? await reader.readFeed(scope, cursor, bytes) : [];
  const fitting = takeFitting(rows, bytes, atLeastOne);
  // Read after the entries, so that it is never behind them.
  const head = (await reader.readHeads([scope]))[0]?.cursor ?? 0;
  const to = cursor + fitting.length;
  const digest = fitting.at(-1)?.digest ?? fromB64(from.digest);
  return {
    scope,
    from: cursor + 1,
    to,
    head,
    digest: toB64(digest),
    more: to < head,
    sig: toB64(signHash(bureau.keys.privateKey, hashPage(scope, cursor + 1, to, digest))),
    items: fitting.map(itemOf),
  };
}

/** Rows until the bytes are used up. Dense by rule FD2, and checked: a missing number is our bug, not a page. */
function takeFitting(rows: readonly FeedRow[], bytes: number, atLeastOne: boolean): FeedRow[] {
  const fitting: FeedRow[] = [];
  let used = 0;
  for (const row of rows) {
    const before = fitting.at(-1);
    if (before && row.cursor !== before.cursor + 1) throw new Error(`feed has a gap at ${row.cursor}`);
    used += bytesOf(itemOf(row));
    if (used > bytes && !(atLeastOne && fitting.length === 0)) break;
    fitting.push(row);
  }
  return fitting;
}

const bytesOf = (item: FeedItem): number =>
  ENTRY_BYTES + (item.e?.f.length ?? 0) + Buffer.byteLength(item.note ?? '');

const itemOf = ({ cursor, kind, note, received, event }: FeedRow): FeedItem => ({
  c: cursor,
  k: kind,
  ...(event && { e: toWire(event) }),
  ...(note !== null && { note }),
  received,
});
