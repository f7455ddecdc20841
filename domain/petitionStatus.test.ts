import { describe, expect, it } from 'vitest';
import type { DomainEvent } from './events/all.ts';
import { assignedEvent, caseAfter } from './example.ts';
import { accepted, concluded, fresh, mediation, opinion, paper, requested, served } from './exampleFacts.ts';
import { currentAssignment } from './petition.ts';
import { assignmentStateOf, opinionServedOn, statusOf } from './petitionStatus.ts';

const assignmentId = 'assignment-1';
const signed: DomainEvent = { type: 'assignment-signed', body: { assignmentId, signedOn: '2026-03-05' } };
const objected: DomainEvent = {
  type: 'objection-raised',
  body: {
    ...{
      assignmentId,
      raisedOn: '2026-03-09',
      reasons: '该路段为县道，由交通运输局养护。',
      proposedUnit: '',
      late: false,
    },
    paper: paper('objectionLetter'),
  },
};
const decided = (upheld: boolean): DomainEvent => ({
  type: 'objection-decided',
  body: { assignmentId, upheld, reason: '', decidedOn: '2026-03-10' },
});
const notice: DomainEvent = {
  type: 'notice-given',
  body: {
    ...{ manner: 'on-the-spot', givenOn: '2026-03-02', method: 'IN_PERSON', route: '由本镇办理。' },
    paper: paper('acceptanceNotice', 3),
  },
};
const approved: DomainEvent = {
  type: 'extension-approved',
  body: {
    ...{ days: 20, reason: '', approvedOn: '2026-03-19', approver: '陈', late: false },
    paper: paper('extensionNotice'),
  },
};
const refused: DomainEvent = {
  type: 'extension-refused',
  body: { reason: '理由不足', refusedOn: '2026-03-19' },
};
const transferred: DomainEvent = {
  type: 'petition-transferred-out',
  body: {
    ...{ transferredOn: '2026-03-03', toUnit: { name: '交通运输局' }, basis: '县道' },
    ...{ letter: paper('transferLetter'), whereabouts: paper('whereaboutsNotice') },
  },
};
const report: DomainEvent = {
  type: 'assignment-reported',
  body: {
    ...{ assignmentId, reportedOn: '2026-03-20', text: '已办结。', signer: '陈志强' },
    paper: paper('reportLetter'),
  },
};

describe('where a case stands', () => {
  it.each([
    ['registered', []],
    ['noticed', [notice]],
    ['await-sign', [notice, assignedEvent()]],
    ['signed', [assignedEvent(), signed]],
    ['objection-pending', [assignedEvent(), signed, objected]],
    ['signed', [assignedEvent(), signed, objected, decided(false)]],
    ['returned', [assignedEvent(), signed, objected, decided(true)]],
    [
      'await-sign',
      [assignedEvent(), signed, objected, decided(true), assignedEvent({ assignmentId: 'assignment-2' })],
    ],
    ['accepted', [notice, accepted]],
    ['mediating', [accepted, ...mediation()]],
    ['accepted', [accepted, ...mediation('failed')]],
    ['extension-requested', [accepted, requested]],
    ['extended', [accepted, requested, approved]],
    ['accepted', [accepted, requested, refused]],
    ['opinion-issued', [accepted, requested, approved, opinion]],
    ['delivered', [accepted, opinion, served]],
    ['transferred-out', [notice, transferred]],
    ['concluded', [accepted, opinion, served, concluded]],
  ] satisfies [string, DomainEvent[]][])('%s (case %#)', (status, events) => {
    expect(statusOf(caseAfter(fresh, ...events))).toBe(status);
  });
});

describe('where an item sent down stands', () => {
  const stateOf = (...events: DomainEvent[]) => {
    const state = caseAfter(fresh, assignedEvent(), ...events);
    const assignment = state.assignments[0];
    return assignment && assignmentStateOf(state, assignment);
  };

  it.each([
    ['await-sign', []],
    ['signed', [signed]],
    ['objection-pending', [signed, objected]],
    ['objection-rejected', [signed, objected, decided(false)]],
    ['returned', [signed, objected, decided(true)]],
    ['returned', [signed, objected, decided(true), assignedEvent({ assignmentId: 'assignment-2' })]],
    ['accepted', [signed, accepted]],
    ['reported', [signed, accepted, report]],
    ['superseded', [signed, assignedEvent({ assignmentId: 'assignment-2' })]],
  ] satisfies [string, DomainEvent[]][])('%s (case %#)', (expected, events) => {
    expect(stateOf(...events)).toBe(expected);
  });
});

it('the opinion counts as served by its own receipt only', () => {
  const other: DomainEvent = {
    type: 'paper-served',
    body: {
      ...(served as Extract<DomainEvent, { type: 'paper-served' }>).body,
      paper: paper('acceptanceNotice'),
    },
  };
  expect(opinionServedOn(caseAfter(fresh, accepted, opinion, other))).toBeUndefined();
  expect(opinionServedOn(caseAfter(fresh, accepted, opinion, served))).toBe('2026-03-19');
  expect(currentAssignment(caseAfter(fresh))).toBeUndefined();
});
