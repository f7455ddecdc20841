import { performance, simpleAcceptance, simpleAnswer, sixtyDays } from './clocks/handling.ts';
import { assignedNotice, directNotice, objection, report } from './clocks/receipt.ts';
import { reexaminationOpinion, reexaminationRequest, reviewOpinion, reviewRequest } from './clocks/review.ts';
import type { CaseClock, ClockContext } from './clocks/settle.ts';
import type { PetitionState } from './petition.ts';
import type { DeadlineRule } from './rules/deadlineRules.ts';

/** The clocks of a case in the order in which the duties arise; each is silent until its start fact has happened. */
const CLOCKS: Partial<
  Record<DeadlineRule, (state: PetitionState, context: ClockContext) => CaseClock | undefined>
> = {
  D02: directNotice,
  D03: assignedNotice,
  D04: objection,
  D05: sixtyDays,
  D07: reviewRequest,
  D08: reviewOpinion,
  D09: reexaminationRequest,
  D10: reexaminationOpinion,
  D11: report,
  D12: simpleAcceptance,
  D13: simpleAnswer,
  D21: performance,
};

/** Rights that lapse and other people's duties: shown, but no work of this unit. */
const NO_DUTY: ReadonlySet<DeadlineRule> = new Set<DeadlineRule>(['D04', 'D07', 'D08', 'D09', 'D10']);

/** Every clock that has started on the case, in the order in which the duties arise. Pure. */
export const clocksOf = (state: PetitionState, context: ClockContext): CaseClock[] =>
  Object.values(CLOCKS).flatMap((clock) => clock(state, context) ?? []);

/** One clock of the case, or undefined when its start fact has not happened. */
export const caseClock = (
  state: PetitionState,
  rule: DeadlineRule,
  context: ClockContext,
): CaseClock | undefined => CLOCKS[rule]?.(state, context);

/** Of the running duties the one that ends first: it governs the work list (scenario D). A right to object is no duty. */
export function nextDuty(clocks: readonly CaseClock[]): CaseClock | undefined {
  return clocks
    .filter((c) => c.state === 'running' && !NO_DUTY.has(c.rule))
    .sort((a, b) => a.dueRaw.localeCompare(b.dueRaw))[0];
}
