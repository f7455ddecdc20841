import { type Deadline, deadline } from '../deadline.ts';
import type { ReviewStage } from '../events/review.ts';
import type { LocalDate } from '../localDate.ts';
import { currentReview, type PetitionState } from '../petition.ts';
import { remediesFrom } from '../petitionStatus.ts';
import { hearingDays, type ReviewState, requestedOn } from '../review.ts';
import { type CaseClock, type ClockContext, notOwed, settle, settleRight } from './settle.ts';

/** Clocks of the remedies against the present opinion: D07 to D10. They outlive the conclusion of the case. */

/** The last request of a stage against the present opinion. */
function askedFor(state: PetitionState, stage: ReviewStage): ReviewState | undefined {
  const of = currentReview(state)?.of;
  return state.reviews?.findLast((r) => r.requested.stage === stage && r.of.number === of?.number);
}

/** D07: the petitioner may ask for the 复查 within 30 days of having the opinion; what is posted in time is in time. */
export function reviewRequest(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const start = remediesFrom(state);
  if (!start) return undefined;
  return right(deadline({ rule: 'D07', start, ...context }), askedFor(state, 'review'), context);
}

/** D08: the 复查 opinion, 30 days from the receipt of the request. */
export function reviewOpinion(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const review = askedFor(state, 'review');
  return review && answerOf(review, deadline({ rule: 'D08', start: startOf(review), ...context }), context);
}

/** D09: the 复核, within 30 days of having the 复查 opinion. */
export function reexaminationRequest(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const start = askedFor(state, 'review')?.served?.servedOn;
  if (!start) return undefined;
  return right(deadline({ rule: 'D09', start, ...context }), askedFor(state, 'reexamination'), context);
}

/** D10: the 复核 opinion, 30 days from the receipt of the request, a hearing not counted (Art.36 ¶2). */
export function reexaminationOpinion(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const review = askedFor(state, 'reexamination');
  if (!review) return undefined;
  const counted = { rule: 'D10', start: startOf(review), hearingDays: hearingDays(review) } as const;
  return answerOf(review, deadline({ ...counted, ...context }), context);
}

const startOf = ({ requested }: ReviewState): LocalDate => requested.receivedOn;

const right = (counted: Deadline, asked: ReviewState | undefined, context: ClockContext): CaseClock =>
  settleRight(counted, asked && requestedOn(asked), 'not-requested', context);

/** "提出意见，并予以书面答复": done when the petitioner has it. */
const answerOf = (review: ReviewState, counted: Deadline, context: ClockContext): CaseClock =>
  review.answer?.accepted === false
    ? notOwed(counted, 'request-refused')
    : settle(counted, review.served?.servedOn, context);
