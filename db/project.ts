import { eq, sql } from 'drizzle-orm';
import { builtInCalendar } from '../domain/calendar.ts';
import { clocksOf, nextDuty } from '../domain/clocks.ts';
import type { Recorded } from '../domain/events/all.ts';
import { evolveMediation, type MediationState } from '../domain/mediation.ts';
import { assignmentOf, evolvePetition, type PetitionState } from '../domain/petition.ts';
import { assignmentStateOf, statusOf } from '../domain/petitionStatus.ts';
import { compiled, compiledInsert, compiledUpdate } from './compiled.ts';
import type { Orm } from './open.ts';
import { assignment, knownStream, mediation, paperNumber, petitionCase } from './schema.ts';
import { indexCase } from './search.ts';

/** Applies one fact to every table it shows in; runs in the transaction that stores the fact. */
export function project(orm: Orm, recorded: Recorded): void {
  const { event } = recorded;
  if (event.type === 'stream-enrolled') {
    const { stream, publicKey, unit } = event.body;
    orm
      .insert(knownStream)
      .values({ stream, publicKey, unitCode: unit.code, unitName: unit.name })
      .onConflictDoNothing()
      .run();
    return;
  }
  if (event.type === 'desk-started') return;
  if (event.type.startsWith('mediation-')) projectMediation(orm, recorded);
  projectCase(orm, recorded);
}

function projectCase(orm: Orm, recorded: Recorded): void {
  const before = readCase(orm, recorded.caseId);
  const after = evolvePetition(before?.state ?? null, recorded);
  if (!after || after === before?.state) return;
  writeCase(orm, after, before, recorded);
  if (after.assignments.length > 0) writeAssignments(orm, after);
}

const caseById = compiled((orm) =>
  orm
    .select({ rowId: petitionCase.rowId, registrar: petitionCase.registrar, state: petitionCase.state })
    .from(petitionCase)
    .where(eq(petitionCase.caseId, sql.placeholder('caseId')))
    .prepare(),
);

/** Row number and state of a case, or undefined. */
export function readCase(
  orm: Orm,
  caseId: string,
): { rowId: number; registrar: string; state: PetitionState } | undefined {
  const row = caseById(orm).get({ caseId });
  return row && { ...row, state: JSON.parse(row.state) as PetitionState };
}

/** The case with this number, or undefined. */
export const caseIdOf = (orm: Orm, number: string): string | undefined =>
  orm.select({ caseId: petitionCase.caseId }).from(petitionCase).where(eq(petitionCase.number, number)).get()
    ?.caseId;

function writeCase(
  orm: Orm,
  state: PetitionState,
  before: { rowId: number; state: PetitionState } | undefined,
  recorded: Recorded,
): void {
  const columns = caseColumns(state);
  if (before) {
    updateCase(orm, before.rowId, columns);
    if (recorded.event.type === 'registration-amended') indexCase(orm, before.rowId, state, true);
    return;
  }
  const rowId = insertCase(orm, { ...columns, registrar: recorded.actor.id });
  indexCase(orm, rowId, state, false);
}

const insertCase = compiledInsert(petitionCase);
const updateCase = compiledUpdate(petitionCase, petitionCase.rowId, ['registrar']);

function caseColumns(state: PetitionState) {
  const { registration } = state;
  const lead = registration.petitioners.find((p) => p.lead) ?? registration.petitioners[0];
  // Which clock ends first does not depend on the day it is asked: only duties count here, not rights that lapse.
  const duty = nextDuty(clocksOf(state, { today: registration.receivedOn, calendar: builtInCalendar }));
  return {
    caseId: state.caseId,
    number: state.number,
    receivedOn: registration.receivedOn,
    registeredAt: state.registeredAt,
    channel: registration.channel,
    purpose: registration.purpose,
    category: registration.category,
    title: registration.title,
    leadName: lead?.name ?? '',
    personsPresent: registration.personsPresent,
    placeCode: registration.place.code,
    placeName: registration.place.name,
    unitCode: state.custodian.code,
    unitName: state.custodian.name,
    status: statusOf(state),
    restricted: state.restricted,
    nextDue: duty?.dueRaw ?? null,
    nextRule: duty?.rule ?? null,
    nextLegal: duty?.dueLegal ?? null,
    state: JSON.stringify(state),
  };
}

function writeAssignments(orm: Orm, state: PetitionState): void {
  for (const { assigned } of state.assignments) {
    const one = assignmentOf(state, assigned.assignmentId);
    if (!one) continue;
    const row = {
      assignmentId: assigned.assignmentId,
      caseId: state.caseId,
      toUnit: assigned.to.code,
      assignedOn: assigned.assignedOn,
      reportDue: assigned.reportDue,
      state: assignmentStateOf(state, one),
    };
    orm
      .insert(assignment)
      .values(row)
      .onConflictDoUpdate({ target: assignment.assignmentId, set: row })
      .run();
  }
}

function projectMediation(orm: Orm, recorded: Recorded): void {
  const { event } = recorded;
  if (!('mediationId' in event.body)) return;
  const before = readMediation(orm, event.body.mediationId);
  const state = evolveMediation(before ?? null, recorded);
  if (!state) return;
  const row = {
    mediationId: state.mediationId,
    caseId: state.opened.caseId,
    openedOn: state.opened.openedOn,
    unitCode: state.opened.unit.code,
    outcome: state.conclusion?.outcome ?? 'mediating',
    state: JSON.stringify(state),
  };
  orm.insert(mediation).values(row).onConflictDoUpdate({ target: mediation.mediationId, set: row }).run();
}

/** State of a mediation, or undefined. */
export function readMediation(orm: Orm, mediationId: string): MediationState | undefined {
  const row = orm
    .select({ state: mediation.state })
    .from(mediation)
    .where(eq(mediation.mediationId, mediationId))
    .get();
  return row && (JSON.parse(row.state) as MediationState);
}

/** Where a series of paper numbers stands. */
export interface NumberSeries {
  unitCode: string;
  letter: string;
  series: string;
  year: number;
}

/** Last number taken in the series; 0 before the first. */
export function lastPaperNumber(orm: Orm, { unitCode, letter, series, year }: NumberSeries): number {
  const row = orm
    .select({ last: paperNumber.last })
    .from(paperNumber)
    .where(
      sql`${paperNumber.unitCode} = ${unitCode} and ${paperNumber.letter} = ${letter} and ${paperNumber.series} = ${series} and ${paperNumber.year} = ${year}`,
    )
    .get();
  return row?.last ?? 0;
}

/** Takes the next number of the series; only within the transaction that records the paper. */
export function takePaperNumber(orm: Orm, series: NumberSeries): number {
  const next = lastPaperNumber(orm, series) + 1;
  const { unitCode, letter, year } = series;
  orm
    .insert(paperNumber)
    .values({ unitCode, letter, series: series.series, year, last: next })
    .onConflictDoUpdate({
      target: [paperNumber.unitCode, paperNumber.letter, paperNumber.series, paperNumber.year],
      set: { last: next },
    })
    .run();
  return next;
}
