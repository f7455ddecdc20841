/** 书面告知, 受理, 转送: what opens each, which inputs it refuses at which field, and the facts and papers it makes. */
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, registeredEvent } from '../example.ts';
import { accepted, fresh, paper } from '../exampleFacts.ts';
import { accept } from './acceptance.ts';
import { giveNotice } from './notice.ts';
import { type StepContext, takeStep } from './step.ts';
import { transferOut } from './transfer.ts';

const TODAY = '2026-03-20';
const here = (changes: Partial<StepContext> = {}) => exampleContext(TODAY, changes);
const code = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? answer.value.map((event) => event.type) : answer.refusal.code;
const refusal = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? 'done' : [answer.refusal.code, answer.refusal.field];

describe('书面告知 giveNotice', () => {
  const input = {
    manner: 'on-the-spot' as const,
    givenOn: '2026-03-02',
    method: 'IN_PERSON' as const,
    route: '由本镇办理。',
  };

  it('makes the fact with its numbered paper', () => {
    expect(takeStep(giveNotice, caseAfter(fresh), input, here())).toEqual({
      ok: true,
      value: [{ type: 'notice-given', body: { ...input, paper: paper('acceptanceNotice') } }],
    });
  });

  it.each([
    ['2026-03-01', ['date-before-receipt', 'givenOn']],
    ['2026-03-21', ['date-in-future', 'givenOn']],
    ['2026-03-20', 'done'],
  ])('given on %s: %j', (givenOn, expected) => {
    expect(refusal(takeStep(giveNotice, caseAfter(fresh), { ...input, givenOn }, here()))).toEqual(expected);
  });

  it('is not owed without a clear name or address, with the article', () => {
    const answer = takeStep(giveNotice, caseAfter(registeredEvent({ anonymous: true })), input, here());
    expect(answer).toEqual({
      ok: false,
      refusal: { code: 'notice-not-owed', article: '《信访工作条例》第二十三条' },
    });
  });

  it('is not given again after 受理, whose paper is the notice; an item sent down later needs its own', () => {
    expect(code(takeStep(giveNotice, caseAfter(fresh, accepted), input, here()))).toBe('already-done');
    const later = assignedEvent({ assignedOn: '2026-03-12' });
    const signed: DomainEvent = {
      type: 'assignment-signed',
      body: { assignmentId: 'assignment-1', signedOn: '2026-03-13' },
    };
    const again = { ...input, givenOn: '2026-03-13' };
    expect(code(takeStep(giveNotice, caseAfter(fresh, accepted, later, signed), again, here()))).toEqual([
      'notice-given',
    ]);
  });

  it('an item sent down needs its own notice, dated no earlier than it was signed for', () => {
    const given: DomainEvent = { type: 'notice-given', body: { ...input, paper: paper('acceptanceNotice') } };
    const signed: DomainEvent = {
      type: 'assignment-signed',
      body: { assignmentId: 'assignment-1', signedOn: '2026-03-06' },
    };
    expect(code(takeStep(giveNotice, caseAfter(fresh, given), input, here()))).toBe('already-done');
    expect(code(takeStep(giveNotice, caseAfter(fresh, given, assignedEvent()), input, here()))).toBe(
      'not-now',
    );
    const sentDown = caseAfter(fresh, given, assignedEvent(), signed);
    expect(refusal(takeStep(giveNotice, sentDown, { ...input, givenOn: '2026-03-05' }, here()))).toEqual([
      'date-before-previous-step',
      'givenOn',
    ]);
    expect(code(takeStep(giveNotice, sentDown, { ...input, givenOn: '2026-03-06' }, here()))).toEqual([
      'notice-given',
    ]);
  });
});

describe('受理 accept', () => {
  const input = { acceptedOn: '2026-03-10', legalRoute: 6, department: '公共服务办公室' };

  it('makes the fact with its paper', () => {
    expect(takeStep(accept, caseAfter(fresh), input, here())).toEqual({ ok: true, value: [accepted] });
  });

  it('an accusation is never a claim of route 6', () => {
    const accusation = caseAfter(registeredEvent({ purpose: 'ACCUSE' }));
    expect(takeStep(accept, accusation, input, here())).toEqual({
      ok: false,
      refusal: { code: 'route-not-petition', field: 'legalRoute', article: '《信访工作条例》第三十条' },
    });
    expect(code(takeStep(accept, accusation, { ...input, legalRoute: 5 }, here()))).toEqual([
      'petition-accepted',
    ]);
  });

  it('an item sent down is signed for first, and not accepted while objected to', () => {
    const state = caseAfter(fresh, assignedEvent());
    expect(code(takeStep(accept, state, input, here()))).toBe('not-signed-for');
    const signed: DomainEvent = {
      type: 'assignment-signed',
      body: { assignmentId: 'assignment-1', signedOn: '2026-03-06' },
    };
    const objected: DomainEvent = {
      type: 'objection-raised',
      body: {
        ...{
          assignmentId: 'assignment-1',
          raisedOn: '2026-03-09',
          reasons: '该路段为县道，由交通运输局养护。',
        },
        ...{ proposedUnit: '', late: false, paper: paper('objectionLetter') },
      },
    };
    expect(code(takeStep(accept, caseAfter(fresh, assignedEvent(), signed, objected), input, here()))).toBe(
      'not-now',
    );
    const early = takeStep(
      accept,
      caseAfter(fresh, assignedEvent(), signed),
      { ...input, acceptedOn: '2026-03-05' },
      here(),
    );
    expect(refusal(early)).toEqual(['date-before-previous-step', 'acceptedOn']);
  });
});

describe('转送 transferOut', () => {
  const input = {
    transferredOn: '2026-03-03',
    toName: '兴宁市交通运输局',
    toPhone: '',
    basis: '该路段为县道',
  };

  it('makes the letter and the petitioner’s slip, and the case leaves the town', () => {
    const answer = takeStep(transferOut, caseAfter(fresh), input, here());
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          type: 'petition-transferred-out',
          body: {
            transferredOn: '2026-03-03',
            toUnit: { name: '兴宁市交通运输局' },
            basis: '该路段为县道',
            letter: paper('transferLetter'),
            whereabouts: paper('whereaboutsNotice', 2),
          },
        },
      ],
    });
    const gone = caseAfter(fresh, ...(answer.ok ? answer.value : []));
    expect([gone.custodian, gone.custody]).toEqual([{ code: '', name: '兴宁市交通运输局' }, 1]);
    expect(code(takeStep(transferOut, gone, input, here()))).toBe('not-ours');
  });

  it.each(['兴宁市交通运输局', '交通运输局', '兴宁市交通运输局养护站'])(
    'accusation material never goes to the accused unit: to %s',
    (toName) => {
      const accusedUnit = toName === '交通运输局' ? '兴宁市交通运输局' : '交通运输局';
      const state = caseAfter(registeredEvent({ purpose: 'ACCUSE', accusedUnit }));
      expect(takeStep(transferOut, state, { ...input, toName }, here())).toEqual({
        ok: false,
        refusal: { code: 'accused-unit', field: 'toName', article: '《信访工作条例》第三十条第三款' },
      });
    },
  );

  it('what the bureau sent down needs an objection instead; what is accepted stays', () => {
    expect(code(takeStep(transferOut, caseAfter(fresh, assignedEvent()), input, here()))).toBe(
      'assigned-needs-objection',
    );
    expect(code(takeStep(transferOut, caseAfter(fresh, accepted), input, here()))).toBe('already-done');
  });
});
