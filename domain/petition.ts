import { type Endings, endingOf, evolveEnding } from './ending.ts';
import type { EventOf, Recorded } from './events/all.ts';
import type { IssuedPaper } from './events/handling.ts';
import type { Registration } from './events/registration.ts';
import type { LocalDate } from './localDate.ts';
import { evolveParts } from './parts.ts';
import { evolveReviews, type ReviewState, reopens } from './review.ts';
import { evolveSupplement, type Supplements } from './supplement.ts';

interface UnitRef {
  code: string;
  name: string;
}
type Body<T extends Recorded['event']['type']> = EventOf<T>['body'];

/** An item sent to a unit by the bureau, and what became of it. */
export interface AssignmentState {
  assigned: Body<'petition-assigned'>;
  signedOn?: LocalDate;
  objection?: Body<'objection-raised'>;
  objectionAnswer?: Body<'objection-decided'>;
  report?: Body<'assignment-reported'>;
  /** A later assignment of the same case took its place. */
  superseded: boolean;
}

/** A paper of the case with its proof of service. */
export interface CasePaper {
  paper: IssuedPaper;
  issuedOn: LocalDate;
  served?: Body<'paper-served'>;
}

/** Everything the rules need to know of a case: the fold of its events, nothing else. Plain JSON. */
export interface PetitionState extends Endings, Supplements {
  caseId: string;
  number: string;
  registration: Registration;
  /** Unit that registered it. */
  origin: UnitRef;
  /** Unit that has it now; one at a time. */
  custodian: UnitRef;
  /** Counts changes of custody; a step made from an older count is too late (CF3). */
  custody: number;
  registeredAt: string;
  registeredBy: string;
  /** Accusation material (DOMAIN 10.2): shown to named roles only, never fed to another unit. */
  restricted: boolean;
  /** Written notices; each belongs to the direct petition (no assignment) or to one assignment. */
  notices: (Body<'notice-given'> & { assignmentId: string | null })[];
  /** Decisions on the legal route, each of the direct petition or of one assignment; the last one holds. */
  routes?: (Body<'route-decided'> & { assignmentId: string | null })[];
  acceptance?: Body<'petition-accepted'>;
  /** 简易办理, and whether it was given up for the ordinary procedure. */
  simple?: Body<'simple-handling-chosen'> & { resumed?: Body<'ordinary-handling-resumed'> };
  /** 化解, as it was recorded last. */
  resolution?: Body<'resolution-recorded'>;
  transfer?: Body<'petition-transferred-out'>;
  extension?: {
    requested: Body<'extension-requested'>;
    approved?: Body<'extension-approved'>;
    refused?: Body<'extension-refused'>;
  };
  opinion?: Body<'opinion-issued'>;
  /** Opinions that a review gave back, oldest first. */
  earlierOpinions?: Body<'opinion-issued'>[];
  /** 复查 and 复核, oldest first. */
  reviews?: ReviewState[];
  assignments: AssignmentState[];
  papers: CasePaper[];
  mediations: {
    mediationId: string;
    title: string;
    openedOn: LocalDate;
    outcome?: 'agreement' | 'failed' | 'ended';
  }[];
  attachments: (Body<'attachment-added'> & { addedAt: string })[];
}

/** Nothing more is decided on the case: concluded, not accepted, ended without a decision, or void. */
export const isEnded = (state: PetitionState): boolean => endingOf(state) !== undefined;

/** The opinion that stands, else the one that a review gave back last. */
export const currentOpinion = (state: PetitionState): Body<'opinion-issued'> | undefined =>
  state.opinion ?? state.earlierOpinions?.at(-1);

/** The last remedy against the present opinion. */
export function currentReview(state: PetitionState): ReviewState | undefined {
  const last = state.reviews?.at(-1);
  const paper = currentOpinion(state)?.paper;
  return last && paper && samePaper(last.of, paper) ? last : undefined;
}

/** The assignment with this id, in force or superseded. */
export const assignmentOf = (state: PetitionState, assignmentId: string): AssignmentState | undefined =>
  state.assignments.find((a) => a.assigned.assignmentId === assignmentId);

/** The assignment that is in force for the case, if it was sent down. */
export const currentAssignment = (state: PetitionState): AssignmentState | undefined =>
  state.assignments.findLast((a) => !a.superseded);

/**
 * Folds one fact into the case. The first must be `petition-registered`; facts of other subjects leave it as it is.
 * Pure: returns a new state.
 */
export function evolvePetition(state: PetitionState | null, recorded: Recorded): PetitionState | null {
  const { event } = recorded;
  if (event.type === 'petition-registered') return state ?? registered(recorded, event.body);
  if (!state) return null;
  switch (event.type) {
    case 'registration-amended':
      return { ...state, registration: { ...state.registration, ...dropUndefined(event.body.changes) } };
    case 'attachment-added':
      return { ...state, attachments: [...state.attachments, { ...event.body, addedAt: recorded.entered }] };
    case 'notice-given':
      return withPapers(addNotice(state, event.body), event.body.givenOn, event.body.paper);
    case 'route-decided': {
      const assignmentId = currentAssignment(state)?.assigned.assignmentId ?? null;
      const routes = [...(state.routes ?? []), { ...event.body, assignmentId }];
      const { decidedOn, paper } = event.body;
      return withPapers({ ...state, routes }, decidedOn, ...(paper ? [paper] : []));
    }
    case 'simple-handling-chosen':
      return { ...state, simple: event.body };
    case 'ordinary-handling-resumed':
      return state.simple ? { ...state, simple: { ...state.simple, resumed: event.body } } : state;
    case 'resolution-recorded':
      return { ...state, resolution: event.body };
    case 'acceptance-refused': {
      const { refusedOn, paper } = event.body;
      return withPapers({ ...state, refusal: event.body }, refusedOn, ...(paper ? [paper] : []));
    }
    case 'petition-accepted': {
      const { body } = event;
      return withPapers({ ...state, acceptance: body }, body.acceptedOn, body.paper);
    }
    case 'petition-transferred-out': {
      const { body } = event;
      const custodian = { code: body.toUnit.code ?? '', name: body.toUnit.name };
      const moved = { ...state, transfer: body, custodian, custody: state.custody + 1 };
      return withPapers(moved, body.transferredOn, body.letter, body.whereabouts);
    }
    case 'extension-requested':
      return { ...state, extension: { requested: event.body } };
    case 'extension-approved':
      if (!state.extension) return state;
      return withPapers(
        { ...state, extension: { ...state.extension, approved: event.body } },
        event.body.approvedOn,
        event.body.paper,
      );
    case 'extension-refused':
      return state.extension ? { ...state, extension: { ...state.extension, refused: event.body } } : state;
    case 'opinion-issued':
      return withPapers({ ...state, opinion: event.body }, event.body.issuedOn, event.body.paper);
    case 'paper-served':
      return {
        ...state,
        papers: state.papers.map((p) =>
          samePaper(p.paper, event.body.paper) ? { ...p, served: event.body } : p,
        ),
      };
    case 'petition-concluded':
      return { ...state, conclusion: event.body };
    case 'review-requested':
    case 'review-answered':
    case 'hearing-held':
    case 'review-opinion-issued':
    case 'review-opinion-served':
      return evolveReview(state, event);
    default:
      return evolveAssignment(state, recorded);
  }
}

function evolveReview(state: PetitionState, event: Recorded['event']): PetitionState {
  const of = currentOpinion(state)?.paper;
  if (!of) return state;
  const reviews = evolveReviews(state.reviews ?? [], event, of);
  const last = reviews.at(-1);
  if (event.type !== 'review-opinion-served' || !last || !reopens(last)) return { ...state, reviews };
  // Given back: the case is open again, and the next opinion is a new one.
  const { conclusion: _lifted, termination: _undone, opinion, ...rest } = state;
  return {
    ...rest,
    reviews,
    earlierOpinions: [...(state.earlierOpinions ?? []), ...(opinion ? [opinion] : [])],
  };
}

function evolveAssignment(state: PetitionState, { event }: Recorded): PetitionState {
  switch (event.type) {
    case 'petition-assigned': {
      const earlier = state.assignments.map((a) => ({ ...a, superseded: true }));
      const assignments = [...earlier, { assigned: event.body, superseded: false }];
      return { ...state, assignments, custodian: event.body.to, custody: state.custody + 1 };
    }
    case 'assignment-signed':
      return changeAssignment(state, event.body.assignmentId, { signedOn: event.body.signedOn });
    case 'objection-raised': {
      const changed = changeAssignment(state, event.body.assignmentId, { objection: event.body });
      return withPapers(changed, event.body.raisedOn, event.body.paper);
    }
    case 'objection-decided': {
      const changed = changeAssignment(state, event.body.assignmentId, { objectionAnswer: event.body });
      const sender = assignmentOf(state, event.body.assignmentId)?.assigned.from;
      // 交还: the material goes back to the sender only when the sender agrees (Art.23 ¶3).
      return event.body.upheld && sender
        ? { ...changed, custodian: sender, custody: state.custody + 1 }
        : changed;
    }
    case 'assignment-reported': {
      const changed = changeAssignment(state, event.body.assignmentId, { report: event.body });
      return withPapers(changed, event.body.reportedOn, event.body.paper);
    }
    case 'mediation-opened': {
      const { mediationId, title, openedOn } = event.body;
      return { ...state, mediations: [...state.mediations, { mediationId, title, openedOn }] };
    }
    case 'mediation-concluded': {
      const { mediationId, outcome } = event.body;
      return {
        ...state,
        mediations: state.mediations.map((m) => (m.mediationId === mediationId ? { ...m, outcome } : m)),
      };
    }
    default:
      return evolveParts(evolveSupplement(evolveEnding(state, event), event), event);
  }
}

function registered(recorded: Recorded, body: Body<'petition-registered'>): PetitionState {
  const { number, unit, ...registration } = body;
  return {
    caseId: recorded.caseId,
    number,
    registration,
    origin: unit,
    custodian: unit,
    custody: 0,
    registeredAt: recorded.entered,
    registeredBy: recorded.actor.name,
    restricted: registration.purpose === 'ACCUSE',
    notices: [],
    assignments: [],
    papers: [],
    mediations: [],
    attachments: [],
  };
}

/** The notice that answers the present receipt: of the assignment in force, else of the direct petition. */
export function noticeOf(state: PetitionState): PetitionState['notices'][number] | undefined {
  const assignmentId = currentAssignment(state)?.assigned.assignmentId ?? null;
  return state.notices.find((n) => n.assignmentId === assignmentId);
}

/** The acceptance that answers the present receipt; an item that was sent down after one is received anew (Art.23 ¶3). */
export function acceptanceOf(state: PetitionState): PetitionState['acceptance'] {
  const sentDownOn = currentAssignment(state)?.assigned.assignedOn;
  const { acceptance } = state;
  return acceptance && (!sentDownOn || acceptance.acceptedOn >= sentDownOn) ? acceptance : undefined;
}

function addNotice(state: PetitionState, notice: Body<'notice-given'>): PetitionState {
  const assignmentId = currentAssignment(state)?.assigned.assignmentId ?? null;
  return { ...state, notices: [...state.notices, { ...notice, assignmentId }] };
}

/** Two mentions of one paper are one paper when kind and number agree. */
export const samePaper = (a: IssuedPaper, b: IssuedPaper): boolean =>
  a.kind === b.kind && a.number === b.number;

function withPapers(state: PetitionState, issuedOn: LocalDate, ...papers: IssuedPaper[]): PetitionState {
  return { ...state, papers: [...state.papers, ...papers.map((paper) => ({ paper, issuedOn }))] };
}

function changeAssignment(
  state: PetitionState,
  assignmentId: string,
  change: Partial<AssignmentState>,
): PetitionState {
  const assignments = state.assignments.map((a) =>
    a.assigned.assignmentId === assignmentId ? { ...a, ...change } : a,
  );
  return { ...state, assignments };
}

function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}
