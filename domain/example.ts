import { builtInCalendar } from './calendar.ts';
import type { DomainEvent, EventOf, Recorded } from './events/all.ts';
import type { Registration } from './events/registration.ts';
import type { LocalDate } from './localDate.ts';
import { evolvePetition, type PetitionState } from './petition.ts';
import type { StepContext } from './steps/step.ts';

/** A made-up case for the tests of every layer; the town is real, the people and what happened are not. No program imports it. */
export const TOWN = { code: '441481104', name: '新陂镇人民政府' };
export const OTHER_TOWN = { code: '441481105', name: '刁坊镇人民政府' };
export const BUREAU = { code: '441481', name: '兴宁市信访局' };
export const CASE_ID = 'case-0001';

/** A registration of 2 March 2026; `changes` replace its fields. */
export const exampleRegistration = (changes: Partial<Registration> = {}): Registration => ({
  channel: 'VISIT',
  purpose: 'CLAIM',
  category: 'C0302',
  title: '新金村村道路面破损影响出行',
  facts: '上围路口至小学门前的村道路面破损，学生上学、老人出行多次摔倒。',
  request: '修复路面。',
  place: { code: '441481104201', name: '新陂镇新金村' },
  petitioners: [
    {
      name: '张德福',
      lead: true,
      representative: true,
      phone: '13800000123',
      idNumber: '44148119620305001X',
    },
    { name: '李秀兰', lead: false, representative: false, phone: '13900000456' },
  ],
  personsPresent: 3,
  anonymous: false,
  addressUnclear: false,
  receivedOn: '2026-03-02',
  ...changes,
});

/** The event that begins a case. */
export const registeredEvent = (
  changes: Partial<Registration> = {},
  number = '441481104-20260302-A0001-K',
): EventOf<'petition-registered'> => ({
  type: 'petition-registered',
  body: { ...exampleRegistration(changes), number, unit: TOWN },
});

/** The bureau's order to the town of 4 March 2026, with a report date; `changes` replace its fields. */
export const assignedEvent = (
  changes: Partial<EventOf<'petition-assigned'>['body']> = {},
): EventOf<'petition-assigned'> => ({
  type: 'petition-assigned',
  body: {
    assignmentId: 'assignment-1',
    manner: 'assign',
    from: BUREAU,
    to: TOWN,
    reportDue: '2026-04-10',
    requirement: '请依法办理并报送办结报告。',
    assignedOn: '2026-03-04',
    ...changes,
  },
});

/** The event as it is folded: written by one clerk of the town on 2 March 2026 unless said otherwise. */
export const recordedAs = (event: DomainEvent, seq = 1, changes: Partial<Recorded> = {}): Recorded => ({
  id: `event-${String(seq).padStart(4, '0')}`,
  stream: 's-example',
  seq,
  caseId: CASE_ID,
  custody: 0,
  unit: TOWN.code,
  actor: { id: 'clerk-1', name: '罗秀英' },
  claimed: '2026-03-02T00:00:00+08:00',
  entered: '2026-03-02T09:15:00+08:00',
  event,
  ...changes,
});

/** The case after these events, the first of which registers it. */
export function caseAfter(...events: DomainEvent[]): PetitionState {
  const state = events.reduce<PetitionState | null>(
    (before, event, i) => evolvePetition(before, recordedAs(event, i + 1)),
    null,
  );
  if (!state) throw new Error('the first event does not register a case');
  return state;
}

/** A leader who is also clerk and mediator, at the town's desk on a day; papers are numbered 1, 2, 3 … */
export function exampleContext(today: LocalDate, changes: Partial<StepContext> = {}): StepContext {
  let last = 0;
  return {
    today,
    unit: TOWN,
    calendar: builtInCalendar,
    person: { name: '陈志强', roles: ['clerk', 'mediator', 'leader'] },
    nextPaper: (kind) => ({ kind, number: `新陂〔2026〕${++last}号` }),
    ...changes,
  };
}
