import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { listAssignments } from '../db/cases.ts';
import { assignmentOf } from '../domain/petition.ts';
import { ok } from '../domain/result.ts';
import { raiseObjection, reportAssignment, signAssignment } from '../domain/steps/assignment.ts';
import { assignmentView } from './assignmentView.ts';
import { seenCase } from './seenCase.ts';
import { takeCaseStep } from './takeCaseStep.ts';
import type { At } from './workplace.ts';

/** 交办件: what the bureau sent down to this unit: 签收, 异议, 办结报告. */
export const assignments = (at: At): Handlers<DeskContract>['assignments'] => ({
  list({ open }, caller) {
    const here = at();
    const found = listAssignments(here.db.orm, here.identity.unit.code, open);
    return ok(
      found.flatMap(({ assignmentId, caseId }) => {
        const state = seenCase(here, caller, caseId);
        const one = state && assignmentOf(state, assignmentId);
        return one ? [assignmentView(state, one)] : [];
      }),
    );
  },

  sign({ commandId, caseId, ...input }, caller) {
    const command = { method: 'assignments.sign', commandId, caseId, on: input.signedOn };
    return takeCaseStep(at, caller, command, signAssignment, input);
  },

  object({ commandId, caseId, ...input }, caller) {
    const command = { method: 'assignments.object', commandId, caseId, on: input.raisedOn };
    return takeCaseStep(at, caller, command, raiseObjection, input);
  },

  report({ commandId, caseId, ...input }, caller) {
    const command = { method: 'assignments.report', commandId, caseId, on: input.reportedOn };
    return takeCaseStep(at, caller, command, reportAssignment, input);
  },
});
