import { builtInCalendar } from '../domain/calendar.ts';
import { categoryPath } from '../domain/codes/category.ts';
import { OUTCOME_NAMES } from '../domain/codes/outcome.ts';
import { PROCEDURES } from '../domain/codes/procedure.ts';
import { REFUSAL_REASONS } from '../domain/codes/refusalReason.ts';
import { type Deadline, deadline } from '../domain/deadline.ts';
import type { IssuedPaper } from '../domain/events/handling.ts';
import type { PaperData } from '../domain/papers/paper.ts';
import { type AssignmentState, type PetitionState, samePaper } from '../domain/petition.ts';
import {
  addresseeOf,
  arrivalOf,
  attachmentNames,
  leadOf,
  originOf,
  petitionerName,
  petitionOf,
} from './petitionWords.ts';

/**
 * What stands on the numbered papers of a case. `state` is the case as it was when the paper was issued, so that a later
 * print shows what the first one did. Due dates on paper are the legal ones, rolled over rest days (民法典 Art.203).
 */

/** F04: of acceptance when it is that paper, else of receipt. */
export function acceptanceNoticeData(
  state: PetitionState,
  paper: IssuedPaper,
): PaperData<'acceptanceNotice'> {
  const base = { ...addresseeOf(state), ...petitionOf(state), ...arrivalOf(state) };
  const { acceptance } = state;
  if (acceptance && samePaper(acceptance.paper, paper)) {
    const { acceptedOn, legalRoute, department } = acceptance;
    const dueOn = legalRoute === 6 ? sixtyDays(acceptedOn).dueLegal : undefined;
    return { ...base, answer: { type: 'accepted', acceptedOn, legalRoute, department, dueOn } };
  }
  const notice = state.notices.find((n) => samePaper(n.paper, paper));
  return { ...base, answer: { type: 'received', route: notice?.route ?? '' } };
}

/** F08: the statutory route, with the limits of its own law. */
export function routeNoticeData(state: PetitionState, paper: IssuedPaper): PaperData<'routeNotice'> {
  const decided = state.routes?.find((r) => r.paper && samePaper(r.paper, paper));
  if (!decided?.procedure) throw new Error('a paper of a route that was not decided');
  const { name, citizen, authority } = PROCEDURES[decided.procedure];
  return {
    ...addresseeOf(state),
    ...petitionOf(state),
    receivedOn: arrivalOf(state).receivedOn,
    route: decided.route,
    procedure: name,
    organ: decided.organ,
    ...(citizen && { citizen }),
    ...(authority && { authority }),
    materials: decided.materials || undefined,
  };
}

/** What F06 and F07 have in common. */
function refusalData(state: PetitionState) {
  const { refusal } = state;
  if (!refusal) throw new Error('a notice of a refusal that was not decided');
  const { text: reason, article } = REFUSAL_REASONS[refusal.reason];
  const { receivedOn } = arrivalOf(state);
  const note = refusal.note || undefined;
  const base = { ...addresseeOf(state), ...petitionOf(state), receivedOn, reason, article, note };
  return { refusal, base: { ...base, organ: refusal.organ } };
}

/** F06: why it is not accepted, and where to go. */
export function rejectionNoticeData(state: PetitionState): PaperData<'rejectionNotice'> {
  const { refusal, base } = refusalData(state);
  return { ...base, handling: refusal.reason === 'RJ5' };
}

/** F07: what ended the matter. */
export function noMoreNoticeData(state: PetitionState): PaperData<'noMoreNotice'> {
  const { refusal, base } = refusalData(state);
  return {
    ...base,
    document: refusal.reason === 'NM1' ? '复核意见' : '终结文书',
    documentNumber: refusal.document?.number ?? '',
    documentOn: refusal.document?.on ?? '',
  };
}

/** D05 from the day of acceptance, with the extension where there is one (D06). */
export const sixtyDays = (acceptedOn: string, extensionDays = 0): Deadline =>
  deadline({ rule: 'D05', start: acceptedOn, calendar: builtInCalendar, extensionDays });

/** Where a transfer goes decides who has to tell the petitioner what (Art.23 ¶4, Art.30). */
function competenceOf({ restricted, transfer }: PetitionState): PaperData<'transferLetter'>['competence'] {
  const organ = transfer?.toUnit.name ?? '';
  if (restricted || /纪委|监委|纪检|监察/.test(organ)) return 'discipline';
  return /法院|检察院|公安|司法局|政法委/.test(organ) ? 'political-legal' : 'general';
}

/** F09: to the competent organ, with what it needs to answer the petitioner. */
export function transferLetterData(state: PetitionState): PaperData<'transferLetter'> {
  const lead = leadOf(state);
  const { category, request } = state.registration;
  return {
    ...petitionOf(state),
    toUnit: state.transfer?.toUnit.name ?? '',
    petitioner: petitionerName(state),
    petitionerPhone: lead.phone || undefined,
    petitionerAddress: lead.address || undefined,
    category: categoryPath(category),
    request: request.trim() || undefined,
    basis: state.transfer?.basis ?? '',
    competence: competenceOf(state),
    attachments: attachmentNames(state),
  };
}

/** F05: told where it went. */
export function whereaboutsNoticeData(state: PetitionState): PaperData<'whereaboutsNotice'> {
  const { transfer } = state;
  return {
    ...addresseeOf(state),
    ...petitionOf(state),
    manner: '转送',
    toUnit: transfer?.toUnit.name ?? '',
    toPhone: transfer?.toPhone || undefined,
    on: transfer?.transferredOn ?? '',
    basis: transfer?.basis,
  };
}

/** F12: the two ends of the period, the reason, who approved. */
export function extensionNoticeData(state: PetitionState): PaperData<'extensionNotice'> {
  const acceptedOn = state.acceptance?.acceptedOn ?? '';
  const approved = state.extension?.approved;
  const days = approved?.days ?? 0;
  return {
    ...addresseeOf(state),
    ...petitionOf(state),
    acceptedOn,
    originalDueOn: sixtyDays(acceptedOn).dueLegal,
    reason: approved?.reason ?? '',
    days,
    newDueOn: sixtyDays(acceptedOn, days).dueLegal,
    approver: approved?.approver ?? '',
  };
}

/** F15: what was asked, what was found, the opinion on each claim with its basis, the way to 复查. */
export function handlingOpinionData(state: PetitionState): PaperData<'handlingOpinion'> {
  const { facts, request } = state.registration;
  const { opinion, acceptance } = state;
  const { origin } = arrivalOf(state);
  return {
    ...addresseeOf(state),
    ...petitionOf(state),
    petitioner: petitionerName(state),
    origin,
    acceptedOn: acceptance?.acceptedOn ?? '',
    statedFacts: facts.trim() || request,
    factsFound: opinion?.factsFound ?? '',
    claims: (opinion?.claims ?? []).map((claim) => ({ ...claim, outcome: OUTCOME_NAMES[claim.outcome] })),
    superiorOrgan: opinion?.superiorOrgan ?? '',
  };
}

/** What a letter to the organ that sent the item names in its first sentence. */
function ofAssignment(state: PetitionState, assignment: AssignmentState) {
  const { matter, caseNumber } = petitionOf(state);
  return {
    matter,
    caseNumber,
    origin: originOf(assignment),
    originNumber: assignment.assigned.documentNumber || undefined,
    petitioner: petitionerName(state),
    attachments: attachmentNames(state),
  };
}

/** F11: why it is not ours, said to the sender. */
export function objectionLetterData(
  state: PetitionState,
  one: AssignmentState,
): PaperData<'objectionLetter'> {
  return {
    ...ofAssignment(state, one),
    receivedOn: one.signedOn ?? one.assigned.assignedOn,
    reasons: one.objection?.reasons ?? '',
    proposedUnit: one.objection?.proposedUnit || undefined,
  };
}

/** F21: the conclusion report of an assigned item. */
export function reportLetterData(state: PetitionState, one: AssignmentState): PaperData<'reportLetter'> {
  return {
    ...ofAssignment(state, one),
    externalNumber: state.registration.externalNumber || undefined,
    report: one.report?.text ?? '',
    signer: one.report?.signer ?? '',
  };
}
