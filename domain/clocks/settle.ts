import type { Calendar } from '../calendar.ts';
import { type Deadline, daysLeftUntil, urgency } from '../deadline.ts';
import { endingOf } from '../ending.ts';
import type { LocalDate } from '../localDate.ts';
import type { PetitionState } from '../petition.ts';
import type { RulePack } from '../rules/rulePack.ts';

/** A clock on a case: the counted deadline and what became of the duty. */
export interface CaseClock extends Deadline {
  state: 'running' | 'met' | 'met-late' | 'not-owed';
  metOn?: LocalDate;
  reason?: string;
  urgency?: ReturnType<typeof urgency>;
  /** Calendar days from today as `daysLeftUntil` counts them. Only while running. */
  daysLeft?: number;
}

export interface ClockContext {
  today: LocalDate;
  calendar: Calendar;
  pack?: RulePack;
}

/** A duty that was done on a day, late or not, or that runs on. */
export function settle(
  counted: Deadline,
  metOn: LocalDate | undefined,
  { today }: Pick<ClockContext, 'today'>,
): CaseClock {
  if (metOn) return { ...counted, state: metOn > counted.dueLegal ? 'met-late' : 'met', metOn };
  return {
    ...counted,
    state: 'running',
    urgency: urgency(counted.dueRaw, counted.dueLegal, today),
    daysLeft: daysLeftUntil(counted.dueRaw, counted.dueLegal, today),
  };
}

/** The same for a duty that falls away when the case is concluded. */
export const settleUntilConcluded = (
  counted: Deadline,
  metOn: LocalDate | undefined,
  state: PetitionState,
  context: ClockContext,
): CaseClock => {
  const ending = endingOf(state);
  return !metOn && ending ? notOwed(counted, ending) : settle(counted, metOn, context);
};

/** A right that lapses: used on a day, still open, or gone with the legal last day. */
export const settleRight = (
  counted: Deadline,
  usedOn: LocalDate | undefined,
  lapsed: string,
  context: ClockContext,
): CaseClock =>
  !usedOn && context.today > counted.dueLegal ? notOwed(counted, lapsed) : settle(counted, usedOn, context);

/** A clock that nobody has to meet, with the reason. */
export const notOwed = (counted: Deadline, reason: string): CaseClock => ({
  ...counted,
  state: 'not-owed',
  reason,
});

/** The first of the days that are known. */
export const earliest = (dates: (LocalDate | undefined)[]): LocalDate | undefined =>
  dates.filter((d): d is LocalDate => d !== undefined).sort()[0];
