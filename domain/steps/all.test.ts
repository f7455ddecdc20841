/** What the law offers on a case, and that the button and the call are one. */
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, OTHER_TOWN } from '../example.ts';
import {
  accepted,
  acceptedOn,
  concluded,
  fresh,
  mediation,
  opinion,
  paper,
  requested,
  served,
} from '../exampleFacts.ts';
import type { Role } from '../person.ts';
import type { PetitionState } from '../petition.ts';
import { accept } from './acceptance.ts';
import { lawfulSteps } from './all.ts';
import { decideExtension, requestExtension } from './extension.ts';
import { giveNotice } from './notice.ts';
import { conclude, issueOpinion, recordDelivery } from './opinion.ts';
import { closedFor, type Step, type StepContext, takeStep } from './step.ts';
import { transferOut } from './transfer.ts';

const TODAY = '2026-03-20';
const here = (changes: Partial<StepContext> = {}) => exampleContext(TODAY, changes);
const as = (...roles: Role[]) => here({ person: { name: '罗秀英', roles } });

const noticed: DomainEvent = {
  type: 'notice-given',
  body: {
    ...{ manner: 'on-the-spot', givenOn: '2026-03-02', method: 'IN_PERSON', route: '由本镇办理。' },
    paper: paper('acceptanceNotice'),
  },
};
const signed: DomainEvent = {
  type: 'assignment-signed',
  body: { assignmentId: 'assignment-1', signedOn: '2026-03-06' },
};
const objected: DomainEvent = {
  type: 'objection-raised',
  body: {
    ...{ assignmentId: 'assignment-1', raisedOn: '2026-03-09', reasons: '该路段为县道，由交通运输局养护。' },
    ...{ proposedUnit: '', late: false, paper: paper('objectionLetter') },
  },
};
const answered = (upheld: boolean): DomainEvent => ({
  type: 'objection-decided',
  body: { assignmentId: 'assignment-1', upheld, reason: '该路段已移交镇管。', decidedOn: '2026-03-10' },
});
const transferred: DomainEvent = {
  type: 'petition-transferred-out',
  body: {
    ...{ transferredOn: '2026-03-05', toUnit: { name: '兴宁市交通运输局' }, basis: '县道由该局养护。' },
    ...{ letter: paper('transferLetter'), whereabouts: paper('whereaboutsNotice') },
  },
};
const SENT_DOWN = [
  'giveNotice',
  'decideRoute',
  'accept',
  'raiseObjection',
  'openMediation',
  'reportAssignment',
];
/** What may still be decided on the way of an accepted item. */
const ORDINARY = ['decideRoute', 'chooseSimple'];

describe('buttons', () => {
  const openSteps = (state: PetitionState, context = here()) => {
    const steps = lawfulSteps(state, context);
    return {
      open: steps.filter((s) => s.open && !s.aside).map((s) => s.step),
      next: steps.filter((s) => s.next).map((s) => s.step),
    };
  };

  it.each([
    [
      'registered',
      [fresh],
      [
        'giveNotice',
        'decideRoute',
        'accept',
        'chooseSimple',
        'refuseAcceptance',
        'transferOut',
        'openMediation',
        'conclude',
      ],
      'giveNotice',
    ],
    [
      'sent down',
      [fresh, assignedEvent()],
      ['signAssignment', 'decideRoute', 'openMediation', 'conclude'],
      'signAssignment',
    ],
    [
      'accepted',
      [fresh, accepted],
      [...ORDINARY, 'openMediation', 'issueOpinion', 'recordDelivery', 'requestExtension', 'conclude'],
      'issueOpinion',
    ],
    [
      'extension asked for',
      [fresh, accepted, requested],
      [...ORDINARY, 'openMediation', 'decideExtension', 'issueOpinion', 'recordDelivery', 'conclude'],
      'decideExtension',
    ],
    [
      'opinion written',
      [fresh, accepted, opinion],
      ['openMediation', 'recordDelivery', 'conclude', 'recordResolution'],
      'recordDelivery',
    ],
    [
      'opinion delivered',
      [fresh, accepted, opinion, served],
      ['openMediation', 'recordDelivery', 'conclude', 'recordResolution', 'requestReview'],
      'conclude',
    ],
    [
      'concluded',
      [fresh, acceptedOn('2026-03-10', 5), concluded],
      ['recordDelivery', 'recordResolution'],
      'recordDelivery',
    ],
    [
      'told in writing',
      [fresh, noticed],
      [
        'decideRoute',
        'accept',
        'chooseSimple',
        'refuseAcceptance',
        'transferOut',
        'openMediation',
        'recordDelivery',
        'conclude',
      ],
      'accept',
    ],
    ['signed for', [fresh, assignedEvent(), signed], [...SENT_DOWN, 'conclude'], 'giveNotice'],
    [
      'objection answered with no',
      [fresh, assignedEvent(), signed, objected, answered(false)],
      ['giveNotice', 'decideRoute', 'accept', 'openMediation', 'reportAssignment', 'conclude'],
      'giveNotice',
    ],
    [
      'accepted on another route',
      [fresh, acceptedOn('2026-03-10', 5)],
      ['decideRoute', 'openMediation', 'recordDelivery', 'conclude'],
      'recordDelivery',
    ],
    ['transferred out', [fresh, transferred], ['recordDelivery', 'conclude'], 'conclude'],
    [
      'concluded, with a report owed',
      [fresh, assignedEvent(), signed, acceptedOn('2026-03-10', 5), concluded],
      ['recordDelivery', 'reportAssignment', 'recordResolution'],
      'reportAssignment',
    ],
    [
      'agreement reached',
      [fresh, accepted, ...mediation('agreement')],
      [...ORDINARY, 'openMediation', 'issueOpinion', 'recordDelivery', 'requestExtension', 'conclude'],
      'conclude',
    ],
  ] satisfies [string, DomainEvent[], string[], string][])('%s', (_name, events, open, next) => {
    expect(openSteps(caseAfter(...(events as [DomainEvent])))).toEqual({ open, next: [next] });
  });

  it.each([
    ['the bureau has to answer an objection', [fresh, assignedEvent(), signed, objected]],
    ['the mediator has a mediation open', [fresh, accepted, ...mediation()]],
    ['the objection was upheld', [fresh, assignedEvent(), signed, objected, answered(true)]],
  ] satisfies [string, DomainEvent[]][])('no step leads while %s', (_name, events) => {
    expect(openSteps(caseAfter(...(events as [DomainEvent]))).next).toEqual([]);
  });

  it('an extension that waits for the leader does not send the clerk back to the notice', () => {
    expect(openSteps(caseAfter(fresh, accepted, requested), as('clerk')).next).toEqual(['issueOpinion']);
  });

  it('another unit is offered nothing, an administrator neither', () => {
    const nothing = { open: [], next: [] };
    expect(openSteps(caseAfter(fresh), here({ unit: OTHER_TOWN }))).toEqual(nothing);
    expect(openSteps(caseAfter(fresh, accepted), as('administrator'))).toEqual(nothing);
  });

  it.each([[['mediator' as const], ['openMediation']]])(
    'a mediator alone may only take it to mediation',
    (roles, open) => {
      expect(openSteps(caseAfter(fresh, accepted), as(...roles)).open).toEqual(open);
    },
  );

  it('the function that shows a button refuses the call, with the same words', () => {
    const states = [
      caseAfter(fresh),
      caseAfter(fresh, assignedEvent()),
      caseAfter(fresh, accepted, opinion, concluded),
    ];
    const steps = {
      giveNotice,
      accept,
      transferOut,
      requestExtension,
      decideExtension,
      issueOpinion,
      recordDelivery,
      conclude,
    };
    for (const state of states)
      for (const context of [here(), as('clerk'), as('mediator'), here({ unit: OTHER_TOWN })])
        for (const shown of lawfulSteps(state, context)) {
          const step = (steps as Record<string, Step<never>>)[shown.step];
          if (!step) continue;
          expect(shown.refusal ?? null).toEqual(closedFor(step, state, context));
          if (shown.refusal) {
            const answer = takeStep(step, state, {} as never, context);
            expect(answer).toEqual({ ok: false, refusal: shown.refusal });
            expect(shown.refusal.article).toMatch(/^.*《.+》第/);
          }
        }
  });
});
