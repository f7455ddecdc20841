/** 不予受理, 不再受理: who may say it, on what ground, and that the case ends with it. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from '../calendar.ts';
import { clocksOf } from '../clocks.ts';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, registeredEvent } from '../example.ts';
import { accepted, fresh, mediation, paper } from '../exampleFacts.ts';
import { statusOf } from '../petitionStatus.ts';
import { lawfulSteps } from './all.ts';
import { refuseAcceptance } from './refusal.ts';
import { decideAmendment } from './registration.ts';
import { closedToAssign } from './sendDown.ts';
import { takeStep } from './step.ts';

// The organs' numbers are made up.
const TODAY = '2026-03-05';
const reject = {
  ...{ refusedOn: '2026-03-04', reason: 'RJ2' as const, organ: '兴宁市人民法院', note: '' },
};
const noMore = {
  ...{ refusedOn: '2026-03-04', reason: 'NM1' as const, organ: '梅州市人民政府', note: '' },
  document: { number: '梅信复核〔2025〕7号', on: '2025-11-03' },
};
const take = (input: object, ...events: DomainEvent[]) =>
  takeStep(refuseAcceptance, caseAfter(fresh, ...events), input as typeof reject, exampleContext(TODAY));
const refusal = (answer: ReturnType<typeof take>) =>
  answer.ok ? 'done' : [answer.refusal.code, answer.refusal.field];
const refusedBy = (input: object) => {
  const answer = take(input);
  return caseAfter(fresh, ...(answer.ok ? answer.value : []));
};

it('makes the fact with its paper, in the name of the leader', () => {
  expect(take(reject)).toEqual({
    ok: true,
    value: [
      {
        type: 'acceptance-refused',
        body: { ...reject, approver: '陈志强', paper: paper('rejectionNotice') },
      },
    ],
  });
  const told = take(noMore);
  expect(told.ok && told.value[0]?.body).toMatchObject({ paper: { kind: 'noMoreNotice' } });
});

it('tells nobody whose name or address is unclear', () => {
  const state = caseAfter(registeredEvent({ addressUnclear: true }));
  const answer = takeStep(refuseAcceptance, state, reject, exampleContext(TODAY));
  expect(answer.ok && answer.value[0]?.body).not.toHaveProperty('paper');
});

it.each([
  ['tomorrow', { ...reject, refusedOn: '2026-03-06' }, ['date-in-future', 'refusedOn']],
  ['before the receipt', { ...reject, refusedOn: '2026-03-01' }, ['date-before-receipt', 'refusedOn']],
  ['不再受理 without the document', { ...noMore, document: undefined }, ['document-missing', 'document']],
  ['不予受理 with one', { ...reject, document: noMore.document }, ['no-document', 'document']],
  [
    'on a document of tomorrow',
    { ...noMore, document: { number: '某号', on: '2026-03-05' } },
    ['date-in-future', 'document.on'],
  ],
])('%s is refused at its field', (_what, input, expected) => {
  expect(refusal(take(input))).toEqual(expected);
});

it.each([
  ['an accepted matter', [accepted], ['already-done', undefined]],
  ['what the bureau sent down', [assignedEvent()], ['assigned-needs-objection', undefined]],
  ['a matter in mediation', mediation(), ['mediation-open', undefined]],
] satisfies [string, DomainEvent[], unknown][])('%s is not turned away', (_what, events, expected) => {
  expect(refusal(take({ ...reject, refusedOn: TODAY }, ...events))).toEqual(expected);
});

it('a clerk alone turns nobody away', () => {
  const clerk = exampleContext(TODAY, { person: { name: '罗秀英', roles: ['clerk'] } });
  const answer = takeStep(refuseAcceptance, caseAfter(fresh), reject, clerk);
  expect(refusal(answer)).toEqual(['not-allowed', undefined]);
});

describe('afterwards', () => {
  it.each([
    ['rejected', reject],
    ['no-more', noMore],
  ])('the case is %s, its notice is given, and only the proof of service is left', (status, input) => {
    const state = refusedBy(input);
    expect(statusOf(state)).toBe(status);
    const clocks = clocksOf(state, { today: TODAY, calendar });
    expect(clocks.map(({ rule, state: s }) => [rule, s])).toEqual([['D02', 'met']]);
    const open = lawfulSteps(state, exampleContext(TODAY)).filter((s) => s.open);
    expect(open.map((s) => s.step)).toEqual(['recordDelivery']);
  });

  it('nothing is amended and nothing sent down', () => {
    const state = refusedBy(reject);
    const answer = decideAmendment(state, { title: '新事由' }, '笔误', exampleContext(TODAY));
    expect(answer).toEqual({ ok: false, refusal: { code: 'concluded' } });
    expect(closedToAssign(state)).toEqual({ code: 'concluded' });
  });
});
