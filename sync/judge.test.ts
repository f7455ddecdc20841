import { describe, expect, it } from 'vitest';
import { type DomainEvent, EVENT_VERSION, type Recorded } from '../domain/events/all.ts';
import { evolveMediation } from '../domain/mediation.ts';
import { evolvePetition, type PetitionState } from '../domain/petition.ts';
import type { Subject } from './bureauStore.ts';
import { type Bench, type Judgement, judge } from './judge.ts';

// Made-up people; the towns are real, nothing else is.
const XINPI = { code: '441481104', name: '新陂镇' };
const YETANG = { code: '441481110', name: '叶塘镇' };
const AT = '2026-03-02T09:00:00+08:00';

const record = (event: DomainEvent, change: Partial<Recorded> = {}): Recorded => ({
  ...{ id: 'event-new', stream: 's-1', seq: 9, caseId: 'case-1', custody: 0, unit: XINPI.code },
  ...{ actor: { id: 'p-1', name: '罗秀英' }, claimed: AT, entered: AT, event },
  ...change,
});
const registered = (unit = XINPI): DomainEvent => ({
  type: 'petition-registered',
  body: {
    ...{ channel: 'VISIT', purpose: 'CLAIM', category: 'C0302', title: '村道路面破损' },
    ...{ facts: '村道路面出现坑洼。', request: '修复村道路面。' },
    place: { code: '441481104201', name: '新陂镇新金村' },
    petitioners: [{ name: '张德福', lead: true, representative: false }],
    ...{ personsPresent: 1, anonymous: false, addressUnclear: false, receivedOn: '2026-03-02' },
    ...{ number: `${unit.code}-20260302-A0001-K`, unit },
  },
});
const petitionAccepted: DomainEvent = {
  type: 'petition-accepted',
  body: {
    ...{ acceptedOn: '2026-03-03', legalRoute: 6, department: '公共服务办公室' },
    paper: { kind: 'acceptanceNotice', number: '受〔2026〕A1号' },
  },
};
const assigned = (to: typeof XINPI, assignmentId: string): DomainEvent => ({
  type: 'petition-assigned',
  body: {
    ...{ assignmentId, manner: 'assign', from: { code: '441481', name: '兴宁市信访局' }, to },
    ...{ reportDue: '2026-04-30', requirement: '请依法处理。', assignedOn: '2026-03-04' },
  },
});
const note: DomainEvent = { type: 'note-added', body: { text: '已联系' } };
const concluded: DomainEvent = {
  type: 'petition-concluded',
  body: { concludedOn: '2026-03-05', ground: 'answered', summary: '已当场答复。' },
};
const mediationOpened = (caseId: string | null, unit = XINPI): DomainEvent => ({
  type: 'mediation-opened',
  body: {
    ...{ mediationId: 'med-1', caseId, unit, committee: '人民调解委员会', mediators: ['陈调解'] },
    ...{ disputeType: '02', title: '宅基地边界', facts: '', openedOn: '2026-03-02' },
    parties: [
      { name: '罗甲', consentOn: '2026-03-02', consentManner: 'written' },
      { name: '罗乙', consentOn: '2026-03-02', consentManner: 'oral' },
    ],
  },
});
const session: DomainEvent = {
  type: 'mediation-session-held',
  body: {
    mediationId: 'med-1',
    heldOn: '2026-03-03',
    place: '司法所',
    present: '双方',
    record: '双方陈述。',
  },
};
const started = (training: boolean, unit = XINPI): DomainEvent => ({
  type: 'desk-started',
  body: { unit, statutoryRole: 'ART23_ORGAN', letter: 'A', training },
});
const transferredOut: DomainEvent = {
  type: 'petition-transferred-out',
  body: {
    ...{ transferredOn: '2026-03-03', toUnit: YETANG, basis: '属其职权范围' },
    letter: { kind: 'transferLetter', number: '转〔2026〕A1号' },
    whereabouts: { kind: 'whereaboutsNotice', number: '告〔2026〕A1号' },
  },
};
const objectionDecided: DomainEvent = {
  type: 'objection-decided',
  body: { assignmentId: 'as-1', upheld: true, reason: '', decidedOn: '2026-03-05' },
};
const enrolled: DomainEvent = {
  type: 'stream-enrolled',
  body: { stream: 's-2', publicKey: 'k', unit: XINPI, letter: 'B', deskName: '乙机' },
};

/** A case as it stands after these facts, registered by 新陂镇. */
function caseAfter(...facts: [DomainEvent, Partial<Recorded>?][]): Subject {
  const all: [DomainEvent, Partial<Recorded>?][] = [[registered()], ...facts];
  const petition = all.reduce<PetitionState | null>(
    (state, [event, change], i) => evolvePetition(state, record(event, { id: `event-${i}`, ...change })),
    null,
  );
  return {
    ...{ caseId: 'case-1', petition, mediations: new Map(), units: new Set([XINPI.code]) },
    ...{ position: all.length, restricted: false, arrivedAt: AT },
  };
}
/** A mediation that stands alone. */
const mediationAlone = (): Subject => {
  const opened = evolveMediation(null, record(mediationOpened(null), { caseId: 'med-1' }));
  if (!opened) throw new Error('not opened');
  return { ...caseAfter(), ...{ caseId: 'med-1', petition: null, mediations: new Map([['med-1', opened]]) } };
};

const bench = (change: Partial<Bench> = {}): Bench => ({
  author: { kind: 'desk', unit: XINPI.code },
  idTaken: () => false,
  mediationTaken: () => false,
  subject: caseAfter(),
  ...change,
});
const bureau: Bench['author'] = { kind: 'bureau', unit: '441481' };

/** The verdict in one word or two. */
const said = (judgement: Judgement): string =>
  judgement.s === 'accepted' ? 'accepted' : `${judgement.s} ${judgement.code}`;
const verdict = (fact: Parameters<typeof judge>[0], change?: Partial<Bench>) =>
  said(judge(fact, bench(change)));

describe('what an event is before anybody asks about its case', () => {
  it('JD1 an unknown type or a newer version is held, whatever else is wrong with it', () => {
    expect(verdict('unknown-type', { idTaken: () => true, subject: undefined })).toBe('held unknown-type');
    expect(EVENT_VERSION).toBe(1);
  });

  it('JD2 a malformed event is rejected, and so is one whose frame and body name different cases', () => {
    expect(verdict('malformed')).toBe('rejected malformed');
    expect(verdict(record(note, { caseId: '' }))).toBe('rejected malformed');
    expect(verdict(record(started(false)))).toBe('rejected malformed');
    expect(verdict(record(mediationOpened('case-2')))).toBe('rejected malformed');
    expect(verdict(record(mediationOpened(null)))).toBe('rejected malformed');
    expect(verdict(record(mediationOpened(null), { caseId: 'med-1' }), { subject: undefined })).toBe(
      'accepted',
    );
  });

  it.each([
    ['an assignment', assigned(XINPI, 'as-1'), {}],
    ['the answer to an objection', objectionDecided, {}],
    ['an enrolment', enrolled, { caseId: '' }],
  ])('JD3 %s by a desk is rejected, whoever has the case', (_name, event, change) => {
    expect(verdict(record(event, change))).toBe('rejected bureau-only');
    expect(verdict(record(event, change), { subject: undefined, idTaken: () => true })).toBe(
      'rejected bureau-only',
    );
  });

  it('JD3 the bureau itself may write them', () => {
    expect(verdict(record(assigned(XINPI, 'as-1')), { author: bureau })).toBe('accepted');
    expect(verdict(record(enrolled, { caseId: '' }), { author: bureau, subject: undefined })).toBe(
      'accepted',
    );
  });

  it('JD4 the start of a training desk is rejected before its unit is asked about', () => {
    expect(verdict(record(started(true), { caseId: '' }))).toBe('rejected training');
    expect(verdict(record(started(true, YETANG), { caseId: '' }))).toBe('rejected training');
    expect(verdict(record(started(false), { caseId: '' }))).toBe('accepted');
  });

  it.each([
    ['a registration', registered(YETANG), { caseId: 'case-2' }],
    ['a mediation of a case', mediationOpened('case-1', YETANG), {}],
    ['a mediation that stands alone', mediationOpened(null, YETANG), { caseId: 'med-1' }],
    ['a start', started(false, YETANG), { caseId: '' }],
  ])(
    "JD5 %s in another unit's name is rejected, although its id may be taken too",
    (_name, event, change) => {
      expect(verdict(record(event, change), { subject: undefined, idTaken: () => true })).toBe(
        'rejected wrong-unit',
      );
      expect(verdict(record(event, change), { author: { kind: 'desk', unit: YETANG.code } })).not.toBe(
        'rejected wrong-unit',
      );
    },
  );

  it('JD6 an id that another event has is rejected, of the bureau too', () => {
    expect(verdict(record(note), { idTaken: (id) => id === 'event-new' })).toBe('rejected duplicate-id');
    expect(verdict(record(note), { idTaken: (id) => id === 'event-new', author: bureau })).toBe(
      'rejected duplicate-id',
    );
  });
});

describe('what an event is to its case', () => {
  it('JD6 a case, and a mediation in whatever case, begins once', () => {
    expect(verdict(record(registered()))).toBe('held case-exists');
    expect(verdict(record(registered()), { subject: undefined })).toBe('accepted');
    const taken = { mediationTaken: (id: string) => id === 'med-1' };
    expect(verdict(record(mediationOpened('case-1')), taken)).toBe('held case-exists');
    expect(
      verdict(record(mediationOpened(null), { caseId: 'med-1' }), { ...taken, subject: undefined }),
    ).toBe('held case-exists');
    expect(verdict(record(mediationOpened(null), { caseId: 'med-1' }))).toBe('held case-exists');
  });

  it('JD7 a fact of a case that is not known is held, and so is one of a mediation that is not in it', () => {
    expect(verdict(record(note), { subject: undefined })).toBe('held unknown-case');
    expect(verdict(record(mediationOpened('case-1')), { subject: undefined })).toBe('held unknown-case');
    expect(verdict(record(session))).toBe('held unknown-case');
    expect(verdict(record(session, { caseId: 'med-1' }), { subject: mediationAlone() })).toBe('accepted');
    // A mediation that stands alone is no case to open another in.
    expect(verdict(record(mediationOpened('case-1')), { subject: mediationAlone() })).toBe(
      'held unknown-case',
    );
  });

  it('JD8 a unit that never had the case may not write to it; one that had it still may', () => {
    const stranger: Partial<Bench> = { author: { kind: 'desk', unit: YETANG.code } };
    expect(verdict(record(note), stranger)).toBe('held not-your-case');
    const both = { ...caseAfter(), units: new Set([XINPI.code, YETANG.code]) };
    expect(verdict(record(note), { ...stranger, subject: both })).toBe('accepted');
    expect(verdict(record(note), { author: bureau })).toBe('accepted');
  });
});

describe('JD9 who moves a case', () => {
  const withYetang = () => ({
    ...caseAfter([assigned(YETANG, 'as-1'), { unit: '441481' }]),
    units: new Set([XINPI.code, YETANG.code]),
  });
  const yetang: Bench['author'] = { kind: 'desk', unit: YETANG.code };

  it('JD9 a step from an older or a newer count is held, by whomever', () => {
    const subject = withYetang();
    for (const custody of [0, 2])
      for (const author of [yetang, bureau])
        expect(verdict(record(transferredOut, { custody }), { author, subject })).toBe('held custody');
    expect(verdict(record(transferredOut, { custody: 1 }), { author: yetang, subject })).toBe('accepted');
  });

  it('JD9 a step by the unit that lost the case is held although it knows the count; the bureau may', () => {
    const subject = withYetang();
    expect(verdict(record(petitionAccepted, { custody: 1 }), { subject })).toBe('held custody');
    expect(verdict(record(assigned(XINPI, 'as-2'), { custody: 1 }), { author: bureau, subject })).toBe(
      'accepted',
    );
  });

  it('JD9 a mediation that stands alone has nobody who could accept or conclude it', () => {
    const subject = mediationAlone();
    expect(verdict(record(petitionAccepted, { caseId: 'med-1' }), { subject })).toBe('held custody');
  });

  it('JD9 what was done already is held, and everything that moves a concluded case', () => {
    expect(verdict(record(petitionAccepted), { subject: caseAfter([petitionAccepted]) })).toBe(
      'held already-done',
    );
    const over = { subject: caseAfter([concluded]) };
    expect(verdict(record(petitionAccepted), over)).toBe('held already-done');
    expect(verdict(record(concluded), over)).toBe('held already-done');
    expect(verdict(record(assigned(YETANG, 'as-1')), { ...over, author: bureau })).toBe('held already-done');
  });
});

describe('JD10 facts are facts', () => {
  it('JD10 what moves nothing is accepted from an old count, after another unit has the case', () => {
    const subject = caseAfter([assigned(YETANG, 'as-1'), { unit: '441481' }]);
    expect(judge(record(note, { custody: 0 }), bench({ subject }))).toEqual({
      s: 'accepted',
      recorded: record(note, { custody: 0 }),
    });
    const amended: DomainEvent = {
      type: 'registration-amended',
      body: { changes: { title: '更正后的事由' }, reason: '笔误' },
    };
    expect(verdict(record(amended), { subject })).toBe('accepted');
  });

  it('JD10 a note to a concluded case is accepted, and a mediation may still be opened in it', () => {
    const subject = caseAfter([concluded]);
    expect(verdict(record(note), { subject })).toBe('accepted');
    expect(verdict(record(mediationOpened('case-1')), { subject })).toBe('accepted');
  });
});
