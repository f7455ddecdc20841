import type { DomainEvent } from './events/all.ts';
import { addDays, type LocalDate } from './localDate.ts';
import type { PetitionState } from './petition.ts';
import type { Result } from './result.ts';
import type { StepContext } from './steps/step.ts';

/** A choice among `n` things, 0 to n − 1, made by whoever drives the example. */
export type Pick = (n: number) => number;

/** What a person tries on the example case. */
export type Attempt = (
  state: PetitionState,
  context: StepContext,
  pick: Pick,
) => Result<DomainEvent[], string>;

/** A day that somebody claims: mostly one of the last days, sometimes tomorrow. */
export const claimedDate = (context: StepContext, pick: Pick): LocalDate =>
  addDays(context.today, 1 - pick(6));

/** One of several values. */
export const oneOf = <T>(pick: Pick, ...values: [T, ...T[]]): T => values[pick(values.length)] ?? values[0];
