import { currentRoute } from '../legalRoute.ts';
import { currentAssignment, currentReview, isEnded, type PetitionState } from '../petition.ts';
import { opinionServedOn } from '../petitionStatus.ts';
import type { Refusal } from '../result.ts';
import { isPending, type ReviewState } from '../review.ts';
import { accept } from './acceptance.ts';
import { raiseObjection, reportAssignment, signAssignment } from './assignment.ts';
import { terminate, voidRegistration } from './ending.ts';
import { decideExtension, requestExtension } from './extension.ts';
import { chooseSimple, recordResolution, resumeOrdinary } from './handlingMode.ts';
import { decideRoute } from './legalRoute.ts';
import { openMediationStep } from './mediation.ts';
import { giveNotice } from './notice.ts';
import { conclude, issueOpinion, recordDelivery } from './opinion.ts';
import { merge, split } from './parts.ts';
import { refuseAcceptance } from './refusal.ts';
import {
  answerReview,
  holdHearing,
  recordReviewOpinion,
  requestReview,
  serveReviewOpinion,
} from './review.ts';
import { closedFor, type Step, type StepContext } from './step.ts';
import { receiveSupplement, requestSupplement } from './supplement.ts';
import { transferOut } from './transfer.ts';

/** Every step on a case, in the order in which they usually come. */
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
  receiveSupplement,
  requestSupplement,
  merge,
  split,
  terminate,
  voidRegistration,
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
  aside: boolean;
}

/** What the law allows on this case now, at this unit, for this person. Shows the buttons; `takeStep` refuses by the same. */
export function lawfulSteps(state: PetitionState, context: StepContext): LawfulStep[] {
  const views = STEPS.map((s) => {
    const refusal = closedFor(s, state, context);
    const view = { step: s.name, open: !refusal, next: false, aside: s.aside ?? false };
    return refusal ? { ...view, refusal } : view;
  });
  const next = likelyNext(state).find((name) => views.some((v) => v.open && v.step === name));
  return views.map((v) => ({ ...v, next: v.step === next }));
}

/**
 * The steps a clerk usually wants now, the likeliest first; the first one open to this person leads. A proposal, never
 * a rule. None leads while somebody else has to act: the bureau on an objection, the mediator on a mediation.
 */
function likelyNext(state: PetitionState): string[] {
  const assignment = currentAssignment(state);
  // Only an assignment asks for a report (Art.22(3)); a transfer does not.
  const report = assignment?.assigned.manner === 'assign' ? ['reportAssignment'] : [];
  const review = currentReview(state);
  if (review && isPending(review)) return [likelyReviewStep(review)];
  if (isEnded(state)) return [...report, 'recordDelivery'];
  if (state.transfer && !assignment) return ['conclude'];
  if (assignment && !assignment.signedOn) return ['signAssignment'];
  if (!state.acceptance) {
    if (assignment?.objection && !assignment.objectionAnswer) return [];
    return ['giveNotice', 'accept'];
  }
  if (state.mediations.some((m) => !m.outcome)) return [];
  if (state.opinion) return opinionServedOn(state) ? ['conclude'] : ['recordDelivery'];
  if (state.mediations.some((m) => m.outcome === 'agreement')) return ['conclude'];
  // The opinion of Art.32 belongs to Art.31(6); on the other routes the petitioner is told, and the item ends.
  return currentRoute(state) === 6 ? ['decideExtension', 'issueOpinion'] : ['recordDelivery', 'conclude'];
}

/** What usually comes next in a pending 复查 or 复核. */
function likelyReviewStep({ answer, opinion }: ReviewState): string {
  if (opinion) return 'serveReviewOpinion';
  return answer ? 'recordReviewOpinion' : 'answerReview';
}
