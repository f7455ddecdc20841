import { randomUUID } from 'node:crypto';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import { caseIdOf } from '../db/project.ts';
import { ok, refuse } from '../domain/result.ts';
import { joinedFrom, merge, partFacts, split } from '../domain/steps/parts.ts';
import { takeStep } from '../domain/steps/step.ts';
import { once, record } from './command.ts';
import { takeNumber } from './registration.ts';
import { seenCase, subjectOf } from './seenCase.ts';
import { stepContext } from './stepContext.ts';
import { CASE_TOPICS } from './takeCaseStep.ts';
import type { At, Workplace } from './workplace.ts';

type Feature = Handlers<DeskContract>['parts'];
/** The law names its refusals as text; the contract lists those that each of these calls can get. */
type MergeAnswer = Awaited<ReturnType<Feature['merge']>>;
type SplitAnswer = Awaited<ReturnType<Feature['split']>>;

/** 并案 and 拆分: both cases are written in one transaction, or neither is. */
export const parts = (at: At): Feature => ({
  merge({ commandId, ...asked }, caller) {
    const here = at();
    const { caseId, intoNumber, ...input } = asked;
    return once(here, { method: 'parts.merge', commandId, topics: CASE_TOPICS, input: asked }, () => {
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      const target = seenByNumber(here, caller, intoNumber);
      const decided = takeStep(merge, state, { ...input, target }, stepContext(here, caller));
      if (!decided.ok) return decided;
      record(here, caller, subjectOf(state), input.mergedOn, decided.value);
      if (target)
        record(here, caller, subjectOf(target), input.mergedOn, [joinedFrom(state, input.mergedOn)]);
      return ok({ caseId, papers: [] });
    }) as MergeAnswer;
  },

  split({ commandId, ...asked }, caller) {
    const here = at();
    const { caseId, titles, ...input } = asked;
    return once(here, { method: 'parts.split', commandId, topics: CASE_TOPICS, input: asked }, () => {
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      const made = titles.map((title) => ({ caseId: randomUUID(), number: takeNumber(here), title }));
      const context = stepContext(here, caller);
      const decided = takeStep(split, state, { ...input, parts: made }, context);
      if (!decided.ok) return decided;
      record(here, caller, subjectOf(state), input.splitOn, decided.value);
      const { receivedOn } = state.registration;
      for (const part of made) {
        const subject = { caseId: part.caseId, custody: 0, restricted: state.restricted };
        record(here, caller, subject, receivedOn, partFacts(state, part, context));
      }
      return ok({ caseId, papers: [] });
    }) as SplitAnswer;
  },
});

function seenByNumber(here: Workplace, caller: Caller, number: string) {
  const caseId = caseIdOf(here.db.orm, number);
  return caseId === undefined ? undefined : seenCase(here, caller, caseId);
}
