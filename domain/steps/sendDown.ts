import type { EventOf } from '../events/all.ts';
import type { LocalDate } from '../localDate.ts';
import { assignmentOf, currentAssignment, isEnded, type PetitionState } from '../petition.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';

/** What the bureau knows besides the case when it sends an item down. */
export interface SendDownContext {
  today: LocalDate;
  /** The bureau itself. */
  unit: { code: string; name: string };
}

type Assigned = EventOf<'petition-assigned'>;
type Decided = EventOf<'objection-decided'>;
export type AssignRefusal =
  | 'restricted'
  | 'concluded'
  | 'already-assigned'
  | 'unknown-unit'
  | 'report-due-missing'
  | 'report-due-past'
  | 'report-due-on-transfer';
export type DecideRefusal = 'unknown-assignment' | 'no-objection' | 'already-done' | 'reason-missing';

const ARTICLE_22 = '《信访工作条例》第二十二条';

/**
 * Why the item cannot be sent to a unit now, or null. What is with a unit stays there until it comes back by an objection
 * (Art.23 ¶3); accusation material goes to no unit (Art.30 ¶3, DOMAIN 10.2).
 */
export function closedToAssign(state: PetitionState): Refusal<AssignRefusal> | null {
  if (state.restricted) return { code: 'restricted', article: '《信访工作条例》第三十条第三款' };
  if (isEnded(state)) return { code: 'concluded' };
  const inForce = currentAssignment(state);
  return inForce && !inForce.objectionAnswer?.upheld ? { code: 'already-assigned' } : null;
}

/** What an officer fills in; `to` is undefined when nobody knows such a unit. */
export type AssignInput = Pick<
  Assigned['body'],
  'assignmentId' | 'manner' | 'reportDue' | 'requirement' | 'documentNumber'
> & { to: Assigned['body']['to'] | undefined };

/** 转送 or, where a report is wanted, 交办 with its fixed date (Art.22). */
export function decideAssign(
  state: PetitionState,
  { to, ...input }: AssignInput,
  { today, unit }: SendDownContext,
): Result<Assigned[], AssignRefusal> {
  const closed = closedToAssign(state);
  if (closed) return { ok: false, refusal: closed };
  if (!to || to.code === unit.code) return refuse('unknown-unit', { field: 'toUnit' });
  const { manner, reportDue } = input;
  const field = { field: 'reportDue', article: ARTICLE_22 };
  if (manner === 'transfer' && reportDue) return refuse('report-due-on-transfer', field);
  if (manner === 'assign' && !reportDue) return refuse('report-due-missing', field);
  if (reportDue && reportDue < today) return refuse('report-due-past', field);
  return ok([{ type: 'petition-assigned', body: { ...input, from: unit, to, assignedOn: today } }]);
}

/** Why there is no objection to answer now, or null. */
export function closedToDecide(state: PetitionState): Refusal<DecideRefusal> | null {
  const inForce = currentAssignment(state);
  if (!inForce?.objection) return { code: 'no-objection' };
  return inForce.objectionAnswer ? { code: 'already-done' } : null;
}

/** 答复异议. Upheld, the material comes back (交还, Art.23 ¶3); otherwise the item stays, and the unit is told why. */
export function decideObjection(
  state: PetitionState,
  input: Omit<Decided['body'], 'decidedOn'>,
  { today }: Pick<SendDownContext, 'today'>,
): Result<Decided[], DecideRefusal> {
  if (!assignmentOf(state, input.assignmentId)) return refuse('unknown-assignment');
  const inForce = currentAssignment(state)?.assigned.assignmentId === input.assignmentId;
  const closed = inForce ? closedToDecide(state) : ({ code: 'already-done' } as const);
  if (closed) return { ok: false, refusal: closed };
  if (!input.upheld && !input.reason.trim()) return refuse('reason-missing', { field: 'reason' });
  return ok([{ type: 'objection-decided', body: { ...input, decidedOn: today } }]);
}
