import { type Attempt, claimedDate, oneOf } from './exampleChoice.ts';
import { currentReview } from './petition.ts';
import { nextStage } from './review.ts';
import {
  answerReview,
  holdHearing,
  recordReviewOpinion,
  requestReview,
  serveReviewOpinion,
} from './steps/review.ts';
import { takeStep } from './steps/step.ts';

/** What a clerk may try to record of 复查 and 复核, with values that are sometimes wrong. */
export const REVIEW_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'reviews.request': (state, context, pick) =>
    takeStep(
      requestReview,
      state,
      {
        stage: pick(5) === 0 ? 'reexamination' : (nextStage(currentReview(state)) ?? 'review'),
        receivedOn: claimedDate(context, pick),
        ...(pick(3) === 0 && { postmarkedOn: claimedDate(context, pick) }),
        ...{ organ: '兴宁市人民政府', request: '请求撤销。', lateAnyway: pick(2) === 0 },
      },
      context,
    ),
  'reviews.answer': (state, context, pick) =>
    takeStep(
      answerReview,
      state,
      {
        answeredOn: claimedDate(context, pick),
        accepted: pick(3) > 0,
        reason: oneOf(pick, '超过期限', ''),
      },
      context,
    ),
  'reviews.holdHearing': (state, context, pick) =>
    takeStep(
      holdHearing,
      state,
      {
        from: claimedDate(context, pick),
        to: claimedDate(context, pick),
        ...{ days: oneOf(pick, undefined, 1, 9), place: '', note: '' },
      },
      context,
    ),
  'reviews.recordOpinion': (state, context, pick) =>
    takeStep(
      recordReviewOpinion,
      state,
      {
        issuedOn: claimedDate(context, pick),
        result: oneOf(pick, 'UPHOLD', 'UPHOLD', 'CHANGE', 'REVOKE', 'REDO'),
        ...{ documentNumber: '兴信复查〔2026〕1号', opinion: '事实清楚。' },
      },
      context,
    ),
  'reviews.serveOpinion': (state, context, pick) =>
    takeStep(
      serveReviewOpinion,
      state,
      { servedOn: claimedDate(context, pick), method: 'IN_PERSON', receivedBy: '张德福' },
      context,
    ),
};
