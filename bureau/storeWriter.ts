import { and, asc, between, eq, inArray, isNotNull, max, or, sql } from 'drizzle-orm';
import type { BureauWriter, ScopeHead, Subject } from '../sync/bureauStore.ts';
import { EMPTY_DIGEST } from '../sync/feed.ts';
import type { Transaction } from './database.ts';
import { insertRows } from './insertRows.ts';
import { caseRow, mediationRow } from './project.ts';
import {
  caseUnit,
  enrolmentCode,
  event,
  feed,
  mediation,
  petitionCase,
  scopeHead,
  stream,
  unit,
} from './schema.ts';
import { readerOn, selectStream, streamRowOf } from './storeReader.ts';

/** What the exchange does in one transaction. */
export const writerOn = (tx: Transaction): BureauWriter => ({
  ...readerOn(tx),
  ...streamWriter(tx),
  ...subjectWriter(tx),
  ...feedWriter(tx),
  ...enrolmentWriter(tx),
});

function streamWriter(tx: Transaction) {
  return {
    async lockStream(id) {
      return streamRowOf((await selectStream(tx, id).for('update', { of: stream }))[0]);
    },
    storedBetween: (id, from, to) =>
      tx
        .select({ seq: event.seq, id: event.id, hash: event.hash, verdict: event.verdict, code: event.code })
        .from(event)
        .where(and(eq(event.stream, id), between(event.seq, from, to)))
        .orderBy(asc(event.seq)),
    async moveHead(id, { seq, hash, hlc }) {
      await tx
        .update(stream)
        .set({ seq, hash, ...(hlc !== undefined && { hlc }) })
        .where(eq(stream.stream, id));
    },
    async setState(id, state) {
      await tx.update(stream).set({ state }).where(eq(stream.stream, id));
    },
    async noteContact(id, { at, ...contact }) {
      await tx
        .update(stream)
        .set({ lastSeenAt: at, ...contact })
        .where(eq(stream.stream, id));
    },
  } satisfies Partial<BureauWriter>;
}

function subjectWriter(tx: Transaction) {
  return {
    async takenIds(ids) {
      if (ids.length === 0) return new Set<string>();
      const rows = await tx
        .select({ id: event.id })
        .from(event)
        .where(inArray(event.id, [...ids]));
      return new Set(rows.map(({ id }) => id));
    },
    lockSubjects: (ids) => lockSubjects(tx, [...ids]),
    async takenMediations(ids) {
      const rows = await tx
        .select({ id: mediation.mediationId })
        .from(mediation)
        .where(inArray(mediation.mediationId, [...ids]));
      return new Set(rows.map(({ id }) => id));
    },
    async acceptedHashes(caseId) {
      const rows = await tx
        .select({ hash: event.hash })
        .from(event)
        .where(and(eq(event.caseId, caseId), isNotNull(event.position)))
        .orderBy(asc(event.position));
      return rows.map(({ hash }) => hash);
    },
    insertEvents: (events) => insertEvents(tx, events),
    saveSubjects: (subjects) => saveSubjects(tx, subjects),
  } satisfies Partial<BureauWriter>;
}

/** Locks ids, known or not, so that two streams cannot begin the same case at once; then loads what there is. */
async function lockSubjects(tx: Transaction, ids: string[]): Promise<Subject[]> {
  const texts = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  await tx.execute(
    sql`select pg_advisory_xact_lock(key) from (select distinct hashtextextended(id, 0) as key from unnest(array[${texts}]::text[]) as id order by key) as keys`,
  );
  const cases = await tx
    .select({ caseId: petitionCase.caseId, arrivedAt: petitionCase.arrivedAt, state: petitionCase.state })
    .from(petitionCase)
    .where(inArray(petitionCase.caseId, ids));
  const mediations = await tx
    .select({ caseId: mediation.caseId, arrivedAt: mediation.arrivedAt, state: mediation.state })
    .from(mediation)
    .where(
      or(
        inArray(mediation.caseId, ids),
        // Without a case of its own a mediation is a subject itself.
        and(inArray(mediation.mediationId, ids), sql`${mediation.caseId} is null`),
      ),
    );
  const subjects = new Map<string, Subject>();
  const subjectOf = (caseId: string, arrivedAt: string): Subject => {
    const known = subjects.get(caseId);
    if (known) return known;
    const blank = {
      petition: null,
      mediations: new Map(),
      units: new Set<string>(),
      position: 0,
      restricted: false,
    };
    const made: Subject = { caseId, arrivedAt, ...blank };
    subjects.set(caseId, made);
    return made;
  };
  for (const { caseId, arrivedAt, state } of cases)
    Object.assign(subjectOf(caseId, arrivedAt), { petition: state, restricted: state.restricted });
  for (const { caseId, arrivedAt, state } of mediations)
    subjectOf(caseId ?? state.mediationId, arrivedAt).mediations.set(state.mediationId, state);
  if (subjects.size > 0) await loadUnitsAndPositions(tx, subjects);
  return [...subjects.values()];
}

async function loadUnitsAndPositions(tx: Transaction, subjects: Map<string, Subject>): Promise<void> {
  const ids = [...subjects.keys()];
  const units = await tx.select().from(caseUnit).where(inArray(caseUnit.caseId, ids));
  for (const { caseId, unitCode } of units) subjects.get(caseId)?.units.add(unitCode);
  const last = await tx
    .select({ caseId: event.caseId, position: max(event.position) })
    .from(event)
    .where(and(inArray(event.caseId, ids), isNotNull(event.position)))
    .groupBy(event.caseId);
  for (const { caseId, position } of last) {
    const subject = subjects.get(caseId);
    if (subject) subject.position = position ?? 0;
  }
}

const insertEvents = insertRows(event);
const saveCases = insertRows(petitionCase, 'overwrite');
const saveMediations = insertRows(mediation, 'overwrite');
const saveUnits = insertRows(caseUnit, 'leave');
const insertFeed = insertRows(feed);
const saveHeads = insertRows(scopeHead, 'overwrite');

async function saveSubjects(tx: Transaction, subjects: readonly Subject[]): Promise<void> {
  const cases = subjects.flatMap(({ petition, arrivedAt }) =>
    petition ? [caseRow(petition, arrivedAt)] : [],
  );
  await saveCases(tx, cases);
  const mediations = subjects.flatMap((subject) =>
    [...subject.mediations.values()].map((state) => mediationRow(state, subject)),
  );
  await saveMediations(tx, mediations);
  const units = subjects.flatMap(({ caseId, units: had }) =>
    [...had].map((unitCode) => ({ caseId, unitCode })),
  );
  await saveUnits(tx, units);
}

function feedWriter(tx: Transaction) {
  return {
    // One statement: the rows are locked one after the other in the order of the values, new ones too.
    lockHeads: (scopes) =>
      tx
        .insert(scopeHead)
        .values(scopes.map((scope): ScopeHead => ({ scope, cursor: 0, digest: EMPTY_DIGEST })))
        .onConflictDoUpdate({ target: scopeHead.scope, set: { cursor: sql`${scopeHead.cursor}` } })
        .returning(),
    insertFeed: (rows) =>
      insertFeed(
        tx,
        rows.map(({ hash, note, ...row }) => ({ ...row, note, hash: note === undefined ? hash : null })),
      ),
    saveHeads: (heads) => saveHeads(tx, heads),
  } satisfies Partial<BureauWriter>;
}

function enrolmentWriter(tx: Transaction) {
  return {
    async lockCode(codeHash) {
      const [found] = await tx
        .select({ code: enrolmentCode, unitName: unit.name })
        .from(enrolmentCode)
        .innerJoin(unit, eq(unit.code, enrolmentCode.unitCode))
        .where(eq(enrolmentCode.codeHash, codeHash))
        .for('update', { of: enrolmentCode });
      if (!found) return null;
      const { id, unitCode, expiresAt, usedBy, cancelledAt } = found.code;
      const cancelled = cancelledAt !== null;
      return { id, unit: { code: unitCode, name: found.unitName }, expiresAt, usedBy, cancelled };
    },
    async spendCode(id, usedBy, usedAt) {
      await tx.update(enrolmentCode).set({ usedBy, usedAt }).where(eq(enrolmentCode.id, id));
    },
    async letterTaken(unitCode, letter) {
      const rows = await tx
        .select({ stream: stream.stream })
        .from(stream)
        .where(and(eq(stream.unitCode, unitCode), eq(stream.letter, letter)));
      return rows.length > 0;
    },
    async insertStream(row) {
      await tx.insert(stream).values(row);
    },
  } satisfies Partial<BureauWriter>;
}
