/** What the law offers on a case, and that the button and the call are one. */
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, exampleContext, OTHER_TOWN } from '../example.ts';
import { accepted, acceptedOn, concluded, fresh, opinion, requested, served } from '../exampleFacts.ts';
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

describe('buttons', () => {
  const openSteps = (state: PetitionState, context = here()) => {
    const steps = lawfulSteps(state, context);
    return {
      open: steps.filter((s) => s.open).map((s) => s.step),
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
      [
        'giveNotice',
        'decideRoute',
        'chooseSimple',
        'openMediation',
        'issueOpinion',
        'recordDelivery',
        'requestExtension',
        'conclude',
      ],
      'issueOpinion',
    ],
    [
      'extension asked for',
      [fresh, accepted, requested],
      [
        'giveNotice',
        'decideRoute',
        'chooseSimple',
        'openMediation',
        'decideExtension',
        'issueOpinion',
        'recordDelivery',
        'conclude',
      ],
      'decideExtension',
    ],
    [
      'opinion written',
      [fresh, accepted, opinion],
      ['giveNotice', 'openMediation', 'recordDelivery', 'conclude', 'recordResolution'],
      'recordDelivery',
    ],
    [
      'opinion delivered',
      [fresh, accepted, opinion, served],
      ['giveNotice', 'openMediation', 'recordDelivery', 'conclude', 'recordResolution', 'requestReview'],
      'conclude',
    ],
    [
      'concluded',
      [fresh, acceptedOn('2026-03-10', 5), concluded],
      ['recordDelivery', 'recordResolution'],
      'recordDelivery',
    ],
  ] satisfies [string, DomainEvent[], string[], string][])('%s', (_name, events, open, next) => {
    expect(openSteps(caseAfter(...(events as [DomainEvent])))).toEqual({ open, next: [next] });
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
