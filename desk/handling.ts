import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import type { LocalDate } from '../domain/localDate.ts';
import { accept } from '../domain/steps/acceptance.ts';
import { terminate, voidRegistration } from '../domain/steps/ending.ts';
import { decideExtension, requestExtension } from '../domain/steps/extension.ts';
import { chooseSimple, recordResolution, resumeOrdinary } from '../domain/steps/handlingMode.ts';
import { decideRoute } from '../domain/steps/legalRoute.ts';
import { giveNotice } from '../domain/steps/notice.ts';
import { conclude, issueOpinion, recordDelivery } from '../domain/steps/opinion.ts';
import { refuseAcceptance } from '../domain/steps/refusal.ts';
import type { Step } from '../domain/steps/step.ts';
import { receiveSupplement, requestSupplement } from '../domain/steps/supplement.ts';
import { transferOut } from '../domain/steps/transfer.ts';
import { todayAt } from './command.ts';
import { parsePaperId } from './paperList.ts';
import { takeCaseStep } from './takeCaseStep.ts';
import type { At } from './workplace.ts';

/** The steps of a petition from the written notice to 办结; what is lawful is decided in `domain/steps`. */
export const handling = (at: At): Handlers<DeskContract>['handling'] => {
  function take<N extends string, I extends { commandId: string; caseId: string }, C extends string>(
    name: N,
    { commandId, caseId, ...input }: I,
    on: LocalDate,
    caller: Caller,
    step: Step<Omit<I, 'commandId' | 'caseId'>>,
  ) {
    const command = { method: `handling.${name}`, commandId, caseId, on };
    return takeCaseStep<Omit<I, 'commandId' | 'caseId'>, C>(at, caller, command, step, input);
  }
  return {
    giveNotice: (input, caller) => take('giveNotice', input, input.givenOn, caller, giveNotice),
    decideRoute: (input, caller) => take('decideRoute', input, input.decidedOn, caller, decideRoute),
    accept: (input, caller) => take('accept', input, input.acceptedOn, caller, accept),
    chooseSimple: (input, caller) => take('chooseSimple', input, input.chosenOn, caller, chooseSimple),
    resumeOrdinary: (input, caller) => take('resumeOrdinary', input, input.resumedOn, caller, resumeOrdinary),
    recordResolution: (input, caller) =>
      take('recordResolution', input, input.recordedOn, caller, recordResolution),
    refuseAcceptance: (input, caller) =>
      take('refuseAcceptance', input, input.refusedOn, caller, refuseAcceptance),
    requestSupplement: (input, caller) =>
      take('requestSupplement', input, input.requestedOn, caller, requestSupplement),
    receiveSupplement: (input, caller) =>
      take('receiveSupplement', input, input.receivedOn, caller, receiveSupplement),
    terminate: (input, caller) => take('terminate', input, input.terminatedOn, caller, terminate),
    voidRegistration: (input, caller) =>
      take('voidRegistration', input, input.voidedOn, caller, voidRegistration),
    transferOut: (input, caller) => take('transferOut', input, input.transferredOn, caller, transferOut),
    requestExtension: (input, caller) =>
      take('requestExtension', input, todayAt(at()), caller, requestExtension),
    decideExtension: (input, caller) =>
      take('decideExtension', input, input.decidedOn, caller, decideExtension),
    issueOpinion: (input, caller) => take('issueOpinion', input, input.issuedOn, caller, issueOpinion),
    recordDelivery({ paperId, ...input }, caller) {
      const delivery = { ...input, paper: parsePaperId(paperId) };
      return take('recordDelivery', delivery, input.servedOn, caller, recordDelivery);
    },
    conclude: (input, caller) => take('conclude', input, input.concludedOn, caller, conclude),
  };
};
