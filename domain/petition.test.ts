import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent, Recorded } from './events/all.ts';
import {
  assignedEvent,
  BUREAU,
  CASE_ID,
  caseAfter,
  exampleRegistration,
  OTHER_TOWN,
  recordedAs,
  registeredEvent,
  TOWN,
} from './example.ts';
import { accepted, concluded, fresh, mediation, opinion, paper, requested, served } from './exampleFacts.ts';
import { exampleWalk } from './exampleSteps.ts';
import { evolveMediation } from './mediation.ts';
import {
  assignmentOf,
  currentAssignment,
  evolvePetition,
  noticeOf,
  type PetitionState,
  samePaper,
} from './petition.ts';
import { statusOf } from './petitionStatus.ts';

const notice: DomainEvent = {
  type: 'notice-given',
  body: {
    ...{ manner: 'on-the-spot', givenOn: '2026-03-02', method: 'IN_PERSON', route: '由本镇办理。' },
    paper: paper('acceptanceNotice', 3),
  },
};
const decided = (upheld: boolean): DomainEvent => ({
  type: 'objection-decided',
  body: { assignmentId: 'assignment-1', upheld, reason: '', decidedOn: '2026-03-10' },
});

describe('the fold of a case', () => {
  it('begins with the registration', () => {
    expect(caseAfter(fresh)).toEqual({
      caseId: CASE_ID,
      number: '441481104-20260302-A0001-K',
      registration: exampleRegistration(),
      origin: TOWN,
      custodian: TOWN,
      custody: 0,
      registeredAt: '2026-03-02T09:15:00+08:00',
      registeredBy: '罗秀英',
      restricted: false,
      notices: [],
      assignments: [],
      papers: [],
      mediations: [],
      attachments: [],
    });
  });

  it('an accusation is restricted from its first event', () => {
    expect(caseAfter(registeredEvent({ purpose: 'ACCUSE' })).restricted).toBe(true);
  });

  it('what comes before the registration, or twice, is left alone', () => {
    expect(evolvePetition(null, recordedAs(accepted))).toBeNull();
    const state = caseAfter(fresh);
    expect(evolvePetition(state, recordedAs(registeredEvent({ title: '另一件' })))).toBe(state);
  });

  it('a correction replaces the fields it names and no others', () => {
    const amended = caseAfter(fresh, {
      type: 'registration-amended',
      body: { changes: { title: '新事由', facts: undefined }, reason: '笔误' },
    });
    expect(amended.registration).toEqual(exampleRegistration({ title: '新事由' }));
  });

  it('every paper is kept with the day it was made, and its service beside it', () => {
    expect(caseAfter(fresh, notice, accepted, opinion, served).papers).toEqual([
      { paper: paper('acceptanceNotice', 3), issuedOn: '2026-03-02' },
      { paper: paper('acceptanceNotice'), issuedOn: '2026-03-10' },
      {
        paper: paper('handlingOpinion', 9),
        issuedOn: '2026-03-18',
        served: (served as { body: unknown }).body,
      },
    ]);
    expect(samePaper(paper('acceptanceNotice'), paper('handlingOpinion'))).toBe(false);
  });

  it('an order of the bureau moves the case, a later one takes the place of the first', () => {
    const state = caseAfter(
      fresh,
      assignedEvent(),
      assignedEvent({ assignmentId: 'assignment-2', to: OTHER_TOWN }),
    );
    expect([state.custodian, state.custody]).toEqual([OTHER_TOWN, 2]);
    expect(assignmentOf(state, 'assignment-1')?.superseded).toBe(true);
    expect(currentAssignment(state)?.assigned.assignmentId).toBe('assignment-2');
  });

  it('an upheld objection gives it back to the sender, a rejected one moves nothing', () => {
    const returned = caseAfter(fresh, assignedEvent(), decided(true));
    expect([returned.custodian, returned.custody]).toEqual([BUREAU, 2]);
    const kept = caseAfter(fresh, assignedEvent(), decided(false));
    expect([kept.custodian, kept.custody]).toEqual([TOWN, 1]);
  });

  it('a notice belongs to the receipt it answers', () => {
    const state = caseAfter(fresh, notice, assignedEvent());
    expect(noticeOf(state)).toBeUndefined();
    expect(caseAfter(fresh, notice, assignedEvent(), notice).notices.map((n) => n.assignmentId)).toEqual([
      null,
      'assignment-1',
    ]);
  });

  it('a decision on an extension that nobody asked for changes nothing', () => {
    const orphan: DomainEvent = {
      type: 'extension-approved',
      body: {
        ...{ days: 5, reason: '', approvedOn: '2026-03-19', approver: '陈', late: false },
        paper: paper('extensionNotice'),
      },
    };
    const state = caseAfter(fresh);
    expect(evolvePetition(state, recordedAs(orphan))).toBe(state);
  });
});

describe('facts in any order', () => {
  const pieces: DomainEvent[] = [
    ...[
      fresh,
      notice,
      accepted,
      requested,
      opinion,
      served,
      concluded,
      assignedEvent(),
      decided(true),
      decided(false),
    ],
    ...mediation('agreement'),
    assignedEvent({ assignmentId: 'assignment-2', to: OTHER_TOWN }),
    { type: 'extension-refused', body: { reason: '理由不足', refusedOn: '2026-03-19' } },
    { type: 'registration-amended', body: { changes: { title: '新事由' }, reason: '笔误' } },
    { type: 'note-added', body: { text: '已电话联系。' } },
    { type: 'assignment-signed', body: { assignmentId: 'assignment-9', signedOn: '2026-03-05' } },
    {
      type: 'mediation-session-held',
      body: { mediationId: 'm', heldOn: '2026-03-05', place: '', present: '', record: '记录' },
    },
    {
      type: 'desk-started',
      body: { unit: TOWN, statutoryRole: 'ART23_ORGAN', letter: 'A', training: false },
    },
  ];
  const shuffled = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
  const foldAll = <T>(evolve: (state: T | null, recorded: Recorded) => T | null, events: DomainEvent[]) =>
    events.reduce<T | null>((state, event, i) => evolve(state, recordedAs(event, i + 1)), null);

  it('never throw, leave plain JSON, and always a status', () => {
    fc.assert(
      fc.property(shuffled, (events) => {
        const state = foldAll(evolvePetition, events);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        if (state) expect(statusOf(state)).toMatch(/^[a-z-]+$/);
        const mediated = foldAll(evolveMediation, events);
        expect(JSON.parse(JSON.stringify(mediated))).toEqual(mediated);
      }),
    );
  });

  it('the fold writes into nothing it was given', () => {
    const freeze = <T>(value: T): T => {
      if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    fc.assert(
      fc.property(shuffled, (events) => {
        foldAll<PetitionState>((state, recorded) => evolvePetition(freeze(state), freeze(recorded)), events);
      }),
    );
  });
});

it('in a lawful history custody only grows, and a conclusion is the last step but for reports, proofs and remedies', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 999 })), (choices) => {
      let state = caseAfter(fresh);
      for (const { answer } of exampleWalk(fresh, (n) => (choices.next().value ?? 0) % n, 60))
        for (const event of answer.ok ? answer.value : []) {
          const after = evolvePetition(state, recordedAs(event)) ?? state;
          expect(after.custody - state.custody).toBeGreaterThanOrEqual(0);
          if (state.conclusion)
            expect(event.type).toMatch(
              /^(paper-served|assignment-reported|objection-decided|resolution-recorded|hearing-held|review-.+)$/,
            );
          state = after;
        }
    }),
  );
});
