import { type Attempt, claimedDate, oneOf, type Pick } from './exampleChoice.ts';
import { addDays } from './localDate.ts';
import { terminate, voidRegistration } from './steps/ending.ts';
import { merge, split } from './steps/parts.ts';
import { type StepContext, takeStep } from './steps/step.ts';
import { receiveSupplement, requestSupplement } from './steps/supplement.ts';

/** Mostly a day that is refused: a history that ends at once shows nothing. */
const seldom = (context: StepContext, pick: Pick) =>
  pick(6) === 0 ? context.today : addDays(context.today, 1);

/** What people may try to end the example case without a decision on it, or to go on with it as another or as several. */
export const ENDING_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'handling.terminate': (state, context, pick) =>
    takeStep(
      terminate,
      state,
      {
        ...{ terminatedOn: seldom(context, pick), note: '来电说明' },
        ground: oneOf(pick, 'withdrawn', 'no-successor'),
      },
      context,
    ),
  'handling.voidRegistration': (state, context, pick) =>
    takeStep(
      voidRegistration,
      state,
      {
        ...{ voidedOn: seldom(context, pick), reason: '上午已登记' },
        ground: oneOf(pick, 'duplicate', 'mistaken', 'not-petition'),
      },
      context,
    ),
  'handling.requestSupplement': (state, context, pick) =>
    takeStep(
      requestSupplement,
      state,
      {
        ...{ requestedOn: claimedDate(context, pick), materials: '土地承包合同' },
        ...(pick(2) === 0 && { wantedBy: claimedDate(context, pick) }),
      },
      context,
    ),
  'handling.receiveSupplement': (state, context, pick) =>
    takeStep(
      receiveSupplement,
      state,
      { receivedOn: claimedDate(context, pick), complete: pick(2) === 0, note: '合同一份' },
      context,
    ),
  'parts.merge': (state, context, pick) => {
    const { caseId: _own, ...rest } = state;
    const target = oneOf(pick, state, { ...rest, caseId: 'case-earlier' }, undefined);
    return takeStep(merge, state, { mergedOn: seldom(context, pick), reason: '同一事项', target }, context);
  },
  'parts.split': (state, context, pick) => {
    const parts = ['甲事', oneOf(pick, '乙事', '甲事')].map((title, i) => ({
      ...{ title, caseId: `part-${i}`, number: `${state.number}${i}` },
    }));
    return takeStep(split, state, { splitOn: seldom(context, pick), reason: '两件事', parts }, context);
  },
};
