import { indexTokens } from '../domain/bigrams.ts';
import type { MediationState } from '../domain/mediation.ts';
import { currentAssignment, isEnded, type PetitionState } from '../domain/petition.ts';
import { assignmentStateOf, statusOf } from '../domain/petitionStatus.ts';
import type { Subject } from '../sync/bureauStore.ts';
import type { AssignmentSummary } from './columns.ts';
import type { mediation, petitionCase } from './schema.ts';

/** The row of a case for lists and search, derived from its state and nothing else. */
export function caseRow(petition: PetitionState, arrivedAt: string): typeof petitionCase.$inferInsert {
  const { registration, origin, custodian } = petition;
  const lead = registration.petitioners.find((person) => person.lead) ?? registration.petitioners[0];
  const inForce = currentAssignment(petition);
  const concluded = isEnded(petition);
  const returned = inForce?.objectionAnswer?.upheld === true;
  return {
    caseId: petition.caseId,
    number: petition.number,
    receivedOn: registration.receivedOn,
    arrivedAt,
    channel: registration.channel,
    purpose: registration.purpose,
    category: registration.category,
    title: registration.title,
    leadName: lead?.name ?? '',
    personsPresent: registration.personsPresent,
    placeName: registration.place.name,
    originCode: origin.code,
    originName: origin.name,
    custodianCode: custodian.code,
    custodianName: custodian.name,
    custody: petition.custody,
    status: statusOf(petition),
    restricted: petition.restricted,
    assignment: inForce ? summaryOf(petition, inForce) : null,
    reportDue: inForce && !inForce.report && !returned ? inForce.assigned.reportDue : null,
    objectionOpen: inForce?.objection !== undefined && !inForce.objectionAnswer,
    unassigned: !concluded && (!inForce || returned),
    concluded,
    // Accusation material stands in no index (DOMAIN 10.2).
    words: petition.restricted ? '' : wordsOf(petition),
    state: petition,
  };
}

function summaryOf(
  petition: PetitionState,
  assignment: NonNullable<ReturnType<typeof currentAssignment>>,
): AssignmentSummary {
  const { assignmentId, manner, to, assignedOn, reportDue } = assignment.assigned;
  const state = assignmentStateOf(petition, assignment);
  return { assignmentId, manner, toName: to.name, assignedOn, reportDue, state };
}

/** Tokens under which the case is found, as PostgreSQL reads them (they hold letters and digits only). */
function wordsOf({ number, registration }: PetitionState): string {
  const { title, facts, request, place, accusedUnit, petitioners } = registration;
  const names = petitioners.map((person) => person.name);
  const texts = [number, title, facts, request, place.name, accusedUnit ?? '', ...names];
  return indexTokens(texts)
    .map((token) => `'${token}'`)
    .join(' ');
}

/** The row of a mediation of this subject. */
export function mediationRow(state: MediationState, subject: Subject): typeof mediation.$inferInsert {
  const { opened } = state;
  return {
    mediationId: state.mediationId,
    caseId: opened.caseId,
    title: opened.title,
    openedOn: opened.openedOn,
    unitCode: opened.unit.code,
    unitName: opened.unit.name,
    outcome: state.conclusion?.outcome ?? 'mediating',
    restricted: subject.restricted,
    arrivedAt: subject.arrivedAt,
    state,
  };
}
