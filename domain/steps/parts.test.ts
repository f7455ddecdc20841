/** 补正, 并案 and 拆分: no period moves, nobody is forgotten. The people are made up. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from '../calendar.ts';
import { clocksOf } from '../clocks.ts';
import type { DomainEvent, EventOf } from '../events/all.ts';
import {
  assignedEvent,
  CASE_ID,
  caseAfter,
  exampleContext,
  OTHER_TOWN,
  registeredEvent,
} from '../example.ts';
import { accepted, acceptedOn, concluded, fresh, mediation, opinion, paper } from '../exampleFacts.ts';
import type { PetitionState } from '../petition.ts';
import { statusOf } from '../petitionStatus.ts';
import { joinedFrom, merge, partFacts, settledPart, split } from './parts.ts';
import { closedFor, takeStep } from './step.ts';
import { receiveSupplement, requestSupplement } from './supplement.ts';

const TODAY = '2026-03-20';
const here = exampleContext(TODAY);
const noticed: DomainEvent = {
  type: 'notice-given',
  body: {
    ...{ manner: 'on-the-spot', givenOn: '2026-03-02', method: 'IN_PERSON', route: '由本镇办理。' },
    paper: paper('acceptanceNotice'),
  },
};
const asked = { requestedOn: '2026-03-12', materials: '土地承包合同', wantedBy: '2026-03-22' };
const came = { receivedOn: '2026-03-18', complete: true, note: '合同一份' };
const requested: DomainEvent = { type: 'supplement-requested', body: asked };
const received: DomainEvent = { type: 'supplement-received', body: came };
const parts = ['甲事', '乙事'].map((title, i) => ({ title, caseId: `part-${i}`, number: `A000${i}` }));
const splitEvent: DomainEvent = {
  type: 'petition-split',
  body: { splitOn: TODAY, reason: '两件事', parts },
};
const settled = (partId: string, ended: boolean): DomainEvent => ({
  type: 'part-settled',
  body: { partId, ended, on: TODAY },
});

describe('补正', () => {
  it('is asked for and received, and no clock moves', () => {
    const before = caseAfter(fresh, accepted);
    expect(takeStep(requestSupplement, before, asked, here)).toEqual({ ok: true, value: [requested] });
    const waiting = caseAfter(fresh, accepted, requested);
    expect(takeStep(receiveSupplement, waiting, came, here)).toEqual({ ok: true, value: [received] });
    const after = caseAfter(fresh, accepted, requested, received);
    expect([before, waiting, after].map(statusOf)).toEqual(['accepted', 'supplement', 'accepted']);
    const clocks = (state: PetitionState) => clocksOf(state, { today: TODAY, calendar });
    expect(clocks(waiting)).toEqual(clocks(before));
    expect(clocks(after)).toEqual(clocks(before));
  });

  it.each([
    ['asked again while it is awaited', requestSupplement, [fresh, requested], 'already-done'],
    ['received unasked', receiveSupplement, [fresh], 'not-now'],
    ['received twice', receiveSupplement, [fresh, requested, received], 'not-now'],
    ['asked after the opinion', requestSupplement, [fresh, accepted, opinion], 'not-now'],
    ['asked of an ended case', requestSupplement, [fresh, accepted, concluded], 'already-done'],
  ] as const)('%s: closed', (_what, step, events, code) => {
    const state = caseAfter(...(events as readonly DomainEvent[]));
    expect(closedFor(step as typeof requestSupplement, state, here)?.code).toBe(code);
  });

  it('cannot come before it was asked for, nor be wanted before', () => {
    const early = { ...came, receivedOn: '2026-03-11' };
    expect(takeStep(receiveSupplement, caseAfter(fresh, requested), early, here)).toEqual({
      ok: false,
      refusal: { code: 'date-before-previous-step', field: 'receivedOn' },
    });
    expect(takeStep(requestSupplement, caseAfter(fresh), { ...asked, wantedBy: '2026-03-11' }, here)).toEqual(
      { ok: false, refusal: { code: 'date-before-previous-step', field: 'wantedBy' } },
    );
  });
});

describe('并案', () => {
  const other = (...events: DomainEvent[]): PetitionState => ({
    ...caseAfter(fresh, ...events),
    ...{ caseId: 'case-0002', number: '441481104-20260301-A0001-K' },
  });
  const merging = (state: PetitionState, target: PetitionState | undefined) =>
    takeStep(merge, state, { mergedOn: TODAY, reason: '同一事项', target }, here);

  it('ends this case, tells the other, and leaves the other its clocks', () => {
    const state = caseAfter(fresh, noticed);
    const into = { caseId: 'case-0002', number: '441481104-20260301-A0001-K' };
    const merged: DomainEvent = {
      type: 'petition-merged',
      body: { mergedOn: TODAY, reason: '同一事项', into },
    };
    expect(merging(state, other())).toEqual({ ok: true, value: [merged] });
    expect(statusOf(caseAfter(fresh, noticed, merged))).toBe('merged');
    const joined = joinedFrom(state, TODAY);
    expect(joined).toEqual({
      type: 'petition-joined',
      body: {
        joinedOn: TODAY,
        from: { caseId: CASE_ID, number: state.number, title: state.registration.title },
      },
    });
    const context = { today: TODAY, calendar };
    expect(clocksOf(caseAfter(fresh, joined), context)).toEqual(clocksOf(caseAfter(fresh), context));
  });

  it.each([
    ['itself', caseAfter(fresh), 'unknown-main-case'],
    ['nothing', undefined, 'unknown-main-case'],
    ['an ended one', other(accepted, concluded), 'main-case-closed'],
    ['one of another unit', { ...other(), custodian: OTHER_TOWN }, 'main-case-closed'],
    ['an accusation', { ...other(), restricted: true }, 'main-case-closed'],
    [
      'one that was received later',
      { ...other(), registration: { ...fresh.body, receivedOn: '2026-03-03' } },
      'merge-into-earlier',
    ],
  ])('into %s is refused', (_what, target, code) => {
    expect(merging(caseAfter(fresh, noticed), target)).toEqual({
      ok: false,
      refusal: { code, field: 'intoNumber' },
    });
  });

  it('of an accepted case goes only into one that was accepted as early', () => {
    const state = caseAfter(fresh, accepted);
    expect(merging(state, other())).toMatchObject({ refusal: { code: 'merge-into-earlier' } });
    expect(merging(state, other(acceptedOn('2026-03-11')))).toMatchObject({ ok: false });
    expect(merging(state, other(accepted)).ok).toBe(true);
  });

  it('waits until everybody was told, unless nobody can be', () => {
    expect(closedFor(merge, caseAfter(fresh), here)?.code).toBe('notice-first');
    expect(closedFor(merge, caseAfter(registeredEvent({ anonymous: true })), here)).toBeNull();
    expect(closedFor(merge, caseAfter(fresh, assignedEvent(), noticed), here)?.code).toBe('not-now');
  });
});

describe('拆分', () => {
  it('gives each part the whole as it was received, and the whole closes when all parts do', () => {
    const whole = caseAfter(fresh);
    const input = { splitOn: TODAY, reason: '两件事', parts };
    expect(takeStep(split, whole, input, here)).toEqual({ ok: true, value: [splitEvent] });
    const [first] = parts;
    if (!first) throw new Error('no part');
    const facts = partFacts(whole, first, here);
    const part = caseAfter(...(facts as [EventOf<'petition-registered'>]));
    expect([part.registration.receivedOn, part.registration.title, part.partOf]).toEqual([
      '2026-03-02',
      '甲事',
      { caseId: CASE_ID, number: whole.number },
    ]);
    const states = [
      [],
      [settled('part-0', true)],
      [settled('part-0', true), settled('part-1', true)],
      [settled('part-0', true), settled('part-1', true), settled('part-0', false)],
    ].map((more) => statusOf(caseAfter(fresh, splitEvent, ...more)));
    expect(states).toEqual(['split', 'split', 'concluded', 'split']);
  });

  it('leaves nothing to do on the whole, and its clocks to the parts', () => {
    const state = caseAfter(fresh, splitEvent);
    expect(closedFor(split, state, here)).toMatchObject({
      ...{ code: 'already-done', detail: { done: 'split' } },
    });
    const [notice] = clocksOf(state, { today: TODAY, calendar });
    expect([notice?.rule, notice?.state, notice?.reason]).toEqual(['D02', 'not-owed', 'split']);
  });

  it('says to the whole when a part ends, and only then', () => {
    const open = { ...caseAfter(fresh), partOf: { caseId: 'whole', number: '1' } };
    const ended = { ...caseAfter(fresh, accepted, concluded), partOf: open.partOf };
    expect([
      settledPart(open, ended, TODAY),
      settledPart(ended, open, TODAY),
      settledPart(open, open, TODAY),
      settledPart(caseAfter(fresh), caseAfter(fresh, concluded), TODAY),
    ]).toEqual([settled(CASE_ID, true), settled(CASE_ID, false), null, null]);
  });

  it('wants parts that differ, and comes before anything is decided', () => {
    const alike = { splitOn: TODAY, reason: '两件事', parts: parts.map((p) => ({ ...p, title: '甲事' })) };
    expect(takeStep(split, caseAfter(fresh), alike, here)).toEqual({
      ok: false,
      refusal: { code: 'parts-alike', field: 'titles' },
    });
    for (const events of [[accepted], [assignedEvent()], mediation('failed')])
      expect(closedFor(split, caseAfter(fresh, ...events), here)?.code).toBe('not-now');
  });
});
