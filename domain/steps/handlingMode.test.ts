/** 简易办理 with its clocks (scenario C), the way back, and 化解 apart from 办结. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from '../calendar.ts';
import { clocksOf, nextDuty } from '../clocks.ts';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, registeredEvent } from '../example.ts';
import { accepted, acceptedOn, concluded, fresh, opinion, served } from '../exampleFacts.ts';
import { statusOf } from '../petitionStatus.ts';
import { builtInRulePack, RulePack } from '../rules/rulePack.ts';
import { chooseSimple, recordResolution, resumeOrdinary } from './handlingMode.ts';
import { takeStep } from './step.ts';

const TODAY = '2026-03-20';
const judged = { firstTime: true, supportable: true, singleUnit: true };
const choice = { chosenOn: '2026-03-02', ground: 'DAILY' as const, ...judged };
const chosen = (chosenOn = '2026-03-02'): DomainEvent => ({
  type: 'simple-handling-chosen',
  body: { chosenOn, ground: 'DAILY' },
});
const resumed = (resumedOn: string): DomainEvent => ({
  type: 'ordinary-handling-resumed',
  body: { resumedOn, reason: '需要鉴定' },
});
const refusal = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? answer.value.map((event) => event.type) : [answer.refusal.code, answer.refusal.field];
const brief = (today: string, ...events: [DomainEvent, ...DomainEvent[]]) =>
  clocksOf(caseAfter(...events), { today, calendar })
    .filter((clock) => ['D05', 'D12', 'D13'].includes(clock.rule))
    .map(({ rule, state, dueRaw, dueLegal }) => [rule, state, dueRaw, dueLegal]);

describe('简易办理', () => {
  const take = (input: object, ...events: DomainEvent[]) =>
    takeStep(chooseSimple, caseAfter(fresh, ...events), input as typeof choice, exampleContext(TODAY));

  it('is a fact with its ground; what a person judged opens the way and is not kept', () => {
    expect(take(choice)).toEqual({ ok: true, value: [chosen()] });
  });

  it.each([
    ['an item raised before', { firstTime: false }, ['simple-excluded', 'firstTime']],
    ['what is hardly to be supported', { supportable: false }, ['simple-excluded', 'supportable']],
    ['what several units must answer', { singleUnit: false }, ['simple-excluded', 'singleUnit']],
    ['a choice of tomorrow', { chosenOn: '2026-03-21' }, ['date-in-future', 'chosenOn']],
  ])('is not for %s', (_what, change, expected) => {
    expect(refusal(take({ ...choice, ...change }))).toEqual(expected);
  });

  it.each([
    ['a matter of route 5', [acceptedOn('2026-03-10', 5)], 'simple-excluded'],
    ['what a superior assigned', [assignedEvent()], 'simple-excluded'],
    ['a matter with its opinion', [accepted, opinion], 'not-now'],
    ['a matter that has it already', [chosen()], 'already-done'],
  ] satisfies [string, DomainEvent[], string][])('is closed to %s', (_what, events, code) => {
    expect(refusal(take(choice, ...events))[0]).toBe(code);
  });

  it('an accusation is never simple', () => {
    const state = caseAfter(registeredEvent({ purpose: 'ACCUSE' }));
    expect(refusal(takeStep(chooseSimple, state, choice, exampleContext(TODAY)))[0]).toBe('simple-excluded');
  });

  it('scenario C: received on Friday 18 September, decided by the 22nd, answered by 12 October', () => {
    const received = registeredEvent({ receivedOn: '2026-09-18' });
    expect(brief('2026-09-18', received, chosen('2026-09-18'))).toEqual([
      ['D12', 'running', '2026-09-22', '2026-09-22'],
    ]);
    expect(brief('2026-09-21', received, chosen('2026-09-18'), acceptedOn('2026-09-21'))).toEqual([
      ['D05', 'running', '2026-11-20', '2026-11-20'],
      ['D12', 'met', '2026-09-22', '2026-09-22'],
      ['D13', 'running', '2026-10-12', '2026-10-12'],
    ]);
    const state = caseAfter(received, chosen('2026-09-18'), acceptedOn('2026-09-21'));
    expect(nextDuty(clocksOf(state, { today: '2026-09-21', calendar }))?.rule).toBe('D13');
  });

  it('a province’s own numbers come with its rule pack', () => {
    const pack = RulePack.parse({
      ...builtInRulePack,
      ...{ version: 'province-1', simple: { decideWorkdays: 2, opinionWorkdays: 5, passOnWorkdays: 1 } },
    });
    const clocks = clocksOf(caseAfter(fresh, chosen()), { today: TODAY, calendar, pack });
    expect(clocks.find((clock) => clock.rule === 'D12')?.dueRaw).toBe('2026-03-04');
    for (const bad of [0, 1.5, 400])
      expect(RulePack.safeParse({ ...builtInRulePack, evaluationDays: bad }).success).toBe(false);
  });

  it('given up, its open clocks are owed no more, what was done in time stays done, and no date moves', () => {
    const take2 = (events: DomainEvent[], resumedOn: string) =>
      refusal(
        takeStep(
          resumeOrdinary,
          caseAfter(fresh, ...events),
          { resumedOn, reason: '需要鉴定' },
          exampleContext(TODAY),
        ),
      );
    expect(take2([], '2026-03-05')).toEqual(['not-now', undefined]);
    expect(take2([chosen()], '2026-03-01')).toEqual(['date-before-receipt', 'resumedOn']);
    expect(take2([chosen()], '2026-03-05')).toEqual(['ordinary-handling-resumed']);
    expect(brief(TODAY, fresh, chosen(), acceptedOn('2026-03-04'), resumed('2026-03-11'))).toEqual([
      ['D05', 'running', '2026-05-03', '2026-05-06'],
      ['D12', 'met', '2026-03-05', '2026-03-05'],
      ['D13', 'not-owed', '2026-03-18', '2026-03-18'],
    ]);
  });
});

describe('化解', () => {
  const record = (resolution: 'solved' | 'at-rest' | 'not-resolved', ...events: DomainEvent[]) =>
    takeStep(
      recordResolution,
      caseAfter(fresh, ...events),
      { recordedOn: TODAY, resolution, note: '回访时表示满意。' },
      exampleContext(TODAY),
    );

  it('is recorded after the conclusion and changes nothing of it', () => {
    const done = [accepted, opinion, served, concluded];
    const answer = record('solved', ...done);
    expect(refusal(answer)).toEqual(['resolution-recorded']);
    const state = caseAfter(fresh, ...done, ...(answer.ok ? answer.value : []));
    expect([statusOf(state), state.resolution?.resolution]).toEqual(['concluded', 'solved']);
  });

  it('may come undone, but not be recorded twice alike', () => {
    const resolved: DomainEvent = {
      type: 'resolution-recorded',
      body: { recordedOn: '2026-03-19', resolution: 'solved', note: '已修复。' },
    };
    expect(refusal(record('solved', accepted, opinion, resolved))).toEqual(['nothing-changed', 'resolution']);
    expect(refusal(record('not-resolved', accepted, opinion, resolved))).toEqual(['resolution-recorded']);
    expect(refusal(record('not-resolved', accepted, opinion))).toEqual(['nothing-changed', 'resolution']);
  });

  it('has nothing to speak of before there is an opinion or a conclusion', () => {
    expect(refusal(record('solved', accepted))).toEqual(['not-now', undefined]);
  });
});
