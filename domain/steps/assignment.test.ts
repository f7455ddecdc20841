import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, OTHER_TOWN, registeredEvent } from '../example.ts';
import { accepted, acceptedOn, concluded, fresh, opinion, paper, served } from '../exampleFacts.ts';
import { raiseObjection, reportAssignment, signAssignment } from './assignment.ts';
import { takeStep } from './step.ts';

const assignmentId = 'assignment-1';
const signed: DomainEvent = { type: 'assignment-signed', body: { assignmentId, signedOn: '2026-03-05' } };
const again = assignedEvent({ assignmentId: 'assignment-2', assignedOn: '2026-03-09' });
const on = (today: string) => exampleContext(today);
const answerOf = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? 'done' : [answer.refusal.code, ...(answer.refusal.field ? [answer.refusal.field] : [])];

describe('签收 signAssignment', () => {
  const input = { assignmentId, signedOn: '2026-03-05' };

  it('makes the fact', () => {
    expect(takeStep(signAssignment, caseAfter(fresh, assignedEvent()), input, on('2026-03-06'))).toEqual({
      ok: true,
      value: [signed],
    });
  });

  it.each([
    ['before it was sent', { ...input, signedOn: '2026-03-03' }, ['date-before-receipt', 'signedOn']],
    ['in the future', { ...input, signedOn: '2026-03-07' }, ['date-in-future', 'signedOn']],
    ['another one', { ...input, assignmentId: 'assignment-9' }, ['unknown-assignment']],
  ])('is refused %s', (_name, wrong, expected) => {
    const state = caseAfter(fresh, assignedEvent());
    expect(answerOf(takeStep(signAssignment, state, wrong, on('2026-03-06')))).toEqual(expected);
  });

  it('only once, only by the unit it went to, and only the one in force', () => {
    const step = (events: DomainEvent[], unit = fresh.body.unit) =>
      answerOf(takeStep(signAssignment, caseAfter(fresh, ...events), input, { ...on('2026-03-20'), unit }));
    expect(step([])).toEqual(['not-now']);
    expect(step([assignedEvent(), signed])).toEqual(['already-done']);
    expect(step([assignedEvent({ to: OTHER_TOWN })])).toEqual(['not-ours']);
    expect(step([assignedEvent(), again])).toEqual(['unknown-assignment']);
  });
});

describe('异议 raiseObjection', () => {
  const input = {
    ...{ assignmentId, raisedOn: '2026-03-12', lateAnyway: false, proposedUnit: '兴宁市交通运输局' },
    reasons: '该路段为县道，由交通运输局养护。',
  };
  const state = caseAfter(fresh, assignedEvent(), signed);

  it('within 5 working days makes the fact and the letter', () => {
    const { lateAnyway: _asked, ...body } = input;
    expect(takeStep(raiseObjection, state, input, on('2026-03-12'))).toEqual({
      ok: true,
      value: [{ type: 'objection-raised', body: { ...body, late: false, paper: paper('objectionLetter') } }],
    });
  });

  it('on the sixth it is refused with the date, and stored as late after a clear question', () => {
    const late = { ...input, raisedOn: '2026-03-13' };
    expect(takeStep(raiseObjection, state, late, on('2026-03-13'))).toEqual({
      ok: false,
      refusal: { code: 'objection-late', field: 'raisedOn', detail: { due: '2026-03-12' } },
    });
    expect(takeStep(raiseObjection, state, { ...late, lateAnyway: true }, on('2026-03-13'))).toMatchObject({
      ok: true,
      value: [{ body: { late: true } }],
    });
  });

  it.each([
    ['nine characters', { reasons: ' 一二三四五六七八九 ' }, ['reasons-too-short', 'reasons']],
    ['ten characters', { reasons: '一二三四五六七八九十' }, 'done'],
    ['nine of four bytes each', { reasons: '𠮷'.repeat(9) }, ['reasons-too-short', 'reasons']],
    ['before it was signed for', { raisedOn: '2026-03-04' }, ['date-before-previous-step', 'raisedOn']],
    ['in the future', { raisedOn: '2026-03-13' }, ['date-in-future', 'raisedOn']],
    ['of another', { assignmentId: 'assignment-9' }, ['unknown-assignment']],
  ])('%s', (_name, changes, expected) => {
    const found = takeStep(raiseObjection, state, { ...input, ...changes }, on('2026-03-12'));
    expect(answerOf(found)).toEqual(expected);
  });

  it('not before it was signed for, not after acceptance, not twice', () => {
    const step = (...events: DomainEvent[]) =>
      answerOf(
        takeStep(raiseObjection, caseAfter(fresh, assignedEvent(), ...events), input, on('2026-03-12')),
      );
    const first = takeStep(raiseObjection, state, input, on('2026-03-12'));
    expect(step()).toEqual(['not-signed-for']);
    expect(step(signed, accepted)).toEqual(['not-now']);
    // What another unit had accepted before the item was sent down takes the right from nobody.
    const moved = caseAfter(fresh, acceptedOn('2026-03-03'), assignedEvent(), signed);
    expect(answerOf(takeStep(raiseObjection, moved, input, on('2026-03-12')))).toBe('done');
    expect(step(signed, ...(first.ok ? first.value : []))).toEqual(['already-done']);
  });
});

describe('办结报告 reportAssignment', () => {
  const input = { assignmentId, reportedOn: '2026-03-20', text: '已办结。', signer: '陈志强' };

  it('is owed and possible after the conclusion too', () => {
    const state = caseAfter(fresh, assignedEvent(), signed, accepted, opinion, served, concluded);
    expect(takeStep(reportAssignment, state, input, on('2026-03-20'))).toEqual({
      ok: true,
      value: [{ type: 'assignment-reported', body: { ...input, paper: paper('reportLetter') } }],
    });
  });

  it('is refused out of order, out of time and out of place', () => {
    const step = (events: DomainEvent[], changes: Partial<typeof input> = {}, unit = fresh.body.unit) => {
      const state = caseAfter(fresh, ...events);
      return answerOf(
        takeStep(reportAssignment, state, { ...input, ...changes }, { ...on('2026-03-20'), unit }),
      );
    };
    const reported: DomainEvent = {
      type: 'assignment-reported',
      body: { ...input, paper: paper('reportLetter') },
    };
    expect(step([])).toEqual(['not-now']);
    expect(step([assignedEvent()])).toEqual(['not-signed-for']);
    expect(step([assignedEvent(), signed], {}, OTHER_TOWN)).toEqual(['not-ours']);
    expect(step([assignedEvent(), signed, reported])).toEqual(['already-done']);
    expect(step([assignedEvent(), signed], { assignmentId: 'x' })).toEqual(['unknown-assignment']);
    expect(step([assignedEvent(), signed], { reportedOn: '2026-03-04' })).toEqual([
      'date-before-previous-step',
      'reportedOn',
    ]);
  });
});

it('nothing is asked of an item that was never sent down, nor of a mere visitor of the case', () => {
  const state = caseAfter(registeredEvent());
  for (const step of [signAssignment, raiseObjection, reportAssignment]) {
    const person = { name: '黄国强', roles: ['mediator' as const] };
    expect(answerOf(takeStep(step as never, state, {} as never, on('2026-03-20')))).toEqual(['not-now']);
    expect(answerOf(takeStep(step as never, state, {} as never, { ...on('2026-03-20'), person }))).toEqual([
      'not-allowed',
    ]);
  }
});
