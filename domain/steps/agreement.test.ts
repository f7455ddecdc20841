/** What follows an agreement: 30 days for the court, instalments, visits. The people are made up. */
import { describe, expect, it } from 'vitest';
import { confirmationDue, nextRevisit } from '../agreement.ts';
import { builtInCalendar as calendar } from '../calendar.ts';
import type { DomainEvent } from '../events/all.ts';
import { exampleContext, OTHER_TOWN, recordedAs } from '../example.ts';
import { mediation } from '../exampleFacts.ts';
import { evolveMediation, type MediationState } from '../mediation.ts';
import type { Result } from '../result.ts';
import { decideApplication, decidePerformance, decideRevisit, decideRuling } from './agreement.ts';

const mediationId = 'mediation-1';
const folded = (...events: DomainEvent[]): MediationState => {
  const state = events.reduce<MediationState | null>(
    (s, event) => evolveMediation(s, recordedAs(event)),
    null,
  );
  if (!state) throw new Error('the first event opens no mediation');
  return state;
};
/** Agreed on 15 March 2026; the 30th day is Tuesday 14 April. */
const agreed = folded(...mediation('agreement'));
const family = { ...agreed, opened: { ...agreed.opened, disputeType: '01' as const } };
const apply = (state: MediationState, appliedOn: string, today = appliedOn) =>
  decideApplication(
    state,
    { mediationId, appliedOn, court: '兴宁市人民法院', note: '' },
    exampleContext(today),
  );
const grown = (state: MediationState, answer: Result<DomainEvent[], string>): MediationState => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.reduce((s, event) => evolveMediation(s, recordedAs(event)) ?? s, state);
};

describe('司法确认', () => {
  it('is asked for within 30 days of the agreement; the last day rolls to a working day', () => {
    expect(confirmationDue(agreed, calendar)).toBe('2026-04-14');
    expect(apply(agreed, '2026-04-14').ok).toBe(true);
    expect(apply(agreed, '2026-04-15')).toEqual({
      ok: false,
      refusal: {
        ...{ code: 'confirmation-late', field: 'appliedOn', detail: { due: '2026-04-14' } },
        article: '《人民调解法》第三十三条',
      },
    });
  });

  it('is not for marriage, adoption and the like, nor for what was not agreed', () => {
    expect(confirmationDue(family, calendar)).toBeUndefined();
    expect(apply(family, '2026-03-20')).toMatchObject({ refusal: { code: 'not-confirmable' } });
    const failed = folded(...mediation('failed'));
    expect([confirmationDue(failed, calendar), nextRevisit(failed)]).toEqual([undefined, undefined]);
    expect(apply(failed, '2026-03-20')).toMatchObject({ refusal: { code: 'no-agreement' } });
  });

  it('is asked for once and ruled on once, not before it was asked for', () => {
    const ruling = {
      mediationId,
      decidedOn: '2026-03-30',
      confirmed: true,
      documentNumber: '民特3号',
      note: '',
    };
    const here = exampleContext('2026-04-20');
    expect(decideRuling(agreed, ruling, here)).toMatchObject({ refusal: { code: 'not-now' } });
    const applied = grown(agreed, apply(agreed, '2026-03-20'));
    expect(apply(applied, '2026-03-21')).toMatchObject({ refusal: { code: 'already-done' } });
    expect(decideRuling(applied, { ...ruling, decidedOn: '2026-03-19' }, here)).toMatchObject({
      refusal: { code: 'date-before-previous-step', field: 'decidedOn' },
    });
    const ruled = grown(applied, decideRuling(applied, ruling, here));
    expect(decideRuling(ruled, ruling, here)).toMatchObject({ refusal: { code: 'already-done' } });
  });

  it.each([
    ['before the agreement', '2026-03-14', '2026-03-20', 'date-before-previous-step'],
    ['tomorrow', '2026-03-21', '2026-03-20', 'date-in-future'],
  ])('%s is refused', (_what, day, today, code) => {
    expect(apply(agreed, day, today)).toEqual({ ok: false, refusal: { code, field: 'appliedOn' } });
  });

  it('is no matter of another unit', () => {
    const there = exampleContext('2026-03-20', { unit: OTHER_TOWN });
    const body = { mediationId, appliedOn: '2026-03-20', court: '兴宁市人民法院', note: '' };
    expect(decideApplication(agreed, body, there)).toEqual({ ok: false, refusal: { code: 'not-ours' } });
  });
});

describe('履行 and 回访', () => {
  const here = exampleContext('2026-07-01');
  const paid = (performedOn: string, complete: boolean) => ({
    mediationId,
    performedOn,
    what: '一期',
    complete,
  });

  it('comes in instalments until it is complete', () => {
    const first = grown(agreed, decidePerformance(agreed, paid('2026-03-20', false), here));
    const second = grown(first, decidePerformance(first, paid('2026-04-20', true), here));
    expect(second.performances?.map((one) => one.complete)).toEqual([false, true]);
    expect(decidePerformance(second, paid('2026-05-20', true), here)).toEqual({
      ok: false,
      refusal: { code: 'already-done' },
    });
  });

  it('is looked into after 7, 30 and 90 days', () => {
    const visited = ['2026-03-22', '2026-04-14', '2026-06-13'].reduce<
      [MediationState, (string | undefined)[]]
    >(
      ([state, next], revisitedOn) => {
        const body = { mediationId, revisitedOn, found: 'partly' as const, note: '已付一期' };
        const now = grown(state, decideRevisit(state, body, here));
        return [now, [...next, nextRevisit(now)]];
      },
      [agreed, [nextRevisit(agreed)]],
    );
    expect(visited[1]).toEqual(['2026-03-22', '2026-04-14', '2026-06-13', undefined]);
    const early = { mediationId, revisitedOn: '2026-06-12', found: 'performed' as const, note: '满意' };
    expect(decideRevisit(visited[0], early, here)).toMatchObject({
      refusal: { code: 'date-before-previous-step', field: 'revisitedOn' },
    });
  });
});
