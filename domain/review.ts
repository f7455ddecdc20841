import type { DomainEvent, EventOf } from './events/all.ts';
import type { IssuedPaper } from './events/handling.ts';
import type { ReviewStage } from './events/review.ts';
import type { LocalDate } from './localDate.ts';

type Body<T extends DomainEvent['type']> = EventOf<T>['body'];

/** One remedy against an opinion, from the request to the service of what the reviewing organ said. */
export interface ReviewState {
  /** The opinion of ours that it is about. */
  of: IssuedPaper;
  requested: Body<'review-requested'>;
  answer?: Body<'review-answered'>;
  hearings: Body<'hearing-held'>[];
  opinion?: Body<'review-opinion-issued'>;
  served?: Body<'review-opinion-served'>;
}

/** Folds one fact into the remedies of a case; `of` is the opinion that a new request is about. */
export function evolveReviews(
  reviews: readonly ReviewState[],
  event: DomainEvent,
  of: IssuedPaper,
): ReviewState[] {
  switch (event.type) {
    case 'review-requested':
      return [...reviews, { of, requested: event.body, hearings: [] }];
    case 'review-answered':
      return change(reviews, () => ({ answer: event.body }));
    case 'hearing-held':
      return change(reviews, ({ hearings }) => ({ hearings: [...hearings, event.body] }));
    case 'review-opinion-issued':
      return change(reviews, () => ({ opinion: event.body }));
    case 'review-opinion-served':
      return change(reviews, () => ({ served: event.body }));
    default:
      return [...reviews];
  }
}

const change = (
  reviews: readonly ReviewState[],
  part: (review: ReviewState) => Partial<ReviewState>,
): ReviewState[] =>
  reviews.map((review, i) => (i === reviews.length - 1 ? { ...review, ...part(review) } : review));

/** What was asked for and neither turned down nor answered with an opinion that reached the petitioner. */
export const isPending = (review: ReviewState): boolean =>
  !review.served && review.answer?.accepted !== false;

/** 撤销 and 责令重新办理 give the matter back to the organ that decided it. */
export const reopens = (review: ReviewState): boolean =>
  review.opinion?.result === 'REVOKE' || review.opinion?.result === 'REDO';

/** The stage that may be asked for after this one, or null: pending, or ended for good (Art.36 ¶3). */
export function nextStage(last: ReviewState | undefined): ReviewStage | null {
  if (!last) return 'review';
  const { stage } = last.requested;
  if (last.answer?.accepted === false) return stage;
  return last.served && stage === 'review' ? 'reexamination' : null;
}

/** 复核 served: the same facts and reasons are not accepted again by anybody (Art.36 ¶3). */
export const isFinal = (last: ReviewState | undefined): boolean =>
  last?.requested.stage === 'reexamination' && last.served !== undefined && !reopens(last);

/** Whole days of hearing that the period of the 复核 does not count. */
export const hearingDays = ({ hearings }: ReviewState): number => hearings.reduce((n, h) => n + h.days, 0);

/** The day the petitioner used his right: the postmark where there is one, else the receipt. */
export const requestedOn = ({ requested }: ReviewState): LocalDate =>
  requested.postmarkedOn ?? requested.receivedOn;
