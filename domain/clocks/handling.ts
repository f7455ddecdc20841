import { type Deadline, deadline } from '../deadline.ts';
import { askedForPerformance, currentRoute } from '../legalRoute.ts';
import type { LocalDate } from '../localDate.ts';
import { currentAssignment, type PetitionState } from '../petition.ts';
import { firstOpinionServedOn } from '../petitionStatus.ts';
import { type CaseClock, type ClockContext, earliest, notOwed, settleUntilConcluded } from './settle.ts';

/** Clocks of the handling itself: D05 (with D06), D12 and D13 of 简易办理, D21. */

/** D05 (+ D06): 60 days from acceptance, route 6 only; ended by the opinion's service, else by the conclusion. */
export function sixtyDays(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const { acceptance } = state;
  if (!acceptance || !wasPetition(state)) return undefined;
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

/** Of route 6 at the acceptance, or decided to be of it since: the period runs from the acceptance in both. */
const wasPetition = ({ acceptance, routes }: PetitionState): boolean =>
  acceptance?.legalRoute === 6 ||
  (routes?.some((r) => r.route === 6 && acceptance && r.decidedOn >= acceptance.acceptedOn) ?? false);

/** D21: route 5, two months from the receipt of the request, or the last day by the law that governs the duty. */
export function performance(state: PetitionState, context: ClockContext): CaseClock | undefined {
  if (!askedForPerformance(state)) return undefined;
  const assignment = currentAssignment(state);
  const ownLaw = state.routes?.findLast((r) => r.route === 5)?.ownLaw;
  const { receivedOn } = state.registration;
  // A last day that a law names was counted from the request itself, whoever has it now.
  const start = ownLaw ? receivedOn : (assignment?.signedOn ?? receivedOn);
  const counted = deadline({
    ...{ rule: 'D21', start, ...context },
    ...(ownLaw && { fixedDue: ownLaw.due, fixedBy: ownLaw.basis }),
  });
  const metOn = earliest([firstOpinionServedOn(state), state.conclusion?.concludedOn]);
  if (!metOn && assignment?.objectionAnswer?.upheld) return notOwed(counted, 'returned-to-sender');
  if (!metOn && state.transfer) return notOwed(counted, 'sent-to-another-unit');
  if (!metOn && currentRoute(state) !== 5) return notOwed(counted, 'other-route');
  return settleUntilConcluded(counted, metOn, state, context);
}

/** D12: 简易办理, decide on acceptance within the rule pack's working days of the receipt. */
export function simpleAcceptance(state: PetitionState, context: ClockContext): CaseClock | undefined {
  if (!state.simple) return undefined;
  const start = currentAssignment(state)?.signedOn ?? state.registration.receivedOn;
  const decidedOn = earliest([state.acceptance?.acceptedOn, state.transfer?.transferredOn]);
  return simple(state, deadline({ rule: 'D12', start, ...context }), decidedOn, context);
}

/** D13: 简易办理, the answer within the rule pack's working days of the acceptance. */
export function simpleAnswer(state: PetitionState, context: ClockContext): CaseClock | undefined {
  if (!state.simple || !state.acceptance) return undefined;
  const answeredOn = earliest([firstOpinionServedOn(state), state.conclusion?.concludedOn]);
  const counted = deadline({ rule: 'D13', start: state.acceptance.acceptedOn, ...context });
  return simple(state, counted, answeredOn, context);
}

/** What was done in time stays done; what was not is owed no more once the ordinary procedure was resumed. */
const simple = (
  state: PetitionState,
  counted: Deadline,
  doneOn: LocalDate | undefined,
  context: ClockContext,
): CaseClock =>
  state.simple?.resumed && !(doneOn && doneOn <= state.simple.resumed.resumedOn)
    ? notOwed(counted, 'ordinary-procedure')
    : settleUntilConcluded(counted, doneOn, state, context);
