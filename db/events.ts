import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { hiddenCases, type Reader } from './cases.ts';
import { compiled, compiledInsert } from './compiled.ts';
import type { Orm } from './open.ts';
import { event, knownStream, streamHead } from './schema.ts';

export type StoredEvent = typeof event.$inferSelect;
export type NewEvent = Omit<typeof event.$inferInsert, 'pos'>;
export type Verdict = StoredEvent['verdict'];

const insert = compiledInsert(event);

/** Appends an event as signed; a row that is there already throws. */
export function insertEvent(orm: Orm, row: NewEvent): void {
  insert(orm, row);
}

const head = compiled((orm) => orm.select().from(streamHead).prepare());

/** Head of this desk's own stream, or undefined before the first event. */
export const readHead = (orm: Orm): typeof streamHead.$inferSelect | undefined => head(orm).get();

const moveHead = compiled((orm) =>
  orm
    .insert(streamHead)
    .values({
      stream: sql.placeholder('stream'),
      seq: sql.placeholder('seq'),
      hash: sql.placeholder('hash'),
      hlc: sql.placeholder('hlc'),
    })
    .onConflictDoUpdate({
      target: streamHead.stream,
      set: { seq: sql`excluded.seq`, hash: sql`excluded.hash`, hlc: sql`excluded.hlc` },
    })
    .prepare(),
);

/** Moves the head; part of the transaction that appends (DV2). */
export function writeHead(orm: Orm, at: typeof streamHead.$inferInsert): void {
  moveHead(orm).run(at);
}

const byNumber = compiled((orm) =>
  orm
    .select()
    .from(event)
    .where(and(eq(event.stream, sql.placeholder('stream')), eq(event.seq, sql.placeholder('seq'))))
    .prepare(),
);

/** An event by stream and number, e.g. to tell a duplicate from a fork. */
export const findByNumber = (orm: Orm, stream: string, seq: number): StoredEvent | undefined =>
  byNumber(orm).get({ stream, seq });

/**
 * The order in which facts are folded: the bureau's where it has placed them, the same at every desk, then what is still
 * on its way, as it was entered.
 */
const foldOrder = [sql`${event.placed} is null`, asc(event.placed), asc(event.pos)];

/** What was refused stays readable and counts for nothing. */
const notRefused = sql`${event.verdict} not in ('rejected', 'held')`;

/** Events of a case in the order of folding. */
export const eventsOfCase = (orm: Orm, caseId: string): StoredEvent[] =>
  orm
    .select()
    .from(event)
    .where(eq(event.caseId, caseId))
    .orderBy(...foldOrder)
    .all();

const unplacedBefore = compiled((orm) =>
  orm
    .select({ pos: event.pos })
    .from(event)
    .where(
      and(
        eq(event.caseId, sql.placeholder('caseId')),
        isNull(event.placed),
        notRefused,
        lt(event.seq, sql.placeholder('seq')),
      ),
    )
    .limit(1)
    .prepare(),
);

/**
 * True when facts of the case that the bureau has not placed yet would be folded after a fact placed now: all of them
 * when it came from elsewhere, those entered before it when it is our own (`ownSeq`).
 */
export const foldsBeforeUnplaced = (orm: Orm, caseId: string, ownSeq: number | null): boolean =>
  unplacedBefore(orm).get({ caseId, seq: ownSeq ?? Number.MAX_SAFE_INTEGER }) !== undefined;

const place = compiled((orm) =>
  orm
    .update(event)
    .set({ placed: sql`${sql.placeholder('cursor')}` })
    .where(and(eq(event.pos, sql.placeholder('pos')), isNull(event.placed)))
    .prepare(),
);

/** Says where the bureau's feed has an event; the first place counts. */
export function placeEvent(orm: Orm, pos: number, cursor: number): void {
  place(orm).run({ pos, cursor });
}

/** Forgets places after a cursor, because the bureau's feed goes on differently there; answers the cases touched. */
export function unplaceAfter(orm: Orm, cursor: number): string[] {
  const touched = and(gt(event.placed, cursor), ne(event.caseId, ''));
  const cases = orm.selectDistinct({ caseId: event.caseId }).from(event).where(touched).all();
  orm.update(event).set({ placed: null }).where(touched).run();
  return cases.map((row) => row.caseId);
}

/** Events that this program could not read when they came. */
export const deferredEvents = (orm: Orm): StoredEvent[] =>
  orm.select().from(event).where(eq(event.deferred, true)).orderBy(asc(event.pos)).all();

/** Says that an event is readable by now. */
export function clearDeferred(orm: Orm, pos: number): void {
  orm.update(event).set({ deferred: false }).where(eq(event.pos, pos)).run();
}

/** Number of the first own event whose verdict is not known here, or undefined. */
export const firstWithoutVerdict = (orm: Orm, stream: string): number | undefined =>
  orm
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.verdict, 'local'), eq(event.stream, stream)))
    .orderBy(asc(event.seq))
    .limit(1)
    .get()?.seq;

const byId = compiled((orm) =>
  orm
    .select()
    .from(event)
    .where(eq(event.id, sql.placeholder('id')))
    .prepare(),
);

/** The event with this id, whoever wrote it. */
export const findById = (orm: Orm, id: string): StoredEvent | undefined => byId(orm).get({ id });

/** Own events after a number, in order, at most `limit`: what the next push carries. */
export const eventsAfter = (orm: Orm, stream: string, seq: number, limit: number): StoredEvent[] =>
  orm
    .select()
    .from(event)
    .where(and(eq(event.stream, stream), gt(event.seq, seq)))
    .orderBy(asc(event.seq))
    .limit(limit)
    .all();

/** All events that count, in the order of folding, one at a time: for a rebuild of the projections. */
export function* allEvents(orm: Orm): Generator<StoredEvent> {
  const order = orm
    .select({ pos: event.pos })
    .from(event)
    .where(notRefused)
    .orderBy(...foldOrder)
    .all();
  for (const { pos } of order) {
    const stored = orm.select().from(event).where(eq(event.pos, pos)).get();
    if (stored) yield stored;
  }
}

const judgeById = compiled((orm) =>
  orm
    .update(event)
    .set({ verdict: sql`${sql.placeholder('verdict')}`, verdictCode: sql`${sql.placeholder('code')}` })
    .where(
      and(
        eq(event.id, sql.placeholder('id')),
        sql`(${event.verdict} <> ${sql.placeholder('verdict')} or ${event.verdictCode} is not ${sql.placeholder('code')})`,
      ),
    )
    .prepare(),
);

/** Writes the bureau's verdict; true when it changed what was known. */
export const writeVerdict = (
  orm: Orm,
  id: string,
  verdict: Exclude<Verdict, 'local'>,
  code: string | null,
): boolean => judgeById(orm).run({ id, verdict, code }).changes === 1;

/** Own events not yet at the bureau. */
export const countWaiting = (orm: Orm, stream: string): number =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(event)
    .where(and(eq(event.verdict, 'local'), eq(event.stream, stream)))
    .get()?.n ?? 0;

/**
 * The same, without what is waiting in accusation cases that this reader may not see. Those are few: they are counted by
 * themselves, so that a month of waiting events is not looked up case by case.
 */
export function countWaitingFor(orm: Orm, stream: string, reader: Reader): number {
  const all = countWaiting(orm, stream);
  if (reader.seesRestricted) return all;
  // CROSS JOIN keeps the order: from the few cases to their events, never the other way round.
  const hidden = orm.get<{ n: number }>(
    sql`select count(*) as n from ${hiddenCases(reader)} as hidden cross join ${event} on ${event.caseId} = hidden.case_id
      where ${event.verdict} = 'local' and ${event.stream} = ${stream}`,
  );
  return all - (hidden?.n ?? 0);
}

/** Entry time of the oldest event that waits, of those that this reader may see, or null. */
export const oldestWaiting = (orm: Orm, stream: string, reader: Reader): string | null =>
  orm
    .select({ entered: event.entered })
    .from(event)
    .where(
      and(
        eq(event.verdict, 'local'),
        eq(event.stream, stream),
        reader.seesRestricted ? undefined : sql`${event.caseId} not in ${hiddenCases(reader)}`,
      ),
    )
    .orderBy(asc(event.seq))
    .limit(1)
    .get()?.entered ?? null;

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

const streamById = compiled((orm) =>
  orm
    .select()
    .from(knownStream)
    .where(eq(knownStream.stream, sql.placeholder('stream')))
    .prepare(),
);

/** A stream whose signatures are trusted. */
export const findStream = (orm: Orm, stream: string): typeof knownStream.$inferSelect | undefined =>
  streamById(orm).get({ stream });

/** Trusts a stream from now on; a known key never changes. */
export function trustStream(orm: Orm, row: typeof knownStream.$inferInsert): void {
  orm.insert(knownStream).values(row).onConflictDoNothing().run();
}
