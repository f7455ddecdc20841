import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import {
  assignedEvent,
  caseAfter,
  exampleContext,
  OTHER_TOWN,
  recordedAs,
  registeredEvent,
  TOWN,
} from '../example.ts';
import { accepted, concluded, mediation, paper } from '../exampleFacts.ts';
import { evolveMediation, type MediationState } from '../mediation.ts';
import {
  decideMediationEnd,
  decideOpening,
  decideSession,
  type OpenMediation,
  openMediationStep,
} from './mediation.ts';
import { takeStep } from './step.ts';

const here = exampleContext('2026-03-20');
const party = (name: string, consents = true) => ({
  ...{ name, consents, consentOn: '2026-03-11', consentManner: 'oral' as const },
});
const opening = (changes: Partial<OpenMediation> = {}): OpenMediation => ({
  ...{ mediationId: 'mediation-1', caseId: null, committee: '新陂镇人民调解委员会', mediators: ['黄国强'] },
  ...{ disputeType: '02' as const, title: '邻里排水纠纷', facts: '', openedOn: '2026-03-11' },
  parties: [party('张德福'), party('刘志明')],
  ...changes,
});
const answerOf = (answer: ReturnType<typeof decideOpening>) =>
  answer.ok ? 'done' : [answer.refusal.code, ...(answer.refusal.field ? [answer.refusal.field] : [])];

const openedEvent: DomainEvent = {
  type: 'mediation-opened',
  body: { ...opening(), unit: TOWN, parties: opening().parties.map(({ consents: _given, ...rest }) => rest) },
};
const session = (heldOn: string): Extract<DomainEvent, { type: 'mediation-session-held' }> => ({
  type: 'mediation-session-held',
  body: { mediationId: 'mediation-1', heldOn, place: '调解室', present: '双方', record: '双方陈述。' },
});
const mediated = (...events: DomainEvent[]): MediationState => {
  const fold = (state: MediationState | null, event: DomainEvent) =>
    evolveMediation(state, recordedAs(event));
  return [openedEvent, ...events].reduce(fold, null) as MediationState;
};

describe('opening', () => {
  it('records who consented when, in the unit’s name, without the ticked box', () => {
    expect(decideOpening(opening(), here)).toEqual({ ok: true, value: [openedEvent] });
  });

  it('one clear refusal and there is no mediation, with the article', () => {
    expect(decideOpening(opening({ parties: [party('张德福'), party('刘志明', false)] }), here)).toEqual({
      ok: false,
      refusal: { code: 'consent-missing', field: 'parties.1.consents', article: '《人民调解法》第十七条' },
    });
  });

  it('not in the future, and from a petition not before its receipt', () => {
    expect(answerOf(decideOpening(opening({ openedOn: '2026-03-21' }), here))).toEqual([
      'date-in-future',
      'openedOn',
    ]);
    const early = opening({ openedOn: '2026-03-01' });
    expect(answerOf(takeStep(openMediationStep, caseAfter(registeredEvent()), early, here))).toEqual([
      'date-before-receipt',
      'openedOn',
    ]);
    expect(answerOf(decideOpening(early, here))).toBe('done');
  });

  it.each([
    ['an accusation', [registeredEvent({ purpose: 'ACCUSE' })], ['accusation']],
    ['what is being mediated', [registeredEvent(), ...mediation()], ['already-mediating']],
    ['what was concluded', [registeredEvent(), concluded], ['concluded']],
    ['what is elsewhere', [registeredEvent(), assignedEvent({ to: OTHER_TOWN })], ['not-ours']],
    ['what failed once', [registeredEvent(), accepted, ...mediation('failed')], 'done'],
  ] satisfies [string, DomainEvent[], string | string[]][])('%s: %j', (_name, events, expected) => {
    const state = caseAfter(...(events as [DomainEvent]));
    expect(answerOf(takeStep(openMediationStep, state, opening(), here))).toEqual(expected);
  });
});

describe('sessions', () => {
  it('are recorded from the opening until today, by the unit, until the end', () => {
    const held = (heldOn: string, state = mediated(), context = here) =>
      answerOf(decideSession(state, session(heldOn).body, context));
    expect(held('2026-03-11')).toBe('done');
    expect(held('2026-03-10')).toEqual(['date-before-opening', 'heldOn']);
    expect(held('2026-03-21')).toEqual(['date-in-future', 'heldOn']);
    expect(held('2026-03-12', mediated(), { ...here, unit: OTHER_TOWN })).toEqual(['not-ours']);
    const ended: DomainEvent = {
      type: 'mediation-concluded',
      body: {
        ...{ mediationId: 'mediation-1', concludedOn: '2026-03-12', outcome: 'failed' },
        ...{ terms: '', performance: '', note: '谈不拢' },
      },
    };
    expect(held('2026-03-13', mediated(ended))).toEqual(['concluded']);
  });
});

describe('the end', () => {
  const end = {
    ...{ mediationId: 'mediation-1', concludedOn: '2026-03-15', outcome: 'agreement' as const },
    ...{ terms: '清理水沟。', performance: '三日内。', note: '' },
  };

  it('an agreement carries its terms and its paper', () => {
    expect(decideMediationEnd(mediated(session('2026-03-12')), end, here)).toEqual({
      ok: true,
      value: [{ type: 'mediation-concluded', body: { ...end, paper: paper('mediationAgreement') } }],
    });
  });

  it('a failure carries no terms and no paper, whatever stood in the form', () => {
    const failed = { ...end, outcome: 'failed' as const, note: '刘志明不同意补偿。' };
    expect(decideMediationEnd(mediated(), failed, here)).toEqual({
      ok: true,
      value: [{ type: 'mediation-concluded', body: { ...failed, terms: '', performance: '' } }],
    });
  });

  it.each([
    ['without terms', { terms: ' ' }, ['terms-missing', 'terms']],
    ['before the last session', { concludedOn: '2026-03-11' }, ['date-before-opening', 'concludedOn']],
    ['in the future', { concludedOn: '2026-03-21' }, ['date-in-future', 'concludedOn']],
    [
      'ended without saying why',
      { outcome: 'ended' as const, note: '撤回' },
      ['reason-missing', 'endReason'],
    ],
    ['failed without a word', { outcome: 'failed' as const }, ['reason-missing', 'note']],
  ])('is refused %s', (_name, changes, expected) => {
    const state = mediated(session('2026-03-12'), session('2026-03-11'));
    expect(answerOf(decideMediationEnd(state, { ...end, ...changes }, here))).toEqual(expected);
  });

  it('an agreement without any session proves nothing', () => {
    expect(answerOf(decideMediationEnd(mediated(), end, here))).toEqual(['no-session', 'outcome']);
  });
});
