import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, OTHER_TOWN, registeredEvent } from '../example.ts';
import {
  accepted,
  acceptedOn,
  claims,
  concluded,
  fresh,
  mediation,
  opinion,
  paper,
  served,
} from '../exampleFacts.ts';
import type { Role } from '../person.ts';
import { conclude, issueOpinion, recordDelivery } from './opinion.ts';
import { type StepContext, takeStep } from './step.ts';
import { transferOut } from './transfer.ts';

const TODAY = '2026-03-20';
const here = (changes: Partial<StepContext> = {}) => exampleContext(TODAY, changes);
const as = (...roles: Role[]) => here({ person: { name: '罗秀英', roles } });
const code = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? answer.value.map((event) => event.type) : answer.refusal.code;
const refusal = (answer: ReturnType<typeof takeStep>) =>
  answer.ok ? 'done' : [answer.refusal.code, answer.refusal.field];

describe('意见书 issueOpinion, 送达 recordDelivery, 办结 conclude', () => {
  const input = {
    issuedOn: '2026-03-18',
    factsFound: '属实。',
    claims,
    superiorOrgan: '兴宁市人民政府',
    signer: '陈志强',
  };
  const delivery = {
    ...{
      paper: paper('handlingOpinion', 9),
      servedOn: '2026-03-19',
      method: 'IN_PERSON' as const,
      place: '接待室',
    },
    ...{ receivedBy: '张德福', refused: false, relation: '', note: '' },
  };
  const end = { concludedOn: '2026-03-20', ground: 'opinion-delivered' as const, summary: '已办结。' };

  it('an opinion needs an acceptance and is written once', () => {
    expect(code(takeStep(issueOpinion, caseAfter(fresh), input, here()))).toBe('not-now');
    expect(code(takeStep(issueOpinion, caseAfter(fresh, accepted), input, here()))).toEqual([
      'opinion-issued',
    ]);
    expect(code(takeStep(issueOpinion, caseAfter(fresh, accepted, opinion), input, here()))).toBe(
      'already-done',
    );
    const early = takeStep(
      issueOpinion,
      caseAfter(fresh, accepted),
      { ...input, issuedOn: '2026-03-09' },
      here(),
    );
    expect(refusal(early)).toEqual(['date-before-previous-step', 'issuedOn']);
  });

  it('service is proved once a paper, by the person who delivered it', () => {
    const state = caseAfter(fresh, accepted, opinion);
    expect(takeStep(recordDelivery, state, delivery, as('clerk'))).toEqual({
      ok: true,
      value: [{ type: 'paper-served', body: { ...served.body, deliverer: '罗秀英' } }],
    });
    expect(
      code(takeStep(recordDelivery, caseAfter(fresh, accepted, opinion, served), delivery, here())),
    ).toBe('already-done');
  });

  it.each([
    [{ paper: paper('handlingOpinion', 8) }, ['unknown-paper', 'paperId']],
    [{ servedOn: '2026-03-17' }, ['date-before-previous-step', 'servedOn']],
    [{ servedOn: '2026-03-21' }, ['date-in-future', 'servedOn']],
    [{ refused: true }, ['witness-missing', 'note']],
    [{ refused: true, note: '见证人李秀兰' }, 'done'],
  ])('delivered with %j: %j', (changes, expected) => {
    const state = caseAfter(fresh, accepted, opinion);
    expect(refusal(takeStep(recordDelivery, state, { ...delivery, ...changes }, here()))).toEqual(expected);
  });

  it('papers are delivered after the conclusion and after the case has left, too', () => {
    const state = caseAfter(fresh, accepted, opinion, { ...concluded });
    expect(code(takeStep(recordDelivery, state, delivery, here()))).toEqual(['paper-served']);
    const left = caseAfter(fresh, accepted, opinion, assignedEvent({ to: OTHER_TOWN }));
    expect(code(takeStep(recordDelivery, left, delivery, here()))).toEqual(['paper-served']);
  });

  const grounds = ['opinion-delivered', 'agreement', 'answered', 'transferred-out', 'no-address'] as const;
  it.each([
    ['only registered', [fresh], ['answered']],
    ['accepted on route 6', [fresh, accepted], []],
    ['accepted on route 5', [fresh, acceptedOn('2026-03-10', 5)], ['answered']],
    ['opinion written', [fresh, accepted, opinion], []],
    ['opinion delivered', [fresh, accepted, opinion, served], ['opinion-delivered']],
    ['agreement reached', [fresh, accepted, ...mediation('agreement')], ['agreement']],
    ['mediation failed', [fresh, accepted, ...mediation('failed')], []],
    ['no address', [registeredEvent({ addressUnclear: true }), accepted], ['no-address']],
  ] satisfies [string, DomainEvent[], string[]][])('%s: may end by %j', (_name, events, expected) => {
    const state = caseAfter(...(events as [DomainEvent]));
    const open = grounds.filter((ground) => takeStep(conclude, state, { ...end, ground }, here()).ok);
    expect(open).toEqual(expected);
  });

  it('never while a mediation runs, and never before what it builds on', () => {
    expect(
      code(takeStep(conclude, caseAfter(fresh, ...mediation()), { ...end, ground: 'answered' }, here())),
    ).toBe('mediation-open');
    const state = caseAfter(fresh, accepted, opinion, served);
    expect(refusal(takeStep(conclude, state, { ...end, concludedOn: '2026-03-18' }, here()))).toEqual([
      'date-before-previous-step',
      'concludedOn',
    ]);
    const agreed = caseAfter(fresh, accepted, ...mediation('agreement'));
    const before = { ...end, ground: 'agreement' as const, concludedOn: '2026-03-09' };
    expect(refusal(takeStep(conclude, agreed, before, here()))).toEqual([
      'date-before-previous-step',
      'concludedOn',
    ]);
  });

  it('the town that transferred it out closes its own file', () => {
    const input = {
      transferredOn: '2026-03-03',
      toName: '兴宁市交通运输局',
      toPhone: '',
      basis: '该路段为县道',
    };
    const answer = takeStep(transferOut, caseAfter(fresh), input, here());
    const gone = caseAfter(fresh, ...(answer.ok ? answer.value : []));
    expect(code(takeStep(conclude, gone, { ...end, ground: 'transferred-out' }, here()))).toEqual([
      'petition-concluded',
    ]);
    const early = { ...end, ground: 'transferred-out' as const, concludedOn: '2026-03-02' };
    expect(refusal(takeStep(conclude, gone, early, here()))).toEqual([
      'date-before-previous-step',
      'concludedOn',
    ]);
    expect(code(takeStep(conclude, gone, end, here({ unit: OTHER_TOWN })))).toBe('not-ours');
  });
});
