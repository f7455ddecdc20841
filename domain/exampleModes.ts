import { type Attempt, claimedDate, oneOf } from './exampleChoice.ts';
import { chooseSimple, recordResolution, resumeOrdinary } from './steps/handlingMode.ts';
import { takeStep } from './steps/step.ts';

/** What a clerk may try of 简易办理 and 化解, with answers that are sometimes wrong. */
export const MODE_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'handling.chooseSimple': (state, context, pick) =>
    takeStep(
      chooseSimple,
      state,
      {
        ...{ chosenOn: claimedDate(context, pick), ground: oneOf(pick, 'CLEAR', 'DAILY') },
        ...{ firstTime: pick(5) > 0, supportable: pick(5) > 0, singleUnit: pick(5) > 0 },
      },
      context,
    ),
  'handling.resumeOrdinary': (state, context, pick) =>
    takeStep(resumeOrdinary, state, { resumedOn: claimedDate(context, pick), reason: '情况复杂' }, context),
  'handling.recordResolution': (state, context, pick) =>
    takeStep(
      recordResolution,
      state,
      {
        ...{ recordedOn: claimedDate(context, pick), note: '回访时表示满意' },
        resolution: oneOf(pick, 'solved', 'at-rest', 'not-resolved'),
      },
      context,
    ),
};
