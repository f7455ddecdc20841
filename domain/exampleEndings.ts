import { type Attempt, claimedDate, oneOf, type Pick } from './exampleChoice.ts';
import { addDays } from './localDate.ts';
import { terminate, voidRegistration } from './steps/ending.ts';
import { type StepContext, takeStep } from './steps/step.ts';

/** Mostly a day that is refused: a history that ends at once shows nothing. */
const seldom = (context: StepContext, pick: Pick) =>
  pick(6) === 0 ? claimedDate(context, pick) : addDays(context.today, 1);

/** What a leader may try to end the example case without a decision on it. */
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
};
