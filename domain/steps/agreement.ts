import { agreementOf, confirmationDue, isPerformed, isPersonal } from '../agreement.ts';
import type { DomainEvent, EventOf } from '../events/all.ts';
import type { LocalDate } from '../localDate.ts';
import type { MediationState } from '../mediation.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { StepContext } from './step.ts';

const CONFIRMATION = '《人民调解法》第三十三条';
type Decided = Result<DomainEvent[], string>;

/** Why nothing can be recorded of an agreement here on that day, or null. */
function closed(
  state: MediationState,
  date: LocalDate,
  field: string,
  context: StepContext,
  after?: LocalDate,
): Result<never, string> | null {
  if (state.opened.unit.code !== context.unit.code) return refuse('not-ours');
  const agreement = agreementOf(state);
  if (!agreement) return refuse('no-agreement');
  if (date > context.today) return refuse('date-in-future', { field });
  return date < (after ?? agreement.concludedOn) ? refuse('date-before-previous-step', { field }) : null;
}

/** 司法确认: both together, within 30 days of the agreement; not for marriage, adoption and the like. */
export function decideApplication(
  state: MediationState,
  body: EventOf<'mediation-confirmation-applied'>['body'],
  context: StepContext,
): Decided {
  const bad = closed(state, body.appliedOn, 'appliedOn', context);
  if (bad) return bad;
  if (isPersonal(state.opened.disputeType)) return refuse('not-confirmable', { article: CONFIRMATION });
  if (state.confirmation) return refuse('already-done');
  const due = confirmationDue(state, context.calendar);
  if (due && body.appliedOn > due)
    return refuse('confirmation-late', { field: 'appliedOn', article: CONFIRMATION, detail: { due } });
  return ok([{ type: 'mediation-confirmation-applied', body }]);
}

/** What the court said. */
export function decideRuling(
  state: MediationState,
  body: EventOf<'mediation-confirmation-decided'>['body'],
  context: StepContext,
): Decided {
  const { confirmation } = state;
  const bad = closed(state, body.decidedOn, 'decidedOn', context, confirmation?.applied.appliedOn);
  if (bad) return bad;
  if (!confirmation) return refuse('not-now');
  if (confirmation.decided) return refuse('already-done');
  return ok([{ type: 'mediation-confirmation-decided', body }]);
}

/** 履行, in one act or in instalments; nothing follows the last. */
export function decidePerformance(
  state: MediationState,
  body: EventOf<'mediation-performed'>['body'],
  context: StepContext,
): Decided {
  const bad = closed(state, body.performedOn, 'performedOn', context);
  if (bad) return bad;
  return isPerformed(state) ? refuse('already-done') : ok([{ type: 'mediation-performed', body }]);
}

/** 回访. */
export function decideRevisit(
  state: MediationState,
  body: EventOf<'mediation-revisited'>['body'],
  context: StepContext,
): Decided {
  const last = state.revisits?.at(-1)?.revisitedOn;
  return (
    closed(state, body.revisitedOn, 'revisitedOn', context, last) ??
    ok([{ type: 'mediation-revisited', body }])
  );
}
