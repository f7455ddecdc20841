/** 撤回, 终结 and 作废: what they end, what they may not make disappear. The people are made up. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from '../calendar.ts';
import { clocksOf } from '../clocks.ts';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, registeredEvent } from '../example.ts';
import { accepted, acceptedOn, fresh, mediation, opinion, served } from '../exampleFacts.ts';
import { statusOf } from '../petitionStatus.ts';
import { terminate, voidRegistration } from './ending.ts';
import { issueOpinion } from './opinion.ts';
import { closedFor, takeStep } from './step.ts';

const TODAY = '2026-03-20';
const here = exampleContext(TODAY);
const terminated: DomainEvent = {
  type: 'petition-terminated',
  body: { terminatedOn: TODAY, ground: 'withdrawn', note: '已与村里谈妥。', approver: '陈志强' },
};
const voided: DomainEvent = {
  type: 'registration-voided',
  body: { voidedOn: TODAY, ground: 'duplicate', reason: '上午已登记。', approver: '陈志强' },
};
const signed: DomainEvent = {
  type: 'assignment-signed',
  body: { assignmentId: 'assignment-1', signedOn: '2026-03-06' },
};
const rerouted: DomainEvent = {
  type: 'route-decided',
  body: {
    ...{ decidedOn: '2026-03-12', route: 5, answers: [], procedure: 'PROTECT', organ: '派出所' },
    ...{ materials: '', reason: '属于申请履职' },
  },
};
const input = { terminatedOn: TODAY, ground: 'withdrawn' as const, note: '已与村里谈妥。' };
const voiding = { voidedOn: TODAY, ground: 'duplicate' as const, reason: '上午已登记。' };

describe('撤回 and 终结', () => {
  it('is recorded by a leader with his name, and ends the case with its clocks', () => {
    const state = caseAfter(fresh, accepted);
    expect(takeStep(terminate, state, input, here)).toEqual({ ok: true, value: [terminated] });
    const after = caseAfter(fresh, accepted, terminated);
    expect(statusOf(after)).toBe('terminated');
    const clocks = clocksOf(after, { today: TODAY, calendar });
    expect(clocks.map(({ rule, state: now, reason }) => [rule, now, reason])).toEqual([
      ['D02', 'met', undefined],
      ['D05', 'not-owed', 'terminated'],
    ]);
    expect(takeStep(issueOpinion, after, {} as never, here)).toEqual({
      ok: false,
      refusal: {
        code: 'already-done',
        detail: { done: 'terminated' },
        article: '《信访工作条例》第三十二条',
      },
    });
  });

  it('leaves the report of an assignment owed', () => {
    const state = caseAfter(fresh, assignedEvent(), signed, accepted, terminated);
    const report = clocksOf(state, { today: TODAY, calendar }).find((clock) => clock.rule === 'D11');
    expect(report).toMatchObject({ state: 'running', dueRaw: '2026-04-10' });
  });

  it.each([
    ['a day before the acceptance', { terminatedOn: '2026-03-09' }, 'date-before-previous-step'],
    ['tomorrow', { terminatedOn: '2026-03-21' }, 'date-in-future'],
    ['before the receipt', { terminatedOn: '2026-03-01' }, 'date-before-receipt'],
  ])('%s is refused', (_what, change, code) => {
    expect(takeStep(terminate, caseAfter(fresh, accepted), { ...input, ...change }, here)).toEqual({
      ok: false,
      refusal: { code, field: 'terminatedOn' },
    });
  });

  it('nobody takes back what was left without a name; that nobody is left may be recorded', () => {
    const state = caseAfter(registeredEvent({ anonymous: true }));
    expect(takeStep(terminate, state, input, here)).toEqual({
      ok: false,
      refusal: { code: 'nobody-to-withdraw', field: 'ground' },
    });
    expect(takeStep(terminate, state, { ...input, ground: 'no-successor' }, here).ok).toBe(true);
  });

  it.each([
    ['a mediation is open', [fresh, ...mediation()], 'mediation-open'],
    ['it was sent down and not signed for', [fresh, assignedEvent()], 'not-signed-for'],
    ['it is over already', [fresh, voided], 'already-done'],
  ] satisfies [string, DomainEvent[], string][])('is closed while %s', (_when, events, code) => {
    expect(closedFor(terminate, caseAfter(...(events as [DomainEvent])), here)?.code).toBe(code);
  });

  it('is no matter for a clerk alone', () => {
    const clerk = exampleContext(TODAY, { person: { name: '罗秀英', roles: ['clerk'] } });
    const denied = (article: string) => ({ code: 'not-allowed', article });
    expect(closedFor(terminate, caseAfter(fresh), clerk)).toEqual(denied(terminate.article));
    expect(closedFor(voidRegistration, caseAfter(fresh), clerk)).toEqual(denied(voidRegistration.article));
  });
});

describe('作废', () => {
  it('keeps the registration readable and owes nothing more', () => {
    expect(takeStep(voidRegistration, caseAfter(fresh), voiding, here)).toEqual({
      ok: true,
      value: [voided],
    });
    const after = caseAfter(fresh, voided);
    expect([statusOf(after), after.registration.title]).toEqual(['void', fresh.body.title]);
    expect(clocksOf(after, { today: TODAY, calendar }).map(({ state, reason }) => [state, reason])).toEqual([
      ['not-owed', 'voided'],
    ]);
  });

  it.each([
    ['accepted', [fresh, accepted]],
    ['sent down', [fresh, assignedEvent()]],
    ['sorted', [fresh, rerouted]],
    ['mediated', [fresh, ...mediation('failed')]],
  ] satisfies [string, DomainEvent[]][])('is too late once it was %s', (_what, events) => {
    expect(closedFor(voidRegistration, caseAfter(...(events as [DomainEvent])), here)?.code).toBe(
      'too-late-to-void',
    );
  });
});

describe('the opinion', () => {
  it.each([1, 2, 3, 4, 5])('belongs to the petition route, not to route %d', (route) => {
    expect(closedFor(issueOpinion, caseAfter(fresh, acceptedOn('2026-03-10', route)), here)).toEqual({
      code: 'no-opinion-on-route',
      article: '《信访工作条例》第三十一条第一项至第五项',
    });
  });

  it('follows the route as it was decided last, and so do the 60 days', () => {
    expect(closedFor(issueOpinion, caseAfter(fresh, accepted, rerouted), here)?.code).toBe(
      'no-opinion-on-route',
    );
    const back: DomainEvent = {
      ...rerouted,
      body: { ...rerouted.body, decidedOn: '2026-03-13', route: 6, procedure: null, organ: '' },
    } as DomainEvent;
    const state = caseAfter(fresh, acceptedOn('2026-03-10', 5), back);
    expect(closedFor(issueOpinion, state, here)).toBeNull();
    expect(clocksOf(state, { today: TODAY, calendar }).find((c) => c.rule === 'D05')).toMatchObject({
      ...{ start: '2026-03-10', state: 'running' },
    });
  });
});

it('a review that gives the opinion back opens what was withdrawn', () => {
  const state = caseAfter(fresh, accepted, opinion, served, terminated);
  expect(statusOf(state)).toBe('terminated');
  const given = (event: object) => event as DomainEvent;
  const reopened = caseAfter(
    fresh,
    accepted,
    opinion,
    served,
    terminated,
    given({
      type: 'review-requested',
      body: {
        stage: 'review',
        receivedOn: TODAY,
        organ: '兴宁市人民政府',
        request: '请求撤销。',
        late: false,
      },
    }),
    given({
      type: 'review-opinion-issued',
      body: {
        stage: 'review',
        issuedOn: TODAY,
        result: 'REDO',
        documentNumber: '兴信复查〔2026〕1号',
        opinion: '重新办理。',
      },
    }),
    given({
      type: 'review-opinion-served',
      body: { stage: 'review', servedOn: TODAY, method: 'IN_PERSON', receivedBy: '张德福' },
    }),
  );
  expect(statusOf(reopened)).toBe('accepted');
});
