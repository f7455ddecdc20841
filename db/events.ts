import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Orm } from './open.ts';
import { event, knownStream, streamHead } from './schema.ts';

export type StoredEvent = typeof event.$inferSelect;
export type NewEvent = Omit<typeof event.$inferInsert, 'pos'>;
export type Verdict = StoredEvent['verdict'];

/** Appends an event as signed; the row must be new. */
export function insertEvent(orm: Orm, row: NewEvent): void {
  const { changes } = orm.insert(event).values(row).run();
  if (changes !== 1) throw new Error(`event ${row.id} was not stored`);
}

/** Head of this desk's own stream, or undefined before the first event. */
export const readHead = (orm: Orm): typeof streamHead.$inferSelect | undefined =>
  orm.select().from(streamHead).get();

/** Moves the head; part of the transaction that appends (DV2). */
export function writeHead(orm: Orm, head: typeof streamHead.$inferInsert): void {
  orm.insert(streamHead).values(head).onConflictDoUpdate({ target: streamHead.stream, set: head }).run();
}

/** An event by stream and number, e.g. to tell a duplicate from a fork. */
export const findByNumber = (orm: Orm, stream: string, seq: number): StoredEvent | undefined =>
  orm
    .select()
    .from(event)
    .where(and(eq(event.stream, stream), eq(event.seq, seq)))
    .get();

/** Events of a case in local order of arrival. */
export const eventsOfCase = (orm: Orm, caseId: string): StoredEvent[] =>
  orm.select().from(event).where(eq(event.caseId, caseId)).orderBy(asc(event.pos)).all();

/** Own events after a number, in order, at most `limit`: what the next push carries. */
export const eventsAfter = (orm: Orm, stream: string, seq: number, limit: number): StoredEvent[] =>
  orm
    .select()
    .from(event)
    .where(and(eq(event.stream, stream), gt(event.seq, seq)))
    .orderBy(asc(event.seq))
    .limit(limit)
    .all();

/** All events in local order, streamed: for a rebuild of the projections. */
export function* allEvents(orm: Orm, pageSize = 500): Generator<StoredEvent> {
  let after = 0;
  for (;;) {
    const page = orm
      .select()
      .from(event)
      .where(gt(event.pos, after))
      .orderBy(asc(event.pos))
      .limit(pageSize)
      .all();
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.pos;
  }
}

/** Writes the bureau's verdict; true when it changed what was known. */
export function writeVerdict(
  orm: Orm,
  id: string,
  verdict: Exclude<Verdict, 'local'>,
  code: string | null,
): boolean {
  const changed = orm
    .update(event)
    .set({ verdict, verdictCode: code })
    .where(
      and(eq(event.id, id), sql`(${event.verdict} <> ${verdict} or ${event.verdictCode} is not ${code})`),
    )
    .run();
  return changed.changes === 1;
}

/** Own events not yet at the bureau. */
export const countWaiting = (orm: Orm, stream: string): number =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(event)
    .where(and(eq(event.verdict, 'local'), eq(event.stream, stream)))
    .get()?.n ?? 0;

/** Entry time of the oldest event that waits, or null. */
export const oldestWaiting = (orm: Orm, stream: string): string | null =>
  orm
    .select({ entered: event.entered })
    .from(event)
    .where(and(eq(event.verdict, 'local'), eq(event.stream, stream)))
    .orderBy(asc(event.seq))
    .limit(1)
    .get()?.entered ?? null;

/** Refused or held events that no person has settled yet. */
export const countAttention = (orm: Orm): number =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(event)
    .where(and(inArray(event.verdict, ['rejected', 'held']), sql`${event.settledBy} is null`))
    .get()?.n ?? 0;

export type OutboxShow = 'waiting' | 'attention' | 'sent';

/** Events of the own stream for the outbox screen, newest first. */
export function outbox(orm: Orm, stream: string, show: OutboxShow, limit: number): StoredEvent[] {
  const wanted =
    show === 'waiting'
      ? eq(event.verdict, 'local')
      : show === 'sent'
        ? eq(event.verdict, 'accepted')
        : inArray(event.verdict, ['rejected', 'held']);
  return orm
    .select()
    .from(event)
    .where(and(eq(event.stream, stream), wanted))
    .orderBy(sql`${event.settledBy} is not null`, sql`${event.seq} desc`)
    .limit(limit)
    .all();
}

/** Marks a refused or held event as dealt with; true when there was one. */
export function settleEvent(orm: Orm, id: string, person: string, note: string): boolean {
  const { changes } = orm
    .update(event)
    .set({ settledBy: person, settledNote: note })
    .where(and(eq(event.id, id), inArray(event.verdict, ['rejected', 'held'])))
    .run();
  return changes === 1;
}

/** A stream whose signatures are trusted. */
export const findStream = (orm: Orm, stream: string): typeof knownStream.$inferSelect | undefined =>
  orm.select().from(knownStream).where(eq(knownStream.stream, stream)).get();

/** Trusts a stream from now on; a known key never changes. */
export function trustStream(orm: Orm, row: typeof knownStream.$inferInsert): void {
  orm.insert(knownStream).values(row).onConflictDoNothing().run();
}
