import type { Topic } from '../contract/deskContract.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { StepDone } from '../contract/handling.ts';
import { readCase } from '../db/project.ts';
import type { LocalDate } from '../domain/localDate.ts';
import type { PetitionState } from '../domain/petition.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { settledPart } from '../domain/steps/parts.ts';
import { type Step, takeStep } from '../domain/steps/step.ts';
import { once, record } from './command.ts';
import { issuedPapers } from './paperList.ts';
import { seenCase, subjectOf } from './seenCase.ts';
import { stepContext } from './stepContext.ts';
import type { At, Workplace } from './workplace.ts';

export const CASE_TOPICS: readonly Topic[] = ['cases', 'sync'];

interface Command {
  method: string;
  commandId: string;
  caseId: string;
  /** The day the person says it happened. */
  on: LocalDate;
}

/**
 * One lawful step on a case: the law decides, its facts are recorded, the papers that came into being are answered.
 * The law names refusals as text; `C` is what the contract lists for the call (the tests hold the two together).
 */
export function takeCaseStep<I, C extends string>(
  at: At,
  caller: Caller,
  { method, commandId, caseId, on }: Command,
  step: Step<I>,
  input: I,
): Result<StepDone, C> {
  const here = at();
  const asked = { method, commandId, topics: CASE_TOPICS, input: { caseId, ...input } };
  return once(here, asked, (): Result<StepDone, string> => {
    const state = seenCase(here, caller, caseId);
    if (!state) return refuse('unknown-case');
    const decided = takeStep(step, state, input, stepContext(here, caller));
    if (!decided.ok) return decided;
    record(here, caller, subjectOf(state), on, decided.value);
    tellWhole(here, caller, state, on);
    return ok({ caseId, papers: issuedPapers(decided.value) });
  }) as Result<StepDone, C>;
}

/** A part that ended, or is open again, says so to the whole it comes from. */
function tellWhole(here: Workplace, caller: Caller, before: PetitionState, on: LocalDate): void {
  if (!before.partOf) return;
  const after = readCase(here.db.orm, before.caseId)?.state;
  const whole = readCase(here.db.orm, before.partOf.caseId)?.state;
  const told = after && settledPart(before, after, on);
  if (told && whole) record(here, caller, subjectOf(whole), on, [told]);
}
