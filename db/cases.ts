import { and, desc, eq, gte, inArray, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { ftsQuery } from '../domain/bigrams.ts';
import type { PetitionState } from '../domain/petition.ts';
import { ENDED_STATUSES } from '../domain/petitionStatus.ts';
import type { Orm } from './open.ts';
import { assignment, event, petitionCase } from './schema.ts';
import { reversedTail } from './search.ts';

export type CaseRecord = Omit<typeof petitionCase.$inferSelect, 'state'> & { synced: boolean };

/** Who asks: a restricted case is seen by leaders and by the person who registered it, by nobody else. */
export interface Reader {
  id: string;
  seesRestricted: boolean;
}

export interface CaseQuery {
  text: string;
  status: string[];
  channel: string[];
  category: string;
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  due: 'any' | 'overdue' | 'today' | 'week';
  custody: 'any' | 'ours' | 'elsewhere';
  sort: 'received' | 'due' | 'number';
  offset: number;
  limit: number;
}

/** Today and the day a week ahead (Beijing), and our unit: what the filters compare with. */
export interface Here {
  today: string;
  weekAhead: string;
  unitCode: string;
}

const columns = {
  rowId: petitionCase.rowId,
  caseId: petitionCase.caseId,
  number: petitionCase.number,
  receivedOn: petitionCase.receivedOn,
  registeredAt: petitionCase.registeredAt,
  channel: petitionCase.channel,
  purpose: petitionCase.purpose,
  category: petitionCase.category,
  title: petitionCase.title,
  leadName: petitionCase.leadName,
  personsPresent: petitionCase.personsPresent,
  placeCode: petitionCase.placeCode,
  placeName: petitionCase.placeName,
  unitCode: petitionCase.unitCode,
  unitName: petitionCase.unitName,
  status: petitionCase.status,
  restricted: petitionCase.restricted,
  nextDue: petitionCase.nextDue,
  nextRule: petitionCase.nextRule,
  nextLegal: petitionCase.nextLegal,
  registrar: petitionCase.registrar,
  /** A case is synced when none of its events waits. */
  synced: sql<number>`not exists (select 1 from ${event} where ${event.caseId} = ${petitionCase.caseId} and ${event.verdict} = 'local')`,
};
const asRecord = (row: Omit<CaseRecord, 'synced'> & { synced: number }): CaseRecord => ({
  ...row,
  synced: row.synced === 1,
});

const visible = (reader: Reader): SQL | undefined =>
  reader.seesRestricted
    ? undefined
    : or(eq(petitionCase.restricted, false), eq(petitionCase.registrar, reader.id));

/** Ids of the accusation cases that this reader may not see. */
export const hiddenCases = (reader: Reader): SQL =>
  sql`(select case_id from ${LIST_INDEX} where restricted = 1 and registrar <> ${reader.id})`;

/** Cases of a filter, a page at a time, with their number in all. */
export function listCases(
  orm: Orm,
  q: CaseQuery,
  here: Here,
  reader: Reader,
): { rows: CaseRecord[]; total: number } {
  const filter = and(
    textFilter(q.text),
    q.status.length > 0 ? inArray(petitionCase.status, q.status) : undefined,
    q.channel.length > 0 ? inArray(petitionCase.channel, q.channel) : undefined,
    q.category ? eq(petitionCase.category, q.category) : undefined,
    q.receivedFrom ? gte(petitionCase.receivedOn, q.receivedFrom) : undefined,
    q.receivedTo ? lte(petitionCase.receivedOn, q.receivedTo) : undefined,
    dueFilter(q.due, here),
    q.custody === 'ours' ? eq(petitionCase.unitCode, here.unitCode) : undefined,
    q.custody === 'elsewhere' ? ne(petitionCase.unitCode, here.unitCode) : undefined,
  );
  const where = and(visible(reader), filter);
  const order =
    q.sort === 'due'
      ? [sql`${petitionCase.nextDue} is null`, petitionCase.nextDue, desc(petitionCase.rowId)]
      : q.sort === 'number'
        ? [petitionCase.number]
        : [desc(petitionCase.receivedOn), desc(petitionCase.number)];
  const found = orm
    .select({ rowId: sql<number>`${petitionCase.rowId}` })
    .from(q.sort === 'number' && !filter ? NUMBER_INDEX : LIST_INDEX)
    .where(where)
    .orderBy(...order);
  if (q.text) {
    // To search twice, once for the page and once for the count, costs more than to be given all that was found.
    const all = found.all();
    return { rows: rowsOf(orm, all.slice(q.offset, q.offset + q.limit)), total: all.length };
  }
  const total = orm.select({ n: sql<number>`count(*)` }).from(LIST_INDEX).where(where).get()?.n ?? 0;
  return { rows: rowsOf(orm, found.limit(q.limit).offset(q.offset).all()), total };
}

/**
 * The table by the index that holds all that lists filter, sort and count by. Without statistics the planner would take
 * an index on one column and read most rows.
 */
const LIST_INDEX = sql`${petitionCase} indexed by petition_case_list`;
/** The table by the index that holds what a list by number needs when nothing is filtered. */
const NUMBER_INDEX = sql`${petitionCase} indexed by petition_case_number`;

/** List rows of these cases, in this order. */
function rowsOf(orm: Orm, listed: readonly { rowId: number }[]): CaseRecord[] {
  const ids = listed.map(({ rowId }) => rowId);
  const found = orm.select(columns).from(petitionCase).where(inArray(petitionCase.rowId, ids)).all();
  const byId = new Map(found.map((row) => [row.rowId, asRecord(row)]));
  return ids.flatMap((rowId) => byId.get(rowId) ?? []);
}

/**
 * Overdue is told by the legal day (DOMAIN 2.2). A raw day that rolled over rest days is not past yet: until the legal day
 * it stays among what is due within the week, on that day among what is due today.
 */
function dueFilter(due: CaseQuery['due'], here: Here): SQL | undefined {
  const { nextDue, nextLegal } = petitionCase;
  if (due === 'overdue') return sql`${nextLegal} < ${here.today}`;
  if (due === 'today') return or(eq(nextDue, here.today), eq(nextLegal, here.today));
  return due === 'week' ? and(gte(nextLegal, here.today), lte(nextDue, here.weekAhead)) : undefined;
}

/** One box: each term must match as words, initials, number, phone tail or ID tail; which, the term's shape tells. */
function textFilter(text: string): SQL | undefined {
  const terms = text.normalize('NFKC').trim().split(/\s+/).filter(Boolean);
  return and(...terms.map(termFilter));
}

function termFilter(term: string): SQL | undefined {
  const ways: (SQL | undefined)[] = [];
  const words = ftsQuery(term);
  if (words)
    ways.push(sql`${petitionCase.rowId} in (select rowid from case_text where case_text match ${words})`);
  if (/^[A-Za-z]{2,}$/.test(term)) {
    const initials = term.toLowerCase();
    ways.push(
      sql`${petitionCase.rowId} in (select case_row from petitioner_key where initials between ${initials} and ${`${initials}\u{10ffff}`})`,
    );
  }
  const tail = reversedTail(term);
  if (/^\d{3,}[\dX]?$/i.test(term)) {
    const range = sql`between ${tail} and ${`${tail}\u{10ffff}`}`;
    ways.push(
      sql`${petitionCase.rowId} in (select case_row from petitioner_key where phone_reversed <> '' and phone_reversed ${range})`,
    );
    ways.push(
      sql`${petitionCase.rowId} in (select case_row from petitioner_key where id_reversed <> '' and id_reversed ${range})`,
    );
  }
  // Numbers are read aloud in part: the date, the sequence, the whole.
  if (/\d/.test(term) && /^[0-9A-Za-z-]+$/.test(term))
    ways.push(sql`instr(${petitionCase.number}, ${term.toUpperCase()}) > 0`);
  return ways.length > 0 ? or(...ways) : sql`0`;
}

/** One case's list row, if this reader may see it. */
export function findCase(orm: Orm, caseId: string, reader: Reader): CaseRecord | undefined {
  const row = orm
    .select(columns)
    .from(petitionCase)
    .where(and(eq(petitionCase.caseId, caseId), visible(reader)))
    .get();
  return row && asRecord(row);
}

/** Cases of our unit whose next duty ends by a date, most urgent first. */
export function dutiesUntil(
  orm: Orm,
  until: string,
  here: Here,
  reader: Reader,
  limit: number,
): CaseRecord[] {
  return orm
    .select(columns)
    .from(petitionCase)
    .where(and(visible(reader), eq(petitionCase.unitCode, here.unitCode), lte(petitionCase.nextDue, until)))
    .orderBy(petitionCase.nextDue, petitionCase.number)
    .limit(limit)
    .all()
    .map(asRecord);
}

/** States of cases that a list of this reader gave; one query for all of them. */
export function statesOf(orm: Orm, records: readonly CaseRecord[]): Map<string, PetitionState> {
  const ids = records.map((record) => record.rowId);
  const rows = orm
    .select({ caseId: petitionCase.caseId, state: petitionCase.state })
    .from(petitionCase)
    .where(inArray(petitionCase.rowId, ids))
    .all();
  return new Map(rows.map((row) => [row.caseId, JSON.parse(row.state) as PetitionState]));
}

/** Cases in a status with our unit. */
export function casesInStatus(orm: Orm, status: string, here: Here, reader: Reader): CaseRecord[] {
  const listed = orm
    .select({ rowId: sql<number>`${petitionCase.rowId}` })
    .from(LIST_INDEX)
    .where(and(visible(reader), eq(petitionCase.unitCode, here.unitCode), eq(petitionCase.status, status)))
    .orderBy(petitionCase.receivedOn)
    .limit(200)
    .all();
  return rowsOf(orm, listed);
}

export interface CaseCounts {
  registeredToday: number;
  open: number;
  overdue: number;
  dueToday: number;
  dueWeek: number;
}

/** Counts of the 今日 page, of what this reader may see. */
export function countCases(orm: Orm, here: Here, reader: Reader): CaseCounts {
  const ours = sql`${petitionCase.unitCode} = ${here.unitCode}`;
  const row = orm
    .select({
      registeredToday: sql<number>`coalesce(sum(substr(${petitionCase.registeredAt}, 1, 10) = ${here.today}), 0)`,
      open: sql<number>`coalesce(sum(${ours} and ${notInArray(petitionCase.status, [...ENDED_STATUSES])}), 0)`,
      overdue: sql<number>`coalesce(sum(${ours} and ${petitionCase.nextLegal} < ${here.today}), 0)`,
      dueToday: sql<number>`coalesce(sum(${ours} and (${petitionCase.nextDue} = ${here.today} or ${petitionCase.nextLegal} = ${here.today})), 0)`,
      dueWeek: sql<number>`coalesce(sum(${ours} and ${petitionCase.nextLegal} > ${here.today} and ${petitionCase.nextDue} <> ${here.today} and ${petitionCase.nextDue} <= ${here.weekAhead}), 0)`,
    })
    .from(LIST_INDEX)
    .where(visible(reader))
    .get();
  return row ?? { registeredToday: 0, open: 0, overdue: 0, dueToday: 0, dueWeek: 0 };
}

/** States in which nothing more is asked of the unit. */
const FINISHED = ['reported', 'superseded', 'returned'];

/** Case ids of the items sent down to our unit, newest first; `open` leaves out what is finished. */
export function listAssignments(
  orm: Orm,
  unitCode: string,
  open: boolean,
): { assignmentId: string; caseId: string; state: string }[] {
  return orm
    .select({ assignmentId: assignment.assignmentId, caseId: assignment.caseId, state: assignment.state })
    .from(assignment)
    .where(and(eq(assignment.toUnit, unitCode), open ? notInArray(assignment.state, FINISHED) : undefined))
    .orderBy(desc(assignment.assignedOn))
    .limit(500)
    .all();
}
