import { currentReview, type PetitionState } from '../petition.ts';
import type { Refusal } from '../result.ts';
import { isPending, type ReviewState } from '../review.ts';
import { accept } from './acceptance.ts';
import { raiseObjection, reportAssignment, signAssignment } from './assignment.ts';
import { decideExtension, requestExtension } from './extension.ts';
import { chooseSimple, recordResolution, resumeOrdinary } from './handlingMode.ts';
import { decideRoute } from './legalRoute.ts';
import { openMediationStep } from './mediation.ts';
import { giveNotice } from './notice.ts';
import { conclude, issueOpinion, recordDelivery } from './opinion.ts';
import { refuseAcceptance } from './refusal.ts';
import {
  answerReview,
  holdHearing,
  recordReviewOpinion,
  requestReview,
  serveReviewOpinion,
} from './review.ts';
import { closedFor, type Step, type StepContext } from './step.ts';
import { transferOut } from './transfer.ts';

/** Every step on a case, in the order in which they usually come. The first open one is the main button. */
const STEPS = [
  signAssignment,
  giveNotice,
  decideRoute,
  accept,
  chooseSimple,
  resumeOrdinary,
  refuseAcceptance,
  transferOut,
  raiseObjection,
  openMediationStep,
  decideExtension,
  issueOpinion,
  recordDelivery,
  requestExtension,
  reportAssignment,
  conclude,
  recordResolution,
  requestReview,
  answerReview,
  holdHearing,
  recordReviewOpinion,
  serveReviewOpinion,
] as readonly Step<never>[];

export interface LawfulStep {
  step: string;
  open: boolean;
  refusal?: Refusal<string>;
  next: boolean;
}

/** What the law allows on this case now, at this unit, for this person. Shows the buttons; `takeStep` refuses by the same. */
export function lawfulSteps(state: PetitionState, context: StepContext): LawfulStep[] {
  const views = STEPS.map((s) => {
    const refusal = closedFor(s, state, context);
    return refusal
      ? { step: s.name, open: false, refusal, next: false }
      : { step: s.name, open: true, next: false };
  });
  const likely = likelyNext(state);
  const next = views.find((v) => v.open && v.step === likely) ?? views.find((v) => v.open);
  return views.map((v) => ({ ...v, next: v === next }));
}

/** The step a clerk usually wants; only a proposal, never a rule. */
function likelyNext(state: PetitionState): string {
  const review = currentReview(state);
  if (review && isPending(review)) return likelyReviewStep(review);
  if (state.extension && !state.extension.approved && !state.extension.refused) return 'decideExtension';
  if (state.opinion && state.papers.some((p) => p.paper.kind === 'handlingOpinion' && !p.served))
    return 'recordDelivery';
  if (state.opinion || state.mediations.some((m) => m.outcome === 'agreement') || state.transfer)
    return 'conclude';
  if (state.acceptance) return 'issueOpinion';
  return state.notices.length > 0 ? 'accept' : 'giveNotice';
}

/** What usually comes next in a pending 复查 or 复核. */
function likelyReviewStep({ answer, opinion }: ReviewState): string {
  if (opinion) return 'serveReviewOpinion';
  return answer ? 'recordReviewOpinion' : 'answerReview';
}
