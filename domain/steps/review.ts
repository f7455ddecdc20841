import { deadline } from '../deadline.ts';
import type { EventOf } from '../events/all.ts';
import type { ReviewStage } from '../events/review.ts';
import { daysBetween, type LocalDate } from '../localDate.ts';
import { currentReview, type PetitionState } from '../petition.ts';
import { remediesFrom } from '../petitionStatus.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { isFinal, isPending, nextStage, type ReviewState } from '../review.ts';
import { impossibleDate, type StepContext, step } from './step.ts';

const roles = ['clerk', 'leader'] as const;
const ARTICLES: Readonly<Record<ReviewStage, string>> = {
  review: '《信访工作条例》第三十五条',
  reexamination: '《信访工作条例》第三十六条',
};
const NO_MORE = '《信访工作条例》第三十六条第三款';

/** A remedy goes on after the conclusion; only whose case it is counts. */
const elsewhere = (state: PetitionState, context: StepContext): Refusal<string> | null =>
  state.custodian.code === context.unit.code ? null : { code: 'not-ours' };

/** The remedy that is under way at the reviewing organ, or why there is none to work on. */
function pending(state: PetitionState, context: StepContext): ReviewState | Refusal<string> {
  const other = elsewhere(state, context);
  if (other) return other;
  const review = currentReview(state);
  if (isFinal(review)) return { code: 'no-more', article: NO_MORE };
  return review && isPending(review) ? review : { code: 'not-now' };
}

const isReview = (found: ReviewState | Refusal<string>): found is ReviewState => 'requested' in found;

type Requested = EventOf<'review-requested'>['body'];
type Request = Omit<Requested, 'late'> & { lateAnyway: boolean };

/** 请求复查, 请求复核: within 30 days of having the opinion; a letter counts by its postmark (X08, 民诉法 Art.85 by analogy). */
export const requestReview = step<Request>({
  name: 'requestReview',
  article: '《信访工作条例》第三十五条、第三十六条',
  roles,
  closed(state, context): Refusal<string> | null {
    const other = elsewhere(state, context);
    if (other) return other;
    if (!remediesFrom(state)) return { code: 'not-now' };
    const last = currentReview(state);
    if (isFinal(last)) return { code: 'no-more', article: NO_MORE };
    return nextStage(last) ? null : { code: 'already-done' };
  },
  decide(state, { lateAnyway, ...input }, context) {
    const last = currentReview(state);
    if (nextStage(last) !== input.stage) return refuse('not-now', { field: 'stage' });
    const { stage, receivedOn, postmarkedOn } = input;
    const from = stage === 'review' ? remediesFrom(state) : servedReviewOn(state);
    if (!from) return refuse('not-now', { field: 'stage' });
    const bad = impossibleDate(state, receivedOn, context, 'receivedOn', from);
    if (bad) return bad;
    if (postmarkedOn && (postmarkedOn < from || postmarkedOn > receivedOn))
      return refuse('postmark-impossible', { field: 'postmarkedOn' });
    const rule = stage === 'review' ? 'D07' : 'D09';
    const due = deadline({ rule, start: from, calendar: context.calendar }).dueLegal;
    const late = (postmarkedOn ?? receivedOn) > due && receivedOn > due;
    if (late && !lateAnyway)
      return refuse('review-late', { field: 'receivedOn', article: ARTICLES[stage], detail: { due } });
    return ok([{ type: 'review-requested', body: { ...input, late } }]);
  },
});

/** The day the petitioner had the last 复查 opinion against the present opinion of ours. */
const servedReviewOn = (state: PetitionState): LocalDate | undefined =>
  state.reviews?.findLast(
    (r) => r.requested.stage === 'review' && r.of.number === currentReview(state)?.of.number,
  )?.served?.servedOn;

type Answer = Omit<EventOf<'review-answered'>['body'], 'stage'>;

/** The reviewing organ takes the request up or does not. */
export const answerReview = step<Answer>({
  name: 'answerReview',
  article: '《信访工作条例》第三十五条、第三十六条',
  roles,
  closed(state, context) {
    const review = pending(state, context);
    if (!isReview(review)) return review;
    return review.answer || review.opinion ? { code: 'already-done' } : null;
  },
  decide(state, input, context) {
    const review = currentReview(state);
    if (!review) return refuse('not-now');
    const { stage, receivedOn } = review.requested;
    const bad = impossibleDate(state, input.answeredOn, context, 'answeredOn', receivedOn);
    if (bad) return bad;
    if (!input.accepted && !input.reason.trim()) return refuse('reason-missing', { field: 'reason' });
    return ok([{ type: 'review-answered', body: { ...input, stage } }]);
  },
});

type Hearing = Omit<EventOf<'hearing-held'>['body'], 'days'> & { days?: number | undefined };

/** 听证 in the 复核: from the first to the last day inclusive, or fewer where a person says so. */
export const holdHearing = step<Hearing>({
  name: 'holdHearing',
  article: '《信访工作条例》第三十六条第二款',
  roles,
  closed(state, context) {
    const review = pending(state, context);
    if (!isReview(review)) return review;
    if (review.requested.stage !== 'reexamination') return { code: 'not-now' };
    return review.opinion ? { code: 'already-done' } : null;
  },
  decide(state, { days, ...input }, context) {
    const review = currentReview(state);
    if (!review) return refuse('not-now');
    const { from, to } = input;
    const bad =
      impossibleDate(state, from, context, 'from', review.requested.receivedOn) ??
      impossibleDate(state, to, context, 'to', from);
    if (bad) return bad;
    if (review.hearings.some((h) => from <= h.to && to >= h.from))
      return refuse('hearing-overlaps', { field: 'from' });
    const whole = daysBetween(from, to) + 1;
    if (days !== undefined && (days < 1 || days > whole))
      return refuse('hearing-days', { field: 'days', detail: { whole } });
    return ok([{ type: 'hearing-held', body: { ...input, days: days ?? whole } }]);
  },
});

type Opinion = Omit<EventOf<'review-opinion-issued'>['body'], 'stage'>;

/** 复查意见, 复核意见: what the reviewing organ decided, under its number. */
export const recordReviewOpinion = step<Opinion>({
  name: 'recordReviewOpinion',
  article: '《信访工作条例》第三十五条、第三十六条',
  roles,
  closed(state, context) {
    const review = pending(state, context);
    if (!isReview(review)) return review;
    return review.opinion ? { code: 'already-done' } : null;
  },
  decide(state, input, context) {
    const review = currentReview(state);
    if (!review) return refuse('not-now');
    const after = [review.requested.receivedOn, review.answer?.answeredOn, review.hearings.at(-1)?.to];
    return (
      notBeforeAll(state, input.issuedOn, context, 'issuedOn', after) ??
      ok([{ type: 'review-opinion-issued', body: { ...input, stage: review.requested.stage } }])
    );
  },
});

type Service = Omit<EventOf<'review-opinion-served'>['body'], 'stage'>;

/** The petitioner has the 复查 or 复核 opinion. After the 复核 the matter is at its end (Art.36 ¶3). */
export const serveReviewOpinion = step<Service>({
  name: 'serveReviewOpinion',
  article: '《信访工作条例》第三十五条、第三十六条',
  roles,
  closed(state, context) {
    const review = pending(state, context);
    if (!isReview(review)) return review;
    return review.opinion ? null : { code: 'not-now' };
  },
  decide(state, input, context) {
    const review = currentReview(state);
    if (!review) return refuse('not-now');
    return (
      notBeforeAll(state, input.servedOn, context, 'servedOn', [review.opinion?.issuedOn]) ??
      ok([{ type: 'review-opinion-served', body: { ...input, stage: review.requested.stage } }])
    );
  },
});

function notBeforeAll(
  state: PetitionState,
  date: LocalDate,
  context: StepContext,
  field: string,
  days: (LocalDate | undefined)[],
): Result<never, string> | null {
  const last = days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return impossibleDate(state, date, context, field, last);
}
