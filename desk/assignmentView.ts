import type { AssignmentView } from '../contract/cases.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { deadline } from '../domain/deadline.ts';
import { sentDown } from '../domain/handled.ts';
import type { LocalDate } from '../domain/localDate.ts';
import {
  type AssignmentState,
  acceptanceOf,
  currentAssignment,
  isEnded,
  type PetitionState,
} from '../domain/petition.ts';

/** One item sent down, with what became of it and the last day for an objection. */
export function assignmentView(state: PetitionState, one: AssignmentState): AssignmentView {
  const objectionDue = objectionDueOf(state, one);
  return { ...sentDown(state, one), ...(objectionDue && { objectionDue }) };
}

/** D04 while an objection is still possible; from the sender's date until the item is signed for, the stricter one. */
function objectionDueOf(state: PetitionState, one: AssignmentState): LocalDate | undefined {
  const possible =
    one === currentAssignment(state) && !one.objection && !acceptanceOf(state) && !isEnded(state);
  if (!possible) return undefined;
  const start = one.signedOn ?? one.assigned.assignedOn;
  return deadline({ rule: 'D04', start, calendar: builtInCalendar }).dueLegal;
}
