import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { BureauReader, FeedRow, StreamRow } from '../sync/bureauStore.ts';
import type { Database, Transaction } from './database.ts';
import { event, feed, scopeHead, stream, unit } from './schema.ts';

/** Entries looked at for one page; a page of the smallest ones fits in. */
const MOST_ENTRIES = 1000;

/** What the exchange reads, on the pool or within a transaction. */
export const readerOn = (orm: Database | Transaction): BureauReader => ({
  findStream: async (id) => streamRowOf((await selectStream(orm, id))[0]),

  readHeads: (scopes) =>
    orm
      .select()
      .from(scopeHead)
      .where(inArray(scopeHead.scope, [...scopes])),

  async readDigest(scope, cursor) {
    const [row] = await orm
      .select({ digest: feed.digest })
      .from(feed)
      .where(and(eq(feed.scope, scope), eq(feed.cursor, cursor)));
    return row?.digest ?? null;
  },

  readFeed: (scope, cursor, bytes) => readFeed(orm, scope, cursor, bytes),
});

/** The stream with the name of its unit, as a query that a writer can lock. */
export const selectStream = (orm: Database | Transaction, id: string) =>
  orm
    .select({ row: stream, unitName: unit.name })
    .from(stream)
    .innerJoin(unit, eq(unit.code, stream.unitCode))
    .where(eq(stream.stream, id));

/** A selected stream as the exchange knows it. */
export function streamRowOf(
  found: { row: typeof stream.$inferSelect; unitName: string } | undefined,
): StreamRow | null {
  if (!found) return null;
  const { row, unitName } = found;
  const { stream: id, kind, publicKey, letter, state, seq, hash, hlc } = row;
  return {
    stream: id,
    kind,
    publicKey,
    unit: { code: row.unitCode, name: unitName },
    letter,
    state,
    seq,
    hash,
    hlc,
  };
}

async function readFeed(
  orm: Database | Transaction,
  scope: string,
  cursor: number,
  bytes: number,
): Promise<FeedRow[]> {
  const some = orm
    .select()
    .from(feed)
    .where(and(eq(feed.scope, scope), gt(feed.cursor, cursor)))
    .orderBy(asc(feed.cursor))
    .limit(MOST_ENTRIES)
    .as('some');
  // Bytes of the frames up to each entry: what does not fit is not fetched.
  const running = sql<number>`sum(coalesce(octet_length(${event.frame}), 0)) over (order by ${some.cursor})`;
  const sized = orm
    .select({
      cursor: some.cursor,
      kind: some.kind,
      hash: some.hash,
      note: some.note,
      digest: some.digest,
      received: some.received,
      running: running.as('running'),
    })
    .from(some)
    .leftJoin(event, eq(event.hash, some.hash))
    .as('sized');
  return orm
    .select({
      cursor: sized.cursor,
      kind: sized.kind,
      note: sized.note,
      digest: sized.digest,
      received: sized.received,
      event: { frame: event.frame, hash: event.hash, sig: event.sig },
    })
    .from(sized)
    .leftJoin(event, eq(event.hash, sized.hash))
    .where(sql`${sized.running} <= ${bytes} or ${sized.cursor} = ${cursor + 1}`)
    .orderBy(asc(sized.cursor));
}
