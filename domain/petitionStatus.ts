import { type AssignmentState, currentAssignment, noticeOf, type PetitionState } from './petition.ts';

/** Where a case stands (DOMAIN 5.5), read from its facts; the last thing that governs wins. */
export type PetitionStatus =
  | 'registered'
  | 'noticed'
  | 'await-sign'
  | 'signed'
  | 'objection-pending'
  | 'returned'
  | 'accepted'
  | 'mediating'
  | 'extension-requested'
  | 'extended'
  | 'opinion-issued'
  | 'delivered'
  | 'transferred-out'
  | 'concluded';

/** The status shown in lists; one function for desk and bureau. */
export function statusOf(state: PetitionState): PetitionStatus {
  if (state.conclusion) return 'concluded';
  const assignment = currentAssignment(state);
  if (assignment?.objectionAnswer?.upheld) return 'returned';
  if (state.transfer && !assignment) return 'transferred-out';
  if (state.opinion) return opinionServedOn(state) ? 'delivered' : 'opinion-issued';
  if (state.mediations.some((m) => !m.outcome)) return 'mediating';
  if (state.extension?.approved) return 'extended';
  if (state.extension && !state.extension.refused) return 'extension-requested';
  if (state.acceptance) return 'accepted';
  if (assignment) return assignmentStatus(assignment);
  return noticeOf(state) ? 'noticed' : 'registered';
}

function assignmentStatus(assignment: NonNullable<ReturnType<typeof currentAssignment>>): PetitionStatus {
  if (!assignment.signedOn) return 'await-sign';
  return assignment.objection && !assignment.objectionAnswer ? 'objection-pending' : 'signed';
}

/** State of one item sent down, as the 交办件 list shows it. */
export type AssignmentStateName =
  | 'await-sign'
  | 'signed'
  | 'objection-pending'
  | 'objection-rejected'
  | 'returned'
  | 'accepted'
  | 'reported'
  | 'superseded';

/** The last thing that governs wins; an answered objection shows how it was answered. */
export function assignmentStateOf(state: PetitionState, assignment: AssignmentState): AssignmentStateName {
  if (assignment.objectionAnswer?.upheld) return 'returned';
  if (assignment.superseded) return 'superseded';
  if (assignment.report) return 'reported';
  if (state.acceptance) return 'accepted';
  if (assignment.objectionAnswer) return 'objection-rejected';
  if (assignment.objection) return 'objection-pending';
  return assignment.signedOn ? 'signed' : 'await-sign';
}

/** The day the opinion was served, if it was: the petitioner's remedies run from here (Art.35). */
export function opinionServedOn(state: PetitionState): string | undefined {
  const number = state.opinion?.paper.number;
  return state.papers.find((p) => p.paper.number === number && p.paper.kind === state.opinion?.paper.kind)
    ?.served?.servedOn;
}
