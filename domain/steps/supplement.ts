import type { EventOf } from '../events/all.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { awaitsSupplement } from '../supplement.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

const roles = ['clerk', 'leader'] as const;
const ARTICLE = '《信访工作条例》第十九条';

/** 补正: what is missing is asked for; every clock runs on (the regulation names no pause). */
export const requestSupplement = step<EventOf<'supplement-requested'>['body']>({
  name: 'requestSupplement',
  article: ARTICLE,
  roles,
  aside: true,
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.opinion) return { code: 'not-now' };
    return awaitsSupplement(state) ? { code: 'already-done' } : null;
  },
  decide(state, body, context) {
    const last = state.supplements?.at(-1)?.received?.receivedOn;
    const bad = impossibleDate(state, body.requestedOn, context, 'requestedOn', last);
    if (bad) return bad;
    if (body.wantedBy && body.wantedBy < body.requestedOn)
      return refuse('date-before-previous-step', { field: 'wantedBy' });
    return ok([{ type: 'supplement-requested', body }]);
  },
});

/** What came; the matter goes on with it, or without what did not come. */
export const receiveSupplement = step<EventOf<'supplement-received'>['body']>({
  name: 'receiveSupplement',
  article: ARTICLE,
  roles,
  closed: (state, context) =>
    notWithUs(state, context) ?? (awaitsSupplement(state) ? null : { code: 'not-now' }),
  decide: (state, body, context) =>
    impossibleDate(
      state,
      body.receivedOn,
      context,
      'receivedOn',
      state.supplements?.at(-1)?.requested.requestedOn,
    ) ?? ok([{ type: 'supplement-received', body }]),
});
