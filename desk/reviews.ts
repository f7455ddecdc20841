import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import type { LocalDate } from '../domain/localDate.ts';
import {
  answerReview,
  holdHearing,
  recordReviewOpinion,
  requestReview,
  serveReviewOpinion,
} from '../domain/steps/review.ts';
import type { Step } from '../domain/steps/step.ts';
import { takeCaseStep } from './takeCaseStep.ts';
import type { At } from './workplace.ts';

/** 复查 and 复核; what is lawful and what is in time is decided in `domain/steps`. */
export const reviews = (at: At): Handlers<DeskContract>['reviews'] => {
  function take<I extends { commandId: string; caseId: string }, C extends string>(
    name: string,
    { commandId, caseId, ...input }: I,
    on: LocalDate,
    caller: Caller,
    step: Step<Omit<I, 'commandId' | 'caseId'>>,
  ) {
    const command = { method: `reviews.${name}`, commandId, caseId, on };
    return takeCaseStep<Omit<I, 'commandId' | 'caseId'>, C>(at, caller, command, step, input);
  }
  return {
    request: (input, caller) => take('request', input, input.receivedOn, caller, requestReview),
    answer: (input, caller) => take('answer', input, input.answeredOn, caller, answerReview),
    holdHearing: (input, caller) => take('holdHearing', input, input.to, caller, holdHearing),
    recordOpinion: (input, caller) =>
      take('recordOpinion', input, input.issuedOn, caller, recordReviewOpinion),
    serveOpinion: (input, caller) => take('serveOpinion', input, input.servedOn, caller, serveReviewOpinion),
  };
};
