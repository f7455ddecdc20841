import type { LocalDate } from './localDate.ts';
import { type AssignmentState, currentReview, noticeOf, type PetitionState } from './petition.ts';
import { type AssignmentStateName, assignmentStateOf, remediesFrom } from './petitionStatus.ts';
import { hearingDays, isFinal, nextStage, type ReviewState } from './review.ts';

/** What was done about a case, in the shape in which pages show it; desk and bureau show the same. */
export function handledOf(state: PetitionState) {
  // The notice that answers the present receipt, else the last one that was given.
  const notice = noticeOf(state) ?? state.notices.at(-1);
  const { termination, voided } = state;
  const { routes, simple, resolution, refusal, acceptance, transfer, opinion, conclusion } = state;
  const extension = extensionOf(state);
  const nextReview = remediesFrom(state) && nextStage(currentReview(state));
  return {
    ...(notice && {
      notice: {
        givenOn: notice.givenOn,
        manner: notice.manner,
        route: notice.route,
        number: notice.paper.number,
      },
    }),
    ...(routes && { route: routeOf(routes) }),
    ...(simple && {
      simple: {
        ...{ chosenOn: simple.chosenOn, ground: simple.ground },
        ...(simple.resumed && { resumedOn: simple.resumed.resumedOn, reason: simple.resumed.reason }),
      },
    }),
    ...(resolution && { resolution }),
    ...(refusal && { refusal: refusalOf(refusal) }),
    ...(termination && { termination }),
    ...(voided && { voided }),
    ...(state.supplements && { supplements: state.supplements }),
    ...partsOf(state),
    ...(acceptance && {
      acceptance: {
        acceptedOn: acceptance.acceptedOn,
        legalRoute: acceptance.legalRoute,
        department: acceptance.department,
        number: acceptance.paper.number,
      },
    }),
    ...(transfer && {
      transfer: {
        transferredOn: transfer.transferredOn,
        toName: transfer.toUnit.name,
        basis: transfer.basis,
        number: transfer.letter.number,
      },
    }),
    ...(extension && { extension }),
    ...(opinion && {
      opinion: {
        issuedOn: opinion.issuedOn,
        number: opinion.paper.number,
        factsFound: opinion.factsFound,
        claims: opinion.claims,
        signer: opinion.signer,
      },
    }),
    ...(state.reviews && { reviews: state.reviews.map(reviewOf) }),
    ...(nextReview && { nextReview }),
    ...(conclusion && { conclusion }),
  };
}

function partsOf({ merged, joined, split, settled = [], partOf }: PetitionState) {
  const ended = (caseId: string) => settled.some((one) => one.partId === caseId);
  return {
    ...(merged && { merged }),
    ...(joined && { joined }),
    ...(split && {
      split: { ...split, parts: split.parts.map((part) => ({ ...part, ended: ended(part.caseId) })) },
    }),
    ...(partOf && { partOf }),
  };
}

function routeOf(routes: NonNullable<PetitionState['routes']>) {
  const [last] = routes.slice(-1);
  if (!last) return undefined;
  const { decidedOn, route, answers, procedure, organ, materials, paper } = last;
  return {
    ...{ decidedOn, route, answers, procedure, organ, materials, times: routes.length },
    ...(paper && { number: paper.number }),
  };
}

function refusalOf({
  refusedOn,
  reason,
  organ,
  document,
  note,
  approver,
  paper,
}: NonNullable<PetitionState['refusal']>) {
  return {
    ...{ refusedOn, reason, organ, note, approver },
    ...(document && { document: document.number }),
    ...(paper && { number: paper.number }),
  };
}

function reviewOf(review: ReviewState) {
  const { requested, answer, opinion, served } = review;
  const { stage, organ, receivedOn, postmarkedOn, late } = requested;
  return {
    ...{ stage, organ, receivedOn, late, hearingDays: hearingDays(review), final: isFinal(review) },
    ...(postmarkedOn && { postmarkedOn }),
    ...(answer?.accepted === false && { refused: answer.reason }),
    ...(opinion && { result: opinion.result, number: opinion.documentNumber, issuedOn: opinion.issuedOn }),
    ...(served && { servedOn: served.servedOn }),
  };
}

function extensionOf({ extension }: PetitionState) {
  if (!extension) return undefined;
  const { requested, approved, refused } = extension;
  const outcome = approved ? 'approved' : refused ? 'refused' : 'requested';
  return {
    state: outcome as 'approved' | 'refused' | 'requested',
    days: requested.days,
    reason: refused?.reason ?? requested.reason,
    requestedOn: requested.requestedOn,
    ...(approved && { decidedOn: approved.approvedOn, approver: approved.approver }),
    ...(refused && { decidedOn: refused.refusedOn }),
  };
}

/** One item sent down and what became of it, in the shape in which pages show it. */
export interface SentDown {
  assignmentId: string;
  caseId: string;
  caseNumber: string;
  title: string;
  leadName: string;
  manner: 'transfer' | 'assign';
  fromName: string;
  toName: string;
  assignedOn: LocalDate;
  reportDue: LocalDate | null;
  requirement: string;
  documentNumber?: string;
  state: AssignmentStateName;
  signedOn?: LocalDate;
  objection?: {
    raisedOn: LocalDate;
    reasons: string;
    proposedUnit: string;
    answer?: string;
    upheld?: boolean;
  };
  report?: { reportedOn: LocalDate; text: string };
}

/** The item, with an objection and its answer, and the unit's report. */
export function sentDown(state: PetitionState, one: AssignmentState): SentDown {
  const { assigned, signedOn, objection, objectionAnswer, report } = one;
  return {
    assignmentId: assigned.assignmentId,
    caseId: state.caseId,
    caseNumber: state.number,
    title: state.registration.title,
    leadName: state.registration.petitioners.find((p) => p.lead)?.name ?? '',
    manner: assigned.manner,
    fromName: assigned.from.name,
    toName: assigned.to.name,
    assignedOn: assigned.assignedOn,
    reportDue: assigned.reportDue,
    requirement: assigned.requirement,
    ...(assigned.documentNumber && { documentNumber: assigned.documentNumber }),
    state: assignmentStateOf(state, one),
    ...(signedOn && { signedOn }),
    ...(objection && {
      objection: {
        raisedOn: objection.raisedOn,
        reasons: objection.reasons,
        proposedUnit: objection.proposedUnit,
        ...(objectionAnswer && { answer: objectionAnswer.reason, upheld: objectionAnswer.upheld }),
      },
    }),
    ...(report && { report: { reportedOn: report.reportedOn, text: report.text } }),
  };
}
