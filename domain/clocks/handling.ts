import { deadline } from '../deadline.ts';
import { asksForPerformance, currentRoute } from '../legalRoute.ts';
import { currentAssignment, type PetitionState } from '../petition.ts';
import { firstOpinionServedOn } from '../petitionStatus.ts';
import { type CaseClock, type ClockContext, earliest, notOwed, settleUntilConcluded } from './settle.ts';

/** Clocks of the handling itself: D05 (with D06) and D21. */

/** D05 (+ D06): 60 days from acceptance, route 6 only; ended by the opinion's service, else by the conclusion. */
export function sixtyDays(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const { acceptance } = state;
  if (acceptance?.legalRoute !== 6) return undefined;
  const extensionDays = state.extension?.approved?.days;
  const counted = deadline({
    ...{ rule: 'D05', start: acceptance.acceptedOn, ...context },
    ...(extensionDays ? { extensionDays } : {}),
  });
  const metOn = earliest([firstOpinionServedOn(state), state.conclusion?.concludedOn]);
  // Put on another route after acceptance: the period is over, and the page says why.
  if (!metOn && currentRoute(state) !== 6) return notOwed(counted, 'other-route');
  return settleUntilConcluded(counted, metOn, state, context);
}

/** D21: route 5, two months from the receipt of the request, or the last day by the law that governs the duty. */
export function performance(state: PetitionState, context: ClockContext): CaseClock | undefined {
  if (!asksForPerformance(state)) return undefined;
  const assignment = currentAssignment(state);
  const ownLaw = state.routes?.at(-1)?.ownLaw;
  const counted = deadline({
    ...{ rule: 'D21', start: assignment?.signedOn ?? state.registration.receivedOn, ...context },
    ...(ownLaw && { fixedDue: ownLaw.due, fixedBy: ownLaw.basis }),
  });
  if (assignment?.objectionAnswer?.upheld) return notOwed(counted, 'returned-to-sender');
  if (state.transfer) return notOwed(counted, 'sent-to-another-unit');
  const metOn = earliest([firstOpinionServedOn(state), state.conclusion?.concludedOn]);
  return settleUntilConcluded(counted, metOn, state, context);
}
