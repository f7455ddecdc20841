import { isNoMore } from './codes/refusalReason.ts';
import type { IssuedPaper } from './events/handling.ts';
import type { LocalDate } from './localDate.ts';
import { allPartsSettled } from './parts.ts';
import {
  type AssignmentState,
  currentAssignment,
  currentOpinion,
  currentReview,
  noticeOf,
  type PetitionState,
  samePaper,
} from './petition.ts';
import { isPending } from './review.ts';
import { awaitsSupplement } from './supplement.ts';

/** Where a case stands (DOMAIN 5.5), read from its facts; the last thing that governs wins. */
export type PetitionStatus =
  | 'registered'
  | 'noticed'
  | 'await-sign'
  | 'signed'
  | 'objection-pending'
  | 'returned'
  | 'accepted'
  | 'mediating'
  | 'extension-requested'
  | 'extended'
  | 'opinion-issued'
  | 'delivered'
  | 'transferred-out'
  | 'concluded'
  | 'rejected'
  | 'no-more'
  | 'terminated'
  | 'void'
  | 'merged'
  | 'split'
  | 'supplement'
  | 'in-review'
  | 'in-reexamination';

/** The statuses in which nothing is owed on the matter any more, whatever ended it. */
export const ENDED_STATUSES = [
  'concluded',
  'rejected',
  'no-more',
  'terminated',
  'void',
  'merged',
  'split',
] as const satisfies readonly PetitionStatus[];

/** The status shown in lists; one function for desk and bureau. */
export function statusOf(state: PetitionState): PetitionStatus {
  const review = currentReview(state);
  if (review && isPending(review))
    return review.requested.stage === 'review' ? 'in-review' : 'in-reexamination';
  if (state.merged) return 'merged';
  if (state.split) return allPartsSettled(state) ? 'concluded' : 'split';
  if (state.voided) return 'void';
  if (state.termination) return 'terminated';
  if (state.conclusion) return 'concluded';
  if (state.refusal) return isNoMore(state.refusal.reason) ? 'no-more' : 'rejected';
  const assignment = currentAssignment(state);
  if (assignment?.objectionAnswer?.upheld) return 'returned';
  if (state.transfer && !assignment) return 'transferred-out';
  if (state.opinion) return opinionServedOn(state) ? 'delivered' : 'opinion-issued';
  if (state.mediations.some((m) => !m.outcome)) return 'mediating';
  if (awaitsSupplement(state)) return 'supplement';
  if (state.extension?.approved) return 'extended';
  if (state.extension && !state.extension.refused) return 'extension-requested';
  if (state.acceptance) return 'accepted';
  if (assignment) return assignmentStatus(assignment);
  return noticeOf(state) ? 'noticed' : 'registered';
}

function assignmentStatus(assignment: NonNullable<ReturnType<typeof currentAssignment>>): PetitionStatus {
  if (!assignment.signedOn) return 'await-sign';
  return assignment.objection && !assignment.objectionAnswer ? 'objection-pending' : 'signed';
}

/** State of one item sent down, as the 交办件 list shows it. */
export type AssignmentStateName =
  | 'await-sign'
  | 'signed'
  | 'objection-pending'
  | 'objection-rejected'
  | 'returned'
  | 'accepted'
  | 'reported'
  | 'superseded';

/** The last thing that governs wins; an answered objection shows how it was answered. */
export function assignmentStateOf(state: PetitionState, assignment: AssignmentState): AssignmentStateName {
  if (assignment.objectionAnswer?.upheld) return 'returned';
  if (assignment.superseded) return 'superseded';
  if (assignment.report) return 'reported';
  if (state.acceptance) return 'accepted';
  if (assignment.objectionAnswer) return 'objection-rejected';
  if (assignment.objection) return 'objection-pending';
  return assignment.signedOn ? 'signed' : 'await-sign';
}

/** The day the opinion was served, if it was: the petitioner's remedies run from here (Art.35). */
export const opinionServedOn = (state: PetitionState): LocalDate | undefined =>
  state.opinion && servedOn(state, state.opinion.paper);

/** The same of the opinion that a remedy is about, which a review may have given back since. */
export function remediesFrom(state: PetitionState): LocalDate | undefined {
  const opinion = currentOpinion(state);
  return opinion && servedOn(state, opinion.paper);
}

/** The day on which the petitioner first had an opinion: it ends the handling period, whatever a review says later. */
export function firstOpinionServedOn(state: PetitionState): LocalDate | undefined {
  const opinions = [...(state.earlierOpinions ?? []), ...(state.opinion ? [state.opinion] : [])];
  return opinions.map(({ paper }) => servedOn(state, paper)).find((day) => day !== undefined);
}

const servedOn = (state: PetitionState, paper: IssuedPaper): LocalDate | undefined =>
  state.papers.find((p) => samePaper(p.paper, paper))?.served?.servedOn;
