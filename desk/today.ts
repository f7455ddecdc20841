import type { OutputOf } from '../contract/define.ts';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import {
  type CaseRecord,
  casesInStatus,
  countCases,
  dutiesUntil,
  listAssignments,
  statesOf,
} from '../db/cases.ts';
import { listDrafts } from '../db/desk.ts';
import { listMediations } from '../db/mediations.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { caseClock } from '../domain/clocks.ts';
import { assignmentOf } from '../domain/petition.ts';
import { ok } from '../domain/result.ts';
import type { DeadlineRule } from '../domain/rules/deadlineRules.ts';
import { decideExtension } from '../domain/steps/extension.ts';
import { closedFor } from '../domain/steps/step.ts';
import { assignmentView } from './assignmentView.ts';
import { caseRow } from './caseRow.ts';
import { outboxCounts } from './outbox.ts';
import { hereOf, readerOf, seenCase } from './seenCase.ts';
import { stepContext } from './stepContext.ts';
import type { At, Workplace } from './workplace.ts';

type Overview = OutputOf<DeskContract['today']['overview']>;

/** Duties shown: more than a desk can do in a week, few enough for an old PC. */
const MOST_DUTIES = 100;
/** Text order is time order; every due date comes before. */
const END_OF_TIME = '9999-12-31';
/** The form that drafts of the registration page are saved under. */
const REGISTRATION_FORM = 'registration';

/** 今日: what is due, what is new, what waits for this person, of what he may see. */
export const today = (at: At): Handlers<DeskContract>['today'] => ({
  overview(_input, caller) {
    const here = at();
    const { orm } = here.db;
    const counts = countCases(orm, hereOf(here), readerOf(caller));
    return ok({
      today: hereOf(here).today,
      registeredToday: counts.registeredToday,
      openCases: counts.open,
      overdue: counts.overdue,
      dueToday: counts.dueToday,
      dueWeek: counts.dueWeek,
      duties: dutiesOf(here, caller),
      newAssignments: newAssignments(here, caller),
      approvals: approvalsFor(here, caller),
      mediating: listMediations(orm, here.identity.unit.code, true).length,
      drafts: listDrafts(orm, caller.id, REGISTRATION_FORM).length,
      attention: outboxCounts(here, caller).attention,
    });
  },
});

/** One duty a case, the one that ends first (scenario D), the longest overdue on top. */
function dutiesOf(at: Workplace, caller: Caller): Overview['duties'] {
  const here = hereOf(at);
  const { orm } = at.db;
  const records = dutiesUntil(orm, END_OF_TIME, here, readerOf(caller), MOST_DUTIES);
  const states = statesOf(orm, records);
  return records.flatMap((record) => {
    const state = states.get(record.caseId);
    const rule = record.nextRule as DeadlineRule;
    const clock = state && caseClock(state, rule, { today: here.today, calendar: builtInCalendar });
    return clock ? [{ row: caseRow(record, here), clock }] : [];
  });
}

function newAssignments(at: Workplace, caller: Caller): Overview['newAssignments'] {
  const open = listAssignments(at.db.orm, at.identity.unit.code, true);
  return open.flatMap(({ assignmentId, caseId, state }) => {
    if (state !== 'await-sign') return [];
    const petition = seenCase(at, caller, caseId);
    const one = petition && assignmentOf(petition, assignmentId);
    return one ? [assignmentView(petition, one)] : [];
  });
}

/** Extensions that this person may decide now; a case in mediation has its own status but may still wait for one. */
function approvalsFor(at: Workplace, caller: Caller): Overview['approvals'] {
  if (!caller.roles.includes('leader')) return [];
  const here = hereOf(at);
  const context = stepContext(at, caller);
  const waiting: CaseRecord[] = ['extension-requested', 'mediating'].flatMap((status) =>
    casesInStatus(at.db.orm, status, here, readerOf(caller)),
  );
  return waiting.flatMap((record) => {
    const state = seenCase(at, caller, record.caseId);
    if (!state?.extension || closedFor(decideExtension, state, context)) return [];
    const { days, reason, requestedOn } = state.extension.requested;
    return [{ row: caseRow(record, here), days, reason, requestedOn }];
  });
}
