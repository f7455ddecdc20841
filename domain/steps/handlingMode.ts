import type { EventOf } from '../events/all.ts';
import { currentRoute } from '../legalRoute.ts';
import type { LocalDate } from '../localDate.ts';
import { currentAssignment, type PetitionState } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

const roles = ['clerk', 'leader'] as const;
const FITS = '《信访事项简易办理办法》第四条';
const EXCLUDES = '《信访事项简易办理办法》第五条';

type Choice = EventOf<'simple-handling-chosen'>['body'] & {
  /** What only a person can judge of Art.4 and 5; each must be so. */
  firstTime: boolean;
  supportable: boolean;
  singleUnit: boolean;
};

/** 简易办理 for what is clear and small. Routes 1 to 5 and what a superior assigned are excluded (Art.5). */
export const chooseSimple = step<Choice>({
  name: 'chooseSimple',
  article: FITS,
  roles,
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.opinion) return { code: 'not-now' };
    if (state.simple) return { code: 'already-done' };
    return isExcluded(state) ? { code: 'simple-excluded', article: EXCLUDES } : null;
  },
  decide(state, { firstTime, supportable, singleUnit, ...body }, context) {
    const bad = impossibleDate(state, body.chosenOn, context, 'chosenOn');
    if (bad) return bad;
    if (!firstTime) return refuse('simple-excluded', { field: 'firstTime', article: FITS });
    if (!supportable) return refuse('simple-excluded', { field: 'supportable', article: EXCLUDES });
    if (!singleUnit) return refuse('simple-excluded', { field: 'singleUnit', article: EXCLUDES });
    return ok([{ type: 'simple-handling-chosen', body }]);
  },
});

/** Accusations have the discipline organ's own rules (Art.30). */
const isExcluded = (state: PetitionState): boolean =>
  state.restricted ||
  (currentRoute(state) ?? 6) !== 6 ||
  currentAssignment(state)?.assigned.manner === 'assign';

/** Back to the ordinary procedure, with the reason; no date moves. */
export const resumeOrdinary = step<EventOf<'ordinary-handling-resumed'>['body']>({
  name: 'resumeOrdinary',
  article: FITS,
  roles,
  closed(state, context) {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    // Once the answer is written there is nothing left to do in another way.
    return state.simple && !state.simple.resumed && !state.opinion ? null : { code: 'not-now' };
  },
  decide: (state, body, context) =>
    impossibleDate(state, body.resumedOn, context, 'resumedOn', lastOf(state)) ??
    ok([{ type: 'ordinary-handling-resumed', body }]),
});

/** The ordinary procedure begins after what was decided in the simple one, so that no clock that was met is undone. */
const lastOf = ({ simple, acceptance }: PetitionState): LocalDate | undefined =>
  [simple?.chosenOn, acceptance?.acceptedOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** 化解 is recorded beside 办结, and again when it came undone; once there is an opinion or a conclusion to speak of. */
export const recordResolution = step<EventOf<'resolution-recorded'>['body']>({
  name: 'recordResolution',
  article: '《信访工作条例》第二十七条',
  roles,
  closed(state, context) {
    if (state.custodian.code !== context.unit.code) return { code: 'not-ours' };
    return state.opinion || state.conclusion ? null : { code: 'not-now' };
  },
  decide(state, body, context) {
    const bad = impossibleDate(state, body.recordedOn, context, 'recordedOn', state.resolution?.recordedOn);
    if (bad) return bad;
    if ((state.resolution?.resolution ?? 'not-resolved') === body.resolution)
      return refuse('nothing-changed', { field: 'resolution' });
    return ok([{ type: 'resolution-recorded', body }]);
  },
});
