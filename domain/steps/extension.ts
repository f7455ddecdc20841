import { caseClock } from '../clocks.ts';
import { currentRoute } from '../legalRoute.ts';
import { currentOpinion, type PetitionState } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { impossibleDate, notWithUs, type StepContext, step } from './step.ts';

const ARTICLE = '《信访工作条例》第三十四条';

/** The 60 days that an extension prolongs; closed when there are none (X04) or the opinion is already out. */
function extendable(state: PetitionState, context: StepContext): Refusal<string> | null {
  const elsewhere = notWithUs(state, context);
  if (elsewhere) return elsewhere;
  // An opinion that a review gave back met the period; there is nothing to prolong any more.
  if (!state.acceptance || currentOpinion(state)) return { code: 'not-now' };
  return currentRoute(state) === 6 ? null : { code: 'no-60-day-period' };
}

/** A person proposes 1 to 30 days with the reason; one extension only (Art.34, "延长期限不得超过30日"). */
export const requestExtension = step<{ days: number; reason: string }>({
  name: 'requestExtension',
  article: ARTICLE,
  roles: ['clerk', 'leader'],
  closed(state, context) {
    const closed = extendable(state, context);
    if (closed) return closed;
    return state.extension && !state.extension.refused ? { code: 'already-done' } : null;
  },
  decide(_state, input, context) {
    // X05: 31 days are refused.
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > 30)
      return refuse('too-many-days', { field: 'days', article: ARTICLE });
    return ok([{ type: 'extension-requested', body: { ...input, requestedOn: context.today } }]);
  },
});

interface Decision {
  approve: boolean;
  decidedOn: string;
  reason: string;
}

/** The organ's leader decides; a late approval is stored and flagged, overdue stays overdue (X06). */
export const decideExtension = step<Decision>({
  name: 'decideExtension',
  article: ARTICLE,
  roles: ['leader'],
  closed(state, context) {
    const closed = extendable(state, context);
    if (closed) return closed;
    const { extension } = state;
    if (!extension || extension.refused) return { code: 'not-now' };
    return extension.approved ? { code: 'already-done' } : null;
  },
  decide(state, input, context) {
    const requested = state.extension?.requested;
    if (!requested) return refuse('not-now');
    const bad = impossibleDate(state, input.decidedOn, context, 'decidedOn', requested.requestedOn);
    if (bad) return bad;
    if (!input.approve) {
      if (!input.reason.trim()) return refuse('reason-missing', { field: 'reason' });
      return ok([
        { type: 'extension-refused', body: { reason: input.reason.trim(), refusedOn: input.decidedOn } },
      ]);
    }
    const sixty = caseClock(state, 'D05', context);
    return ok([
      {
        type: 'extension-approved',
        body: {
          days: requested.days,
          reason: requested.reason,
          approvedOn: input.decidedOn,
          approver: context.person.name,
          late: sixty !== undefined && input.decidedOn > sixty.dueLegal,
          paper: context.nextPaper('extensionNotice', input.decidedOn),
        },
      },
    ]);
  },
});
