import type { Calendar } from '../calendar.ts';
import { endingOf } from '../ending.ts';
import type { DomainEvent } from '../events/all.ts';
import type { IssuedPaper } from '../events/handling.ts';
import type { LocalDate } from '../localDate.ts';
import type { Role } from '../person.ts';
import type { PetitionState } from '../petition.ts';
import { type Refusal, type Result, refuse } from '../result.ts';

/** What a decision may know besides the case: all of it is passed in, nothing is looked up. */
export interface StepContext {
  today: LocalDate;
  /** The unit that this desk belongs to. */
  unit: { code: string; name: string };
  calendar: Calendar;
  person: { name: string; roles: readonly Role[] };
  /** The next free number of that paper for this unit, desk block and year; taken with the event. */
  nextPaper(kind: string, on: LocalDate): IssuedPaper;
}

/**
 * One lawful step. `closed` shows or hides the button and refuses the call: the same function does both.
 * `decide` is only asked when `closed` answers null.
 */
export interface Step<I> {
  name: string;
  article: string;
  roles: readonly Role[];
  /** Open nearly always and wanted seldom: the page keeps it behind a menu, off the way that a case usually goes. */
  aside?: true;
  closed(state: PetitionState, context: StepContext): Refusal<string> | null;
  decide(state: PetitionState, input: I, context: StepContext): Result<DomainEvent[], string>;
}

/** Defines a step; exists for the types. */
export const step = <I>(definition: Step<I>): Step<I> => definition;

/** Asks the law, then decides. Every command on a case goes through here. */
export function takeStep<I>(
  s: Step<I>,
  state: PetitionState,
  input: I,
  context: StepContext,
): Result<DomainEvent[], string> {
  const closed = closedFor(s, state, context);
  return closed ? { ok: false, refusal: closed } : s.decide(state, input, context);
}

/** Why the step is closed to this person at this unit now, or null when it is open. */
export function closedFor<I>(s: Step<I>, state: PetitionState, context: StepContext): Refusal<string> | null {
  if (!s.roles.some((role) => context.person.roles.includes(role)))
    return { code: 'not-allowed', article: s.article };
  const refusal = s.closed(state, context);
  return refusal && { article: s.article, ...refusal };
}

/** Shared first question of most steps: is the case with us and still open? */
export function notWithUs(state: PetitionState, context: StepContext): Refusal<string> | null {
  const done = endingOf(state);
  if (done) return { code: 'already-done', detail: { done } };
  return state.custodian.code === context.unit.code ? null : { code: 'not-ours' };
}

/** A date a person typed: not before the receipt, not in the future, not before the step it builds on. */
export function impossibleDate(
  state: PetitionState,
  date: LocalDate,
  context: StepContext,
  field: string,
  notBefore?: LocalDate | undefined,
): Result<never, string> | null {
  if (date > context.today) return refuse('date-in-future', { field });
  if (date < state.registration.receivedOn) return refuse('date-before-receipt', { field });
  if (notBefore && date < notBefore) return refuse('date-before-previous-step', { field });
  return null;
}
