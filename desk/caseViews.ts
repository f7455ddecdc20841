import type { z } from 'zod';
import type { StepView } from '../contract/case.ts';
import type { AttachmentView, CaseView } from '../contract/cases.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { CaseRecord } from '../db/cases.ts';
import { printsOf } from '../db/desk.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { clocksOf } from '../domain/clocks.ts';
import { handledOf } from '../domain/handled.ts';
import { maskNumbers } from '../domain/mask.ts';
import type { PetitionState } from '../domain/petition.ts';
import { lawfulSteps } from '../domain/steps/all.ts';
import { assignmentView } from './assignmentView.ts';
import { isHere } from './attachmentFile.ts';
import { caseRow } from './caseRow.ts';
import { caseTimeline } from './caseTimeline.ts';
import { casePapers } from './paperList.ts';
import { hereOf } from './seenCase.ts';
import { stepContext } from './stepContext.ts';
import type { Workplace } from './workplace.ts';

/** Everything the page of one case shows. Numbers of people are masked here and nowhere later. */
export function caseView(at: Workplace, caller: Caller, record: CaseRecord, state: PetitionState): CaseView {
  const here = hereOf(at);
  const { registration } = state;
  return {
    row: caseRow(record, here),
    registration: { ...registration, petitioners: registration.petitioners.map(maskNumbers) },
    unit: state.origin,
    registeredBy: state.registeredBy,
    registeredAt: state.registeredAt,
    ...handledOf(state),
    assignments: state.assignments.map((one) => assignmentView(state, one)),
    mediations: state.mediations.map(({ mediationId, title, openedOn, outcome }) => ({
      ...{ mediationId, title, openedOn },
      state: outcome ?? 'mediating',
    })),
    clocks: clocksOf(state, { today: here.today, calendar: builtInCalendar }),
    steps: stepViews(at, caller, state),
    papers: casePapers(state, (paperId) =>
      printsOf(at.db.orm, { subject: 'case', id: state.caseId, paperId }),
    ),
    attachments: state.attachments.map((one) => attachmentView(at, one)),
    timeline: caseTimeline(at, state.caseId),
  };
}

function stepViews(at: Workplace, caller: Caller, state: PetitionState): StepView[] {
  return lawfulSteps(state, stepContext(at, caller)).map(({ step, open, next, aside, refusal }) => ({
    ...{ step, open, next, aside },
    ...(refusal && { reason: refusal.code }),
    ...(refusal?.article && { article: refusal.article }),
  }));
}

function attachmentView(
  at: Workplace,
  { attachmentId, name, mime, size, addedAt }: PetitionState['attachments'][number],
): z.infer<typeof AttachmentView> {
  return { attachmentId, name, mime, size, addedAt, here: isHere(at, attachmentId) };
}
