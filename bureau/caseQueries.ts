import { and, asc, desc, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { BureauEntry, BureauFilter } from '../contract/bureauViews.ts';
import type { LocalDate } from '../domain/localDate.ts';
import { searchFilter } from './caseSearch.ts';
import { type CaseRecord, entryView } from './consoleViews.ts';
import type { Database, Transaction } from './database.ts';
import { event, petitionCase, unit } from './schema.ts';

/** Whose eyes look: without `restricted` accusations do not exist (DOMAIN 10.2). */
export interface Reader {
  restricted: boolean;
}

const visibleTo = ({ restricted }: Reader): SQL | undefined =>
  restricted ? undefined : eq(petitionCase.restricted, false);

const { state: _state, words: _words, ...rowColumns } = getTableColumns(petitionCase);
type RowRecord = Omit<CaseRecord, 'state' | 'words'>;

/** Waits to be sent down; an accusation never is (`closedToAssign`). */
const WAITS = sql`${petitionCase.unassigned} and not ${petitionCase.restricted}`;

/** Cases of a filter, a page at a time, with their number in all. */
export async function listCases(
  orm: Database,
  filter: z.output<typeof BureauFilter>,
  reader: Reader,
): Promise<{ rows: RowRecord[]; total: number }> {
  const where = and(
    visibleTo(reader),
    searchFilter(filter.text, reader.restricted),
    filter.unit
      ? or(eq(petitionCase.originCode, filter.unit), eq(petitionCase.custodianCode, filter.unit))
      : undefined,
    filter.status.length > 0 ? inArray(petitionCase.status, filter.status) : undefined,
    filter.channel.length > 0 ? inArray(petitionCase.channel, filter.channel) : undefined,
    filter.unassigned ? WAITS : undefined,
    filter.objectionOpen ? eq(petitionCase.objectionOpen, true) : undefined,
  );
  const rows = await orm
    .select(rowColumns)
    .from(petitionCase)
    .where(where)
    .orderBy(...ORDERS[filter.sort])
    .limit(filter.limit)
    .offset(filter.offset);
  return { rows, total: await orm.$count(petitionCase, where) };
}

/** The case id last, so that a page never repeats or skips a row of its neighbour. */
const ORDERS: Readonly<Record<z.output<typeof BureauFilter>['sort'], SQL[]>> = {
  arrived: [desc(petitionCase.arrivedAt), desc(petitionCase.caseId)],
  received: [desc(petitionCase.receivedOn), desc(petitionCase.caseId)],
  'report-due': [sql`${petitionCase.reportDue} asc nulls last`, asc(petitionCase.caseId)],
};

/** What waits for an officer, over everything the reader may see. */
export async function countCases(orm: Database, reader: Reader, today: LocalDate) {
  const [counts] = await orm
    .select({
      unassigned: sql<number>`(count(*) filter (where ${WAITS}))::int`,
      objectionOpen: sql<number>`(count(*) filter (where ${petitionCase.objectionOpen}))::int`,
      reportOverdue: sql<number>`(count(*) filter (where ${petitionCase.reportDue} < ${today}))::int`,
    })
    .from(petitionCase)
    .where(visibleTo(reader));
  return counts ?? { unassigned: 0, objectionOpen: 0, reportOverdue: 0 };
}

/** One case, if this reader may see it. */
export async function findCase(
  orm: Database | Transaction,
  caseId: string,
  reader: Reader,
): Promise<CaseRecord | undefined> {
  const [record] = await orm
    .select()
    .from(petitionCase)
    .where(and(eq(petitionCase.caseId, caseId), visibleTo(reader)));
  return record;
}

/** Everything that happened in a case as the bureau got it, oldest first; refused and held facts too. */
export async function caseTimeline(
  orm: Database | Transaction,
  caseId: string,
  reader: Reader,
): Promise<BureauEntry[]> {
  const rows = await orm
    .select({ stored: event, unitName: unit.name })
    .from(event)
    .innerJoin(unit, eq(unit.code, event.unitCode))
    .where(and(eq(event.caseId, caseId), reader.restricted ? undefined : eq(event.restricted, false)))
    .orderBy(asc(event.received), asc(event.position), asc(event.stream), asc(event.seq));
  return rows.map(({ stored, unitName }) => entryView(stored, unitName));
}
