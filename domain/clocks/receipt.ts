import { deadline } from '../deadline.ts';
import type { LocalDate } from '../localDate.ts';
import { acceptanceOf, currentAssignment, isEnded, noticeOf, type PetitionState } from '../petition.ts';
import { regulationOn } from '../rules/deadlineRules.ts';
import {
  type CaseClock,
  type ClockContext,
  earliest,
  notOwed,
  settle,
  settleUntilConcluded,
} from './settle.ts';

/** Clocks that begin when an item arrives: D02, D03, D04, D11. */

/** D02: written notice of a direct petition, 15 days from receipt; not owed without a clear name and address. */
export function directNotice(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const start = state.registration.receivedOn;
  const startedAt = instantOf(start, state.registeredAt);
  const counted = deadline({ rule: 'D02', start, startedAt, ...context });
  if (unclear(state)) return notOwed(counted, 'name-or-address-unclear');
  const toldOn = earliest([
    state.notices.find((n) => !n.assignmentId)?.givenOn,
    state.acceptance?.acceptedOn,
    state.transfer?.transferredOn,
    routeToldOn(state, null),
    state.refusal?.paper && state.refusal.refusedOn,
  ]);
  // Sent down to another unit before we gave notice: the duty is then that unit's (D03).
  const sentTo = currentAssignment(state)?.assigned.to.code;
  if (!toldOn && sentTo && sentTo !== state.origin.code) return notOwed(counted, 'sent-to-another-unit');
  return settleUntilConcluded(counted, toldOn, state, context);
}

/** D03: the same duty for an item sent down, 15 days from its receipt; an objection does not stop it. */
export function assignedNotice(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment) return undefined;
  const start = assignment.signedOn ?? assignment.assigned.assignedOn;
  const counted = deadline({ rule: 'D03', start, ...context });
  if (unclear(state)) return notOwed(counted, 'name-or-address-unclear');
  const toldOn = earliest([
    noticeOf(state)?.givenOn,
    acceptanceOf(state)?.acceptedOn,
    routeToldOn(state, assignment.assigned.assignmentId),
  ]);
  if (!toldOn && assignment.objectionAnswer?.upheld) return notOwed(counted, 'returned-to-sender');
  return settleUntilConcluded(counted, toldOn, state, context);
}

/** D04: objection, 5 working days from receipt; a right that lapses. The regulation of 2005 had no such period. */
export function objection(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment) return undefined;
  const start = assignment.signedOn ?? assignment.assigned.assignedOn;
  if (regulationOn(start) === '2005') return undefined;
  const counted = deadline({ rule: 'D04', start, ...context });
  const raisedOn = assignment.objection?.raisedOn;
  if (raisedOn) return settle(counted, raisedOn, context);
  const gone = acceptanceOf(state) || noticeOf(state) || isEnded(state) || context.today > counted.dueLegal;
  return gone ? notOwed(counted, 'no-objection') : settle(counted, undefined, context);
}

/** D11: conclusion report on the date given in the assignment; fixed, never rolls, owed after the conclusion too. */
export function report(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment?.assigned.reportDue) return undefined;
  const { assignedOn: start, reportDue: fixedDue } = assignment.assigned;
  const counted = deadline({ rule: 'D11', start, fixedDue, ...context });
  const reportedOn = assignment.report?.reportedOn;
  if (!reportedOn && assignment.objectionAnswer?.upheld) return notOwed(counted, 'returned-to-sender');
  return settle(counted, reportedOn, context);
}

/** Art.23 ¶2: where name or address is unclear nobody can be told in writing. */
const unclear = ({ registration }: PetitionState): boolean =>
  registration.anonymous || registration.addressUnclear;

/** A paper that names the legal route tells the petitioner of receipt, route and procedure, as a notice does. */
const routeToldOn = (state: PetitionState, assignmentId: string | null): LocalDate | undefined =>
  state.routes?.find((r) => r.paper && r.assignmentId === assignmentId)?.decidedOn;

/** The moment of registration counts for `dueSystem` only when it was entered on the day of receipt. */
const instantOf = (start: LocalDate, registeredAt: string): string =>
  registeredAt.startsWith(start) ? registeredAt : `${start}T00:00:00+08:00`;
