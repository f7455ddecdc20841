import { deadline } from '../deadline.ts';
import type { LocalDate } from '../localDate.ts';
import { acceptanceOf, assignmentOf, currentAssignment, type PetitionState } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { impossibleDate, notWithUs, type StepContext, step } from './step.ts';

const roles = ['clerk', 'leader'] as const;

interface OfAssignment {
  assignmentId: string;
}

function noneInForce(state: PetitionState, context: StepContext): Refusal<string> | null {
  return notWithUs(state, context) ?? (currentAssignment(state) ? null : { code: 'not-now' });
}

/** Only the assignment in force can be worked on; an older one answers `unknown-assignment`. */
function inForce(state: PetitionState, assignmentId: string) {
  const assignment = assignmentOf(state, assignmentId);
  return assignment && !assignment.superseded ? assignment : undefined;
}

/** 签收 of what the bureau sent down. */
export const signAssignment = step<OfAssignment & { signedOn: LocalDate }>({
  name: 'signAssignment',
  article: '《信访工作条例》第二十三条',
  roles,
  closed: (state, context) =>
    noneInForce(state, context) ?? (currentAssignment(state)?.signedOn ? { code: 'already-done' } : null),
  decide(state, input, context) {
    const assignment = inForce(state, input.assignmentId);
    if (!assignment) return refuse('unknown-assignment');
    if (input.signedOn > context.today) return refuse('date-in-future', { field: 'signedOn' });
    if (input.signedOn < assignment.assigned.assignedOn)
      return refuse('date-before-receipt', { field: 'signedOn' });
    return ok([
      { type: 'assignment-signed', body: { assignmentId: input.assignmentId, signedOn: input.signedOn } },
    ]);
  },
});

interface Objection extends OfAssignment {
  raisedOn: LocalDate;
  reasons: string;
  proposedUnit: string;
  lateAnyway: boolean;
}

/** Characters below which "detailed reasons" (详细理由) are plainly not given. */
const SHORTEST_REASONS = 10;

/** 异议 within 5 working days of receipt with detailed reasons (D04). */
export const raiseObjection = step<Objection>({
  name: 'raiseObjection',
  article: '《信访工作条例》第二十三条第三款',
  roles,
  closed(state, context) {
    const none = noneInForce(state, context);
    if (none) return none;
    const assignment = currentAssignment(state);
    if (!assignment?.signedOn) return { code: 'not-signed-for' };
    if (acceptanceOf(state)) return { code: 'not-now' };
    return assignment.objection ? { code: 'already-done' } : null;
  },
  decide(state, { lateAnyway, ...input }, context) {
    const assignment = inForce(state, input.assignmentId);
    if (!assignment?.signedOn) return refuse('unknown-assignment');
    const bad = impossibleDate(state, input.raisedOn, context, 'raisedOn', assignment.signedOn);
    if (bad) return bad;
    if ([...input.reasons.trim()].length < SHORTEST_REASONS)
      return refuse('reasons-too-short', { field: 'reasons' });
    const due = deadline({ rule: 'D04', start: assignment.signedOn, calendar: context.calendar }).dueLegal;
    const late = input.raisedOn > due;
    if (late && !lateAnyway) return refuse('objection-late', { field: 'raisedOn', detail: { due } });
    const paper = context.nextPaper('objectionLetter', input.raisedOn);
    return ok([{ type: 'objection-raised', body: { ...input, late, paper } }]);
  },
});

interface Report extends OfAssignment {
  reportedOn: LocalDate;
  text: string;
  signer: string;
}

/** 办结报告 to the bureau (Art.22(3)); allowed after the case is concluded too, since the report tells of it. */
export const reportAssignment = step<Report>({
  name: 'reportAssignment',
  article: '《信访工作条例》第二十二条',
  roles,
  closed(state, context) {
    const assignment = currentAssignment(state);
    if (!assignment) return { code: 'not-now' };
    if (state.custodian.code !== context.unit.code) return { code: 'not-ours' };
    if (!assignment.signedOn) return { code: 'not-signed-for' };
    return assignment.report ? { code: 'already-done' } : null;
  },
  decide(state, input, context) {
    const assignment = inForce(state, input.assignmentId);
    if (!assignment) return refuse('unknown-assignment');
    const bad = impossibleDate(state, input.reportedOn, context, 'reportedOn', assignment.signedOn);
    if (bad) return bad;
    const paper = context.nextPaper('reportLetter', input.reportedOn);
    return ok([{ type: 'assignment-reported', body: { ...input, paper } }]);
  },
});
