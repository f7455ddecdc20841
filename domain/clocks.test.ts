import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from './calendar.ts';
import type { CaseClock } from './clocks/settle.ts';
import { caseClock, clocksOf, nextDuty } from './clocks.ts';
import type { DomainEvent } from './events/all.ts';
import { assignedEvent, BUREAU, caseAfter, OTHER_TOWN, registeredEvent } from './example.ts';
import type { PetitionState } from './petition.ts';

const paper = { kind: 'acceptanceNotice', number: '新陂信受〔2026〕1号' };
const opinionPaper = { kind: 'handlingOpinion', number: '新陂信意〔2026〕1号' };
const accepted = (acceptedOn: string, legalRoute = 6): DomainEvent => ({
  type: 'petition-accepted',
  body: { acceptedOn, legalRoute, department: '公共服务办公室', paper },
});
const notice = (givenOn: string): DomainEvent => ({
  type: 'notice-given',
  body: { manner: 'later', givenOn, method: 'MAIL', route: '由本镇办理。', paper },
});
const extension = (days: number, approvedOn: string, late = false): DomainEvent[] => [
  { type: 'extension-requested', body: { days, reason: '需要检测。', requestedOn: approvedOn } },
  {
    type: 'extension-approved',
    body: {
      days,
      reason: '需要检测。',
      approvedOn,
      approver: '陈志强',
      late,
      paper: { kind: 'extensionNotice', number: '1' },
    },
  },
];
const opinion = (issuedOn: string, servedOn?: string): DomainEvent[] => [
  {
    type: 'opinion-issued',
    body: {
      issuedOn,
      factsFound: '属实。',
      claims: [{ request: '修复路面', outcome: 'SUPPORT', opinion: '予以修复。', basis: '《公路法》第八条' }],
      superiorOrgan: '兴宁市人民政府',
      signer: '陈志强',
      paper: opinionPaper,
    },
  },
  ...(servedOn
    ? [
        {
          type: 'paper-served' as const,
          body: {
            ...{ paper: opinionPaper, servedOn, method: 'IN_PERSON' as const, place: '接待室' },
            ...{ receivedBy: '张德福', refused: false, deliverer: '罗秀英' },
          },
        },
      ]
    : []),
];
const concluded = (concludedOn: string): DomainEvent => ({
  type: 'petition-concluded',
  body: { concludedOn, ground: 'opinion-delivered', summary: '已办结。' },
});
const signed = (signedOn: string): DomainEvent => ({
  type: 'assignment-signed',
  body: { assignmentId: 'assignment-1', signedOn },
});

const brief = (clock: CaseClock | undefined) =>
  clock && {
    due: clock.dueRaw,
    legal: clock.dueLegal,
    state: clock.state,
    ...(clock.metOn ? { metOn: clock.metOn } : {}),
    ...(clock.reason ? { reason: clock.reason } : {}),
    ...(clock.urgency ? { urgency: clock.urgency, daysLeft: clock.daysLeft } : {}),
  };
const on = (today: string) => ({ today, calendar });
const all = (state: PetitionState, today: string) =>
  Object.fromEntries(clocksOf(state, on(today)).map((clock) => [clock.rule, brief(clock)]));

describe('scenario A: a walk-in at the township, handled in the ordinary way', () => {
  it('the notice is owed by 17 March', () => {
    expect(all(caseAfter(registeredEvent()), '2026-03-12')).toEqual({
      D02: { due: '2026-03-17', legal: '2026-03-17', state: 'running', urgency: 'yellow', daysLeft: 5 },
    });
  });

  it('accepted on 10 March, the 60 days end on a declared working Saturday', () => {
    expect(all(caseAfter(registeredEvent(), accepted('2026-03-10')), '2026-03-10')).toEqual({
      D02: { due: '2026-03-17', legal: '2026-03-17', state: 'met', metOn: '2026-03-10' },
      D05: { due: '2026-05-09', legal: '2026-05-09', state: 'running', urgency: 'green', daysLeft: 60 },
    });
  });

  it('an extension of 30 days moves them to 8 June; the opinion served on 5 June meets them', () => {
    const extended = [registeredEvent(), accepted('2026-03-10'), ...extension(30, '2026-05-06')];
    expect(all(caseAfter(...extended), '2026-06-09').D05).toEqual({
      due: '2026-06-08',
      legal: '2026-06-08',
      state: 'running',
      urgency: 'black',
      daysLeft: -1,
    });
    const answered = caseAfter(...extended, ...opinion('2026-06-04', '2026-06-05'));
    const met = { due: '2026-06-08', legal: '2026-06-08', state: 'met', metOn: '2026-06-05' };
    expect(all(answered, '2026-06-20').D05).toEqual(met);
    // The clerk’s own closing of the file days later does not make a timely answer late.
    const closed = caseAfter(...extended, ...opinion('2026-06-04', '2026-06-05'), concluded('2026-06-12'));
    expect(all(closed, '2026-06-20').D05).toEqual(met);
  });

  it('an opinion that was only written does not end the 60 days', () => {
    const state = caseAfter(registeredEvent(), accepted('2026-03-10'), ...opinion('2026-05-08'));
    expect(all(state, '2026-05-11').D05).toMatchObject({ state: 'running', urgency: 'black', daysLeft: -2 });
  });
});

describe('scenario B: sent down by the bureau and misrouted', () => {
  const down = [
    registeredEvent({ receivedOn: '2025-12-22' }),
    assignedEvent({ assignedOn: '2025-12-31', manner: 'transfer', reportDue: null }),
    signed('2025-12-31'),
  ];
  const objected: DomainEvent = {
    type: 'objection-raised',
    body: {
      ...{
        assignmentId: 'assignment-1',
        raisedOn: '2026-01-08',
        reasons: '该路段为县道，由交通运输局养护。',
      },
      ...{ proposedUnit: '', late: false, paper: { kind: 'objectionLetter', number: '1' } },
    },
  };
  const answered = (upheld: boolean): DomainEvent => ({
    type: 'objection-decided',
    body: { assignmentId: 'assignment-1', upheld, reason: '', decidedOn: '2026-01-12' },
  });

  it('objection by 8 January, notice by 15 January', () => {
    const { D03, D04 } = all(caseAfter(...down), '2026-01-08');
    expect({ D03, D04 }).toEqual({
      D03: { due: '2026-01-15', legal: '2026-01-15', state: 'running', urgency: 'green', daysLeft: 7 },
      D04: { due: '2026-01-08', legal: '2026-01-08', state: 'running', urgency: 'red', daysLeft: 0 },
    });
  });

  it('the day after, the right to object has lapsed', () => {
    expect(all(caseAfter(...down), '2026-01-09').D04).toMatchObject({
      state: 'not-owed',
      reason: 'no-objection',
    });
  });

  it('a rejected objection leaves the notice where it was, counted from receipt', () => {
    const { D03, D04 } = all(caseAfter(...down, objected, answered(false)), '2026-01-13');
    expect({ D03, D04 }).toEqual({
      D03: { due: '2026-01-15', legal: '2026-01-15', state: 'running', urgency: 'orange', daysLeft: 2 },
      D04: { due: '2026-01-08', legal: '2026-01-08', state: 'met', metOn: '2026-01-08' },
    });
  });

  it('a duty that was done before stays done when the objection is upheld', () => {
    const state = caseAfter(...down, notice('2026-01-05'), objected, answered(true));
    expect(all(state, '2026-01-13').D03).toMatchObject({ state: 'met', metOn: '2026-01-05' });
  });

  it('an acceptance before it was sent down is no answer to it: notice and objection run from the new receipt', () => {
    const earlier = [...down.slice(0, 1), accepted('2025-12-24'), ...down.slice(1)];
    const { D03, D04 } = all(caseAfter(...earlier), '2026-01-08');
    expect({ D03, D04 }).toMatchObject({
      D03: { legal: '2026-01-15', state: 'running' },
      D04: { legal: '2026-01-08', state: 'running' },
    });
    expect(all(caseAfter(...down, accepted('2026-01-06')), '2026-01-08')).toMatchObject({
      D03: { state: 'met', metOn: '2026-01-06' },
      D04: { state: 'not-owed' },
    });
  });

  it('an upheld one takes every duty off the town', () => {
    const state = caseAfter(...down, objected, answered(true));
    expect(state.custodian).toEqual(BUREAU);
    expect(all(state, '2026-01-13').D03).toMatchObject({ state: 'not-owed', reason: 'returned-to-sender' });
  });
});

describe('scenario D: an order with a date', () => {
  const state = caseAfter(
    registeredEvent({ receivedOn: '2026-05-12' }),
    assignedEvent({ assignedOn: '2026-05-15', reportDue: '2026-06-10' }),
    signed('2026-05-18'),
    accepted('2026-05-18'),
  );

  it('two clocks run and the earlier governs the list', () => {
    const clocks = clocksOf(state, on('2026-05-18'));
    expect(clocks.filter((c) => c.state === 'running').map((c) => [c.rule, c.dueRaw])).toEqual([
      ['D05', '2026-07-17'],
      ['D11', '2026-06-10'],
    ]);
    expect(nextDuty(clocks)?.rule).toBe('D11');
  });

  it('the report ends its own clock only, and is owed after the conclusion too', () => {
    const report: DomainEvent = {
      type: 'assignment-reported',
      body: {
        ...{ assignmentId: 'assignment-1', reportedOn: '2026-06-11', text: '已办结。', signer: '陈志强' },
        paper: { kind: 'reportLetter', number: '1' },
      },
    };
    const closed = [...opinion('2026-06-01', '2026-06-02'), concluded('2026-06-03')];
    const events = [
      registeredEvent({ receivedOn: '2026-05-12' }),
      assignedEvent({ assignedOn: '2026-05-15', reportDue: '2026-06-10' }),
    ];
    const after = caseAfter(...events, signed('2026-05-18'), accepted('2026-05-18'), ...closed);
    expect(caseClock(after, 'D11', on('2026-06-09'))).toMatchObject({ state: 'running', urgency: 'orange' });
    const reported = caseAfter(...events, signed('2026-05-18'), accepted('2026-05-18'), ...closed, report);
    expect(brief(caseClock(reported, 'D11', on('2026-06-12')))).toEqual({
      due: '2026-06-10',
      legal: '2026-06-10',
      state: 'met-late',
      metOn: '2026-06-11',
    });
  });
});

describe('scenario E: before the regulation of 2022', () => {
  it('the lengths were the same, so an old receipt is counted alike', () => {
    const state = caseAfter(registeredEvent({ receivedOn: '2022-04-20' }), accepted('2022-05-05'));
    expect(all(state, '2022-05-05')).toMatchObject({
      D02: { due: '2022-05-05', legal: '2022-05-05', state: 'met' },
      D05: { due: '2022-07-04', legal: '2022-07-04', state: 'running' },
    });
  });
});

describe('who owes what', () => {
  it.each([{ anonymous: true }, { addressUnclear: true }])('X03: no notice is owed when %o', (unclear) => {
    expect(all(caseAfter(registeredEvent(unclear), assignedEvent()), '2026-03-05')).toMatchObject({
      D02: { state: 'not-owed', reason: 'name-or-address-unclear' },
      D03: { state: 'not-owed', reason: 'name-or-address-unclear' },
    });
  });

  it.each([1, 2, 3, 4, 5])('X04: route %i has no 60 days', (route) => {
    const state = caseAfter(registeredEvent(), accepted('2026-03-10', route));
    expect(caseClock(state, 'D05', on('2026-03-10'))).toBeUndefined();
  });

  it('X06: an extension approved too late moves the date and stays flagged', () => {
    const state = caseAfter(registeredEvent(), accepted('2026-03-10'), ...extension(30, '2026-05-20', true));
    expect(state.extension?.approved?.late).toBe(true);
    expect(caseClock(state, 'D05', on('2026-05-20'))?.dueRaw).toBe('2026-06-08');
  });

  it('a late notice is met late', () => {
    expect(all(caseAfter(registeredEvent(), notice('2026-03-18')), '2026-03-20').D02).toEqual({
      due: '2026-03-17',
      legal: '2026-03-17',
      state: 'met-late',
      metOn: '2026-03-18',
    });
  });

  it('what was sent down to another unit is that unit’s to notify', () => {
    const state = caseAfter(registeredEvent(), assignedEvent({ to: OTHER_TOWN }));
    expect(all(state, '2026-03-05').D02).toMatchObject({ state: 'not-owed', reason: 'sent-to-another-unit' });
  });

  it('a case concluded without notice owes none any more', () => {
    expect(all(caseAfter(registeredEvent(), concluded('2026-03-02')), '2026-04-20').D02).toMatchObject({
      state: 'not-owed',
      reason: 'concluded',
    });
  });

  it('the dashboard counts from the minute of registration, or from midnight when it was entered later', () => {
    expect(caseClock(caseAfter(registeredEvent()), 'D02', on('2026-03-02'))?.dueSystem).toBe(
      '2026-03-17T09:15:00+08:00',
    );
    const late = caseAfter(registeredEvent({ receivedOn: '2026-02-27' }));
    expect(caseClock(late, 'D02', on('2026-03-02'))?.dueSystem).toBe('2026-03-14T00:00:00+08:00');
  });

  it('a right to object is no duty', () => {
    const clocks = clocksOf(
      caseAfter(registeredEvent(), assignedEvent({ reportDue: null })),
      on('2026-03-04'),
    );
    expect([clocks.some((c) => c.rule === 'D04' && c.state === 'running'), nextDuty(clocks)?.rule]).toEqual([
      true,
      'D02',
    ]);
  });
});
