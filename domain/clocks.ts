import type { Calendar } from './calendar.ts';
import { type Deadline, deadline, urgency } from './deadline.ts';
import { daysBetween, type LocalDate } from './localDate.ts';
import { acceptanceOf, currentAssignment, noticeOf, type PetitionState } from './petition.ts';
import { opinionServedOn } from './petitionStatus.ts';

/** The clocks of this issue; the rest of the catalogue (DOMAIN 2.3) hangs on facts that do not exist yet. */
type ClockRule = 'D02' | 'D03' | 'D04' | 'D05' | 'D11';

/** A clock on a case: the counted deadline and what became of the duty. */
export interface CaseClock extends Deadline {
  state: 'running' | 'met' | 'met-late' | 'not-owed';
  metOn?: LocalDate;
  reason?: string;
  urgency?: ReturnType<typeof urgency>;
  /** Calendar days from today to `dueRaw`; negative when past. Only while running. */
  daysLeft?: number;
}

interface ClockContext {
  today: LocalDate;
  calendar: Calendar;
}

/** Every clock that has started on the case, in the order in which the duties arise. Pure. */
export function clocksOf(state: PetitionState, context: ClockContext): CaseClock[] {
  const rules: ClockRule[] = ['D02', 'D03', 'D04', 'D05', 'D11'];
  return rules.flatMap((rule) => caseClock(state, rule, context) ?? []);
}

/** One clock of the case, or undefined when its start fact has not happened. */
export function caseClock(
  state: PetitionState,
  rule: ClockRule,
  context: ClockContext,
): CaseClock | undefined {
  switch (rule) {
    case 'D02':
      return directNotice(state, context);
    case 'D03':
      return assignedNotice(state, context);
    case 'D04':
      return objection(state, context);
    case 'D05':
      return sixtyDays(state, context);
    case 'D11':
      return report(state, context);
  }
}

/** D02: written notice of a direct petition, 15 days from receipt; not owed without a clear name and address. */
function directNotice(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const start = state.registration.receivedOn;
  const counted = deadline({
    rule: 'D02',
    start,
    startedAt: instantOf(start, state.registeredAt),
    calendar: context.calendar,
  });
  if (state.registration.anonymous || state.registration.addressUnclear)
    return { ...counted, state: 'not-owed', reason: 'name-or-address-unclear' };
  const done = [
    state.notices.find((n) => !n.assignmentId)?.givenOn,
    state.acceptance?.acceptedOn,
    state.transfer?.transferredOn,
  ];
  // Sent down to another unit before we gave notice: the duty is then that unit's (D03).
  if (
    !earliest(done) &&
    currentAssignment(state) &&
    currentAssignment(state)?.assigned.to.code !== state.origin.code
  )
    return { ...counted, state: 'not-owed', reason: 'sent-to-another-unit' };
  return settle(counted, earliest(done), state, context);
}

/** D03: the same duty for an item sent down, 15 days from its receipt; an objection does not stop it. */
function assignedNotice(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment) return undefined;
  const start = assignment.signedOn ?? assignment.assigned.assignedOn;
  const counted = deadline({ rule: 'D03', start, calendar: context.calendar });
  if (state.registration.anonymous || state.registration.addressUnclear)
    return { ...counted, state: 'not-owed', reason: 'name-or-address-unclear' };
  if (assignment.objectionAnswer?.upheld)
    return { ...counted, state: 'not-owed', reason: 'returned-to-sender' };
  return settle(
    counted,
    earliest([noticeOf(state)?.givenOn, acceptanceOf(state)?.acceptedOn]),
    state,
    context,
  );
}

/** D04: objection, 5 working days from receipt; a right of the unit that lapses, gone once it accepts. */
function objection(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment) return undefined;
  const start = assignment.signedOn ?? assignment.assigned.assignedOn;
  const counted = deadline({ rule: 'D04', start, calendar: context.calendar });
  const raisedOn = assignment.objection?.raisedOn;
  if (raisedOn) return settle(counted, raisedOn, state, context);
  const gone = acceptanceOf(state) || noticeOf(state) || state.conclusion || context.today > counted.dueLegal;
  return gone
    ? { ...counted, state: 'not-owed', reason: 'no-objection' }
    : settle(counted, undefined, state, context);
}

/** D05 (+ D06): 60 days from acceptance, route 6 only; ended by the opinion's service, else by the conclusion. */
function sixtyDays(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const { acceptance } = state;
  if (acceptance?.legalRoute !== 6) return undefined;
  const extensionDays = state.extension?.approved?.days;
  const counted = deadline({
    rule: 'D05',
    start: acceptance.acceptedOn,
    calendar: context.calendar,
    ...(extensionDays ? { extensionDays } : {}),
  });
  return settle(counted, earliest([opinionServedOn(state), state.conclusion?.concludedOn]), state, context);
}

/** D11: conclusion report on the date given in the assignment; fixed, never rolls. */
function report(state: PetitionState, context: ClockContext): CaseClock | undefined {
  const assignment = currentAssignment(state);
  if (!assignment?.assigned.reportDue) return undefined;
  const start = assignment.assigned.assignedOn;
  const counted = deadline({
    rule: 'D11',
    start,
    fixedDue: assignment.assigned.reportDue,
    calendar: context.calendar,
  });
  if (assignment.objectionAnswer?.upheld)
    return { ...counted, state: 'not-owed', reason: 'returned-to-sender' };
  return settle(counted, assignment.report?.reportedOn, state, context);
}

function settle(
  counted: Deadline,
  metOn: LocalDate | undefined,
  state: PetitionState,
  context: ClockContext,
): CaseClock {
  if (metOn) return { ...counted, state: metOn > counted.dueLegal ? 'met-late' : 'met', metOn };
  if (state.conclusion && counted.rule !== 'D11')
    return { ...counted, state: 'not-owed', reason: 'concluded' };
  return {
    ...counted,
    state: 'running',
    urgency: urgency(counted.dueRaw, counted.dueLegal, context.today),
    daysLeft: daysBetween(context.today, counted.dueRaw),
  };
}

const earliest = (dates: (LocalDate | undefined)[]): LocalDate | undefined =>
  dates.filter((d): d is LocalDate => d !== undefined).sort()[0];

/** The moment of registration counts for `dueSystem` only when it was entered on the day of receipt. */
const instantOf = (start: LocalDate, registeredAt: string): string =>
  registeredAt.startsWith(start) ? registeredAt : `${start}T00:00:00+08:00`;

/** Of the running duties the one that ends first: it governs the work list (scenario D). A right to object is no duty. */
export function nextDuty(clocks: readonly CaseClock[]): CaseClock | undefined {
  return clocks
    .filter((c) => c.state === 'running' && c.rule !== 'D04')
    .sort((a, b) => a.dueRaw.localeCompare(b.dueRaw))[0];
}
