import { describe, expect, it } from 'vitest';
import { caseAfter, exampleContext } from '../example.ts';
import { accepted, acceptedOn, fresh, paper, requested } from '../exampleFacts.ts';
import type { Role } from '../person.ts';
import { decideExtension, requestExtension } from './extension.ts';
import { type StepContext, takeStep } from './step.ts';

const TODAY = '2026-03-20';
const here = (changes: Partial<StepContext> = {}) => exampleContext(TODAY, changes);
const as = (...roles: Role[]) => here({ person: { name: '罗秀英', roles } });
const code = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? answer.value.map((event) => event.type) : answer.refusal.code;
const refusal = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? 'done' : [answer.refusal.code, answer.refusal.field];

describe('延长 requestExtension and decideExtension', () => {
  const decision = { approve: true, decidedOn: '2026-03-19', reason: '' };

  it.each([
    [1, ['extension-requested']],
    [30, ['extension-requested']],
    [31, 'too-many-days'],
    [0, 'too-many-days'],
    [1.5, 'too-many-days'],
  ])('X05: %d days: %j', (days, expected) => {
    expect(
      code(takeStep(requestExtension, caseAfter(fresh, accepted), { days, reason: '检测' }, here())),
    ).toEqual(expected);
  });

  it.each([1, 2, 3, 4, 5])('X04: route %i has no 60 days to extend', (route) => {
    const state = caseAfter(fresh, acceptedOn('2026-03-10', route));
    expect(code(takeStep(requestExtension, state, { days: 5, reason: '检测' }, here()))).toBe(
      'no-60-day-period',
    );
  });

  it('one extension only, but a refused request may be made again', () => {
    const state = caseAfter(fresh, accepted, requested);
    const again = { days: 5, reason: '检测' };
    expect(code(takeStep(requestExtension, state, again, here()))).toBe('already-done');
    const refused = takeStep(
      decideExtension,
      state,
      { ...decision, approve: false, reason: '理由不足' },
      here(),
    );
    expect(refused).toEqual({
      ok: true,
      value: [{ type: 'extension-refused', body: { reason: '理由不足', refusedOn: '2026-03-19' } }],
    });
    const after = caseAfter(fresh, accepted, requested, ...(refused.ok ? refused.value : []));
    expect(code(takeStep(decideExtension, after, decision, here()))).toBe('not-now');
    expect(code(takeStep(requestExtension, after, again, here()))).toEqual(['extension-requested']);
  });

  it('a leader approves; the paper carries the requested days and reason', () => {
    const state = caseAfter(fresh, accepted, requested);
    expect(code(takeStep(decideExtension, state, decision, as('clerk')))).toBe('not-allowed');
    expect(takeStep(decideExtension, state, decision, here())).toEqual({
      ok: true,
      value: [
        {
          type: 'extension-approved',
          body: {
            ...{ days: 20, reason: '需要检测', approvedOn: '2026-03-19', approver: '陈志强', late: false },
            paper: paper('extensionNotice'),
          },
        },
      ],
    });
  });

  it('X06: approved after the legal due date it is stored and flagged', () => {
    const state = caseAfter(fresh, accepted, requested);
    const answer = takeStep(
      decideExtension,
      state,
      { ...decision, decidedOn: '2026-05-10' },
      exampleContext('2026-05-10'),
    );
    expect(answer).toMatchObject({ ok: true, value: [{ body: { late: true, approvedOn: '2026-05-10' } }] });
    const inTime = takeStep(
      decideExtension,
      state,
      { ...decision, decidedOn: '2026-05-09' },
      exampleContext('2026-05-10'),
    );
    expect(inTime).toMatchObject({ ok: true, value: [{ body: { late: false } }] });
  });

  it('a refusal needs its reason, a decision no date before the request', () => {
    const state = caseAfter(fresh, accepted, requested);
    expect(
      refusal(takeStep(decideExtension, state, { ...decision, approve: false, reason: ' ' }, here())),
    ).toEqual(['reason-missing', 'reason']);
    expect(
      refusal(takeStep(decideExtension, state, { ...decision, decidedOn: '2026-03-17' }, here())),
    ).toEqual(['date-before-previous-step', 'decidedOn']);
  });
});
