/** The route card: what answers lead to, what each route means for the clocks, and the decision as a lawful step. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from './calendar.ts';
import { caseClock, clocksOf, nextDuty } from './clocks.ts';
import { PROCEDURES, Procedure } from './codes/procedure.ts';
import type { DomainEvent, EventOf } from './events/all.ts';
import { type RouteAnswer, RouteQuestion } from './events/legalRoute.ts';
import { caseAfter, exampleContext, registeredEvent } from './example.ts';
import { accepted, acceptedOn, fresh, opinion, paper } from './exampleFacts.ts';
import { findRoute, proceduresOf } from './legalRoute.ts';
import { accept } from './steps/acceptance.ts';
import { decideRoute } from './steps/legalRoute.ts';
import { takeStep } from './steps/step.ts';

/** The answers that lead to a route: no to each question before it. */
const leadingTo = (route: number): RouteAnswer[] =>
  RouteQuestion.options.slice(0, route).map((question, i) => ({ question, yes: i === route - 1 }));
const input = (route: number, procedure: Procedure | null, change: object = {}) => ({
  ...{ decidedOn: '2026-03-03', answers: leadingTo(route), procedure, organ: route === 6 ? '' : '某机关' },
  ...{ materials: '', reason: '', ...change },
});
const decided = (route: number, change: Partial<EventOf<'route-decided'>['body']> = {}): DomainEvent => ({
  type: 'route-decided',
  body: {
    ...{ decidedOn: '2026-03-03', route, answers: leadingTo(route), materials: '', organ: '某机关' },
    ...{ procedure: proceduresOf(route)[0] ?? null, ...change },
  },
});
const here = exampleContext('2026-03-20');
const refusal = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? answer.value.map((event) => event.type) : [answer.refusal.code, answer.refusal.field];

describe('the questions of Art.31', () => {
  it.each([1, 2, 3, 4, 5, 6])('lead to route %i', (route) => {
    expect(findRoute(leadingTo(route))).toEqual({ next: null, route });
  });

  it('ask on while nobody said yes', () => {
    const asked = [[], ...[1, 2, 3, 4].map((n) => leadingTo(6).slice(0, n))];
    expect(asked.map((answers) => findRoute(answers))).toEqual(
      RouteQuestion.options.map((next) => ({ next, route: null })),
    );
  });

  it.each([
    ['out of order', [{ question: 'party', yes: true }]],
    ['one twice', [leadingTo(6)[0], leadingTo(6)[0]]],
    ['on after a yes', [...leadingTo(1), { question: 'arbitration', yes: false }]],
    ['six of them', [...leadingTo(6), { question: 'performance', yes: true }]],
  ])('answered %s are no answer', (_how, answers) => {
    expect(findRoute(answers as RouteAnswer[])).toBeNull();
  });

  it('each route but the last has its procedures, and each procedure its law where it has a limit', () => {
    expect([1, 2, 3, 4, 5, 6].map((route) => proceduresOf(route).length)).toEqual([6, 3, 2, 7, 2, 0]);
    const limits = Procedure.options.flatMap((name) => [
      PROCEDURES[name].citizen,
      PROCEDURES[name].authority,
    ]);
    for (const limit of limits) if (limit) expect(limit.article).toMatch(/^《.+》第.+条/);
  });
});

describe('依法分类 decideRoute', () => {
  it('makes the fact, with the explanation for the petitioner on routes 1 to 5', () => {
    const asked = input(4, 'RECONSIDERATION', { organ: '兴宁市人民政府' });
    const { reason: _none, ...body } = asked;
    expect(takeStep(decideRoute, caseAfter(fresh), asked, here)).toEqual({
      ok: true,
      value: [{ type: 'route-decided', body: { ...body, route: 4, paper: paper('routeNotice') } }],
    });
    const petition = takeStep(decideRoute, caseAfter(fresh), input(6, null), here);
    expect(petition.ok && petition.value[0]?.body).not.toHaveProperty('paper');
  });

  it('tells nobody whose name or address is unclear', () => {
    const answer = takeStep(
      decideRoute,
      caseAfter(registeredEvent({ anonymous: true })),
      input(1, 'CIVIL_SUIT'),
      exampleContext('2026-03-20'),
    );
    expect(answer.ok && answer.value[0]?.body).not.toHaveProperty('paper');
  });

  it.each([
    ['in the future', input(6, null, { decidedOn: '2026-03-21' }), ['date-in-future', 'decidedOn']],
    ['before the receipt', input(6, null, { decidedOn: '2026-03-01' }), ['date-before-receipt', 'decidedOn']],
    [
      'with a question left open',
      input(6, null, { answers: leadingTo(6).slice(0, 2) }),
      ['route-unanswered', 'answers'],
    ],
    [
      'with another route’s procedure',
      input(2, 'RECONSIDERATION'),
      ['procedure-of-other-route', 'procedure'],
    ],
    ['without a procedure', input(2, null), ['procedure-of-other-route', 'procedure']],
    ['on route 6 with a procedure', input(6, 'PROTECT'), ['procedure-of-other-route', 'procedure']],
    ['without the organ', input(1, 'CIVIL_SUIT', { organ: ' ' }), ['organ-missing', 'organ']],
    [
      'with a law of its own on route 4',
      input(4, 'LICENCE', { ownLaw: { basis: '《某法》', due: '2026-04-01' } }),
      ['no-own-law', 'ownLaw'],
    ],
    [
      'with a last day that is past',
      input(5, 'PROTECT', { ownLaw: { basis: '《某法》', due: '2026-03-02' } }),
      ['date-before-previous-step', 'ownLaw.due'],
    ],
  ])('%s is refused at its field', (_what, asked, expected) => {
    expect(refusal(takeStep(decideRoute, caseAfter(fresh), asked, here))).toEqual(expected);
  });

  it('is decided again only with a reason, and after acceptance by a leader', () => {
    const once = caseAfter(fresh, decided(6));
    expect(refusal(takeStep(decideRoute, once, input(4, 'RULING'), here))).toEqual([
      'reason-missing',
      'reason',
    ]);
    const again = input(4, 'RULING', { reason: '补充的材料显示属于行政裁决' });
    expect(refusal(takeStep(decideRoute, once, again, here))).toEqual(['route-decided']);
    const clerk = exampleContext('2026-03-20', { person: { name: '罗秀英', roles: ['clerk'] } });
    const after = caseAfter(fresh, accepted);
    const later = { ...again, decidedOn: '2026-03-11' };
    expect(refusal(takeStep(decideRoute, after, later, clerk))).toEqual(['leader-decides', undefined]);
    expect(refusal(takeStep(decideRoute, after, later, here))).toEqual(['route-decided']);
  });

  it.each(['SUGGEST', 'ACCUSE', 'ENQUIRY', 'THANKS'] as const)('does not sort %s', (purpose) => {
    const state = caseAfter(registeredEvent({ purpose }));
    expect(refusal(takeStep(decideRoute, state, input(6, null), here))).toEqual(['not-a-claim', undefined]);
  });

  it('comes too late once the opinion is written', () => {
    const state = caseAfter(fresh, accepted, opinion);
    expect(refusal(takeStep(decideRoute, state, input(6, null), here))).toEqual(['not-now', undefined]);
  });

  it('binds the acceptance', () => {
    const asked = { acceptedOn: '2026-03-10', legalRoute: 6, department: '公共服务办公室' };
    const state = caseAfter(fresh, decided(4));
    expect(refusal(takeStep(accept, state, asked, here))).toEqual(['other-route-decided', 'legalRoute']);
    expect(refusal(takeStep(accept, state, { ...asked, legalRoute: 4 }, here))).toEqual([
      'petition-accepted',
    ]);
  });
});

describe('what a route means for the clocks', () => {
  const on = (today: string) => ({ today, calendar });
  const brief = (events: DomainEvent[], today = '2026-03-04') =>
    clocksOf(caseAfter(fresh, ...events), on(today)).map(({ rule, state, dueRaw, reason }) => [
      ...[rule, state, dueRaw],
      ...(reason ? [reason] : []),
    ]);
  const told = { paper: paper('routeNotice') };

  it.each([1, 2, 3, 4])('route %i has no period of its own here; its explanation is the notice', (route) => {
    expect(brief([decided(route, told)])).toEqual([['D02', 'met', '2026-03-17']]);
  });

  it('route 5 warns after two months, counted from the receipt', () => {
    expect(brief([decided(5, told)])).toEqual([
      ['D02', 'met', '2026-03-17'],
      ['D21', 'running', '2026-05-02'],
    ]);
    const clock = caseClock(caseAfter(fresh, decided(5, told)), 'D21', on('2026-03-04'));
    expect([clock?.dueLegal, clock?.article, clock?.working]).toEqual([
      '2026-05-06',
      '《行政诉讼法》第四十七条',
      [
        '2026年3月2日收到履行职责的申请，当日不计入。',
        '2个月期满为2026年5月2日（《民法典》第二百零二条）。',
        '2026年5月2日是休息日，顺延至2026年5月6日（《民法典》第二百零三条）。',
      ],
    ]);
  });

  it('or on the last day of the law that governs the duty', () => {
    const ownLaw = { basis: '《某条例》第九条', due: '2026-03-31' };
    const clock = caseClock(caseAfter(fresh, decided(5, { ...told, ownLaw })), 'D21', on('2026-03-04'));
    expect([clock?.dueRaw, clock?.article, clock?.working]).toEqual([
      '2026-03-31',
      '《某条例》第九条',
      ['依照《某条例》第九条，应于2026年3月31日前履行或者答复。'],
    ]);
  });

  it('route 6 has its 60 days from acceptance', () => {
    expect(brief([decided(6), accepted], '2026-03-10')).toEqual([
      ['D02', 'met', '2026-03-17'],
      ['D05', 'running', '2026-05-09'],
    ]);
  });

  it('60 days that ran stay on the page with the reason when the matter is put on another route', () => {
    expect(brief([accepted, decided(4, { ...told, decidedOn: '2026-03-12' })], '2026-03-12')).toEqual([
      ['D02', 'met', '2026-03-17'],
      ['D05', 'not-owed', '2026-05-09', 'other-route'],
    ]);
  });

  it('nor is the warning of route 5 lost with a new decision', () => {
    const again = decided(4, { ...told, decidedOn: '2026-03-12', reason: '属于行政裁决' });
    expect(brief([decided(5, told), again], '2026-03-12')).toEqual([
      ['D02', 'met', '2026-03-17'],
      ['D21', 'not-owed', '2026-05-02', 'other-route'],
    ]);
  });

  it('a request to perform that was accepted without the card warns too; a suggestion never does', () => {
    const claim = caseAfter(fresh, acceptedOn('2026-03-10', 5));
    expect(nextDuty(clocksOf(claim, on('2026-03-10')))?.rule).toBe('D21');
    const suggestion = caseAfter(registeredEvent({ purpose: 'SUGGEST' }), acceptedOn('2026-03-10', 5));
    expect(caseClock(suggestion, 'D21', on('2026-03-10'))).toBeUndefined();
  });
});
