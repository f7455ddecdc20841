import { describe, expect, it } from 'vitest';
import { DomainEvent, type EventOf, type EventType } from './events/all.ts';
import { factSentence } from './timeline.ts';

// All people and units are made up.
const paper = { kind: 'acceptanceNotice', number: '新陂信受〔2026〕A0001号' };
const unit = { code: '441481104', name: '新陂镇' };
const registration: EventOf<'petition-registered'>['body'] = {
  number: '441481104-20260302-A0007-K',
  unit,
  channel: 'VISIT',
  purpose: 'CLAIM',
  category: 'C0102',
  title: '反映土地承包纠纷',
  facts: '事实。',
  request: '请求。',
  place: { code: '441481104', name: '新陂镇' },
  petitioners: [{ name: '张某田', lead: true, representative: false, phone: '13800000000' }],
  personsPresent: 3,
  anonymous: false,
  addressUnclear: false,
  receivedOn: '2026-03-02',
};
const assignmentId = 'a-00000001';
const mediationId = 'm-00000001';

type Bodies = { [T in EventType]: EventOf<T>['body'] };
const BODIES: Bodies = {
  'desk-started': { unit, statutoryRole: 'ART23_ORGAN', letter: 'A', training: false },
  'stream-enrolled': { stream: 's-1', publicKey: 'k', unit, letter: 'A', deskName: '一号机' },
  'petition-registered': registration,
  'registration-amended': { changes: { title: '新事由', personsPresent: 2 }, reason: '笔误' },
  'note-added': { text: '已电话联系，对方称材料已补。' },
  'attachment-added': {
    attachmentId: 'x',
    name: '合同.pdf',
    mime: 'application/pdf',
    size: 1,
    sha256: 'a'.repeat(64),
  },
  'notice-given': {
    manner: 'on-the-spot',
    givenOn: '2026-03-02',
    method: 'IN_PERSON',
    route: '由本镇办理。',
    paper,
  },
  'route-decided': {
    ...{
      decidedOn: '2026-03-03',
      route: 4,
      procedure: 'RECONSIDERATION',
      organ: '兴宁市人民政府',
      materials: '',
    },
    answers: [
      ...(['litigation', 'arbitration', 'party'] as const).map((question) => ({ question, yes: false })),
      { question: 'administrative', yes: true },
    ],
    paper: { kind: 'routeNotice', number: '新陂信途〔2026〕1号' },
  },
  'acceptance-refused': {
    ...{ refusedOn: '2026-03-03', reason: 'NM1', organ: '梅州市人民政府', note: '', approver: '李某明' },
    ...{ document: { number: '梅信复核〔2025〕7号', on: '2025-11-03' } },
    paper: { kind: 'noMoreNotice', number: '新陂信不再〔2026〕1号' },
  },
  'petition-terminated': {
    ...{ terminatedOn: '2026-03-05', ground: 'withdrawn', note: '已与村里谈妥。', approver: '李某明' },
  },
  'registration-voided': {
    ...{ voidedOn: '2026-03-02', ground: 'duplicate', reason: '上午已登记。', approver: '李某明' },
  },
  'simple-handling-chosen': { chosenOn: '2026-03-02', ground: 'DAILY' },
  'ordinary-handling-resumed': { resumedOn: '2026-03-04', reason: '需要鉴定。' },
  'resolution-recorded': { recordedOn: '2026-06-01', resolution: 'at-rest', note: '签字息访。' },
  'petition-accepted': { acceptedOn: '2026-03-03', legalRoute: 6, department: '农业办', paper },
  'petition-transferred-out': {
    transferredOn: '2026-03-03',
    toUnit: { name: '市自然资源局' },
    basis: '属其职权',
    letter: { kind: 'transferLetter', number: '新陂信转〔2026〕A0001号' },
    whereabouts: paper,
  },
  'extension-requested': { days: 20, reason: '情况复杂', requestedOn: '2026-04-20' },
  'extension-approved': {
    days: 20,
    reason: '情况复杂',
    approvedOn: '2026-05-10',
    approver: '李某明',
    late: true,
    paper,
  },
  'extension-refused': { reason: '不复杂', refusedOn: '2026-04-21' },
  'opinion-issued': {
    issuedOn: '2026-04-20',
    factsFound: '查明。',
    claims: [
      { request: '甲', outcome: 'SUPPORT', opinion: '支持', basis: '依据' },
      { request: '乙', outcome: 'EXPLAIN', opinion: '解释', basis: '依据' },
    ],
    superiorOrgan: '兴宁市人民政府',
    signer: '李某明',
    paper: { kind: 'handlingOpinion', number: '新陂信意〔2026〕A0001号' },
  },
  'paper-served': {
    paper: { kind: 'handlingOpinion', number: '新陂信意〔2026〕A0001号' },
    servedOn: '2026-04-21',
    method: 'ADULT_RELATIVE',
    place: '家中',
    receivedBy: '张某禾',
    relation: '儿子',
    refused: false,
    deliverer: '王某华',
  },
  'petition-concluded': {
    concludedOn: '2026-04-30',
    ground: 'opinion-delivered',
    summary: '已送达，群众认可。',
  },
  'review-requested': {
    ...{ stage: 'review', receivedOn: '2026-05-27', postmarkedOn: '2026-05-21', organ: '兴宁市人民政府' },
    ...{ request: '请求撤销。', late: false },
  },
  'review-answered': { stage: 'review', answeredOn: '2026-05-28', accepted: true, reason: '' },
  'hearing-held': { from: '2026-09-14', to: '2026-09-15', days: 2, place: '市信访局', note: '' },
  'review-opinion-issued': {
    ...{ stage: 'review', issuedOn: '2026-06-20', result: 'UPHOLD', documentNumber: '兴信复查〔2026〕1号' },
    opinion: '事实清楚。',
  },
  'review-opinion-served': {
    ...{ stage: 'reexamination', servedOn: '2026-06-22', method: 'IN_PERSON', receivedBy: '张某田' },
  },
  'petition-assigned': {
    assignmentId,
    manner: 'assign',
    from: { code: '441481000', name: '兴宁市信访局' },
    to: unit,
    reportDue: '2026-05-30',
    requirement: '依法办理。',
    assignedOn: '2026-03-10',
    documentNumber: '兴信交〔2026〕12号',
  },
  'assignment-signed': { assignmentId, signedOn: '2026-03-11' },
  'objection-raised': {
    assignmentId,
    raisedOn: '2026-03-12',
    reasons: '不属本镇管辖。',
    proposedUnit: '刁坊镇',
    late: false,
    paper: { kind: 'objectionLetter', number: '新陂信异〔2026〕A0001号' },
  },
  'objection-decided': { assignmentId, upheld: true, reason: '属实。', decidedOn: '2026-03-13' },
  'assignment-reported': {
    assignmentId,
    reportedOn: '2026-05-20',
    text: '办理完毕。',
    signer: '李某明',
    paper: { kind: 'reportLetter', number: '新陂信报〔2026〕A0001号' },
  },
  'mediation-opened': {
    mediationId,
    caseId: null,
    unit,
    committee: '新陂镇人民调解委员会',
    mediators: ['陈某平', '刘某和'],
    disputeType: '07',
    title: '山林权属纠纷',
    facts: '',
    parties: [],
    openedOn: '2026-03-05',
  },
  'mediation-session-held': {
    mediationId,
    heldOn: '2026-03-06',
    place: '村委会',
    present: '双方',
    record: '双方陈述。',
  },
  'mediation-concluded': {
    mediationId,
    concludedOn: '2026-03-07',
    outcome: 'agreement',
    terms: '各退一尺。',
    performance: '',
    note: '',
    paper: { kind: 'mediationAgreement', number: '新陂调〔2026〕1号' },
  },
};

const sentenceOf = <T extends EventType>(type: T, body: EventOf<T>['body']) =>
  factSentence({ event: { type, body } as EventOf<T> });

describe('factSentence', () => {
  it('has a sentence for every event there is', () => {
    const types = DomainEvent.options.map((option) => option.shape.type.value);
    expect(Object.fromEntries(types.map((type) => [type, sentenceOf(type, BODIES[type] as never)]))).toEqual({
      'desk-started': '终端启用：新陂镇（A 机）',
      'stream-enrolled': '终端“一号机”接入：新陂镇（A 机）',
      'petition-registered': '登记来访：反映土地承包纠纷（3 人）',
      'registration-amended': '更正登记（事由、到场人数），理由：笔误',
      'note-added': '补记：已电话联系，对方称材料已补。',
      'attachment-added': '添加附件：合同.pdf',
      'notice-given': '当场书面告知（新陂信受〔2026〕A0001号）：由本镇办理',
      'route-decided':
        '依法分类：属于《信访工作条例》第三十一条第四项，行政复议，由兴宁市人民政府处理（新陂信途〔2026〕1号）',
      'acceptance-refused':
        '李某明决定不再受理（新陂信不再〔2026〕1号）：已有复核意见，仍然以同一事实和理由提出，梅州市人民政府（梅信复核〔2025〕7号）',
      'petition-terminated': '李某明决定终结（信访人撤回）：已与村里谈妥',
      'registration-voided': '李某明决定作废（同一次来访（来信、来电）重复登记）：上午已登记',
      'simple-handling-chosen': '适用简易办理：涉及群众日常生产生活、时效性强，应当及时处理',
      'ordinary-handling-resumed': '转为普通程序，理由：需要鉴定',
      'resolution-recorded': '已化解，停诉息访：签字息访',
      'petition-accepted':
        '受理，由农业办办理，属于《信访工作条例》第三十一条第六项（新陂信受〔2026〕A0001号）',
      'petition-transferred-out': '转送市自然资源局（新陂信转〔2026〕A0001号），依据：属其职权',
      'extension-requested': '申请延长办理期限 20 日，理由：情况复杂',
      'extension-approved': '李某明批准延长办理期限 20 日（新陂信受〔2026〕A0001号），批准时已超过法定期限',
      'extension-refused': '不批准延长办理期限，理由：不复杂',
      'opinion-issued': '出具处理意见书（新陂信意〔2026〕A0001号），李某明签发：予以支持、解释说明',
      'paper-served':
        '送达信访事项处理意见书（新陂信意〔2026〕A0001号）：同住成年亲属代收，张某禾（儿子）签收',
      'petition-concluded': '办结（处理意见书已送达）：已送达，群众认可',
      'review-requested': '请求复查，兴宁市人民政府2026年5月27日收到，2026年5月21日付邮',
      'review-answered': '复查请求已受理',
      'hearing-held': '2026年9月14日至2026年9月15日在市信访局听证，不计入期限 2 日',
      'review-opinion-issued': '复查意见（兴信复查〔2026〕1号）：维持；事实清楚',
      'review-opinion-served': '复核意见2026年6月22日送达：当面送达，张某田签收',
      'petition-assigned':
        '交办新陂镇办理（兴信交〔2026〕12号），2026年5月30日前报送办结报告；要求：依法办理',
      'assignment-signed': '2026年3月11日签收',
      'objection-raised': '提出异议（新陂信异〔2026〕A0001号），理由：不属本镇管辖；建议由刁坊镇办理',
      'objection-decided': '答复异议：成立，收回材料；理由：属实',
      'assignment-reported': '报送办结报告（新陂信报〔2026〕A0001号），李某明签发：办理完毕',
      'mediation-opened': '新陂镇人民调解委员会受理调解：山林权属纠纷（调解员 陈某平、刘某和）',
      'mediation-session-held': '2026年3月6日在村委会调解：双方陈述',
      'mediation-concluded': '达成调解协议（新陂调〔2026〕1号）：各退一尺',
    });
  });

  it('says the other way of facts that have two', () => {
    const assigned = {
      ...BODIES['petition-assigned'],
      manner: 'transfer' as const,
      reportDue: null,
      requirement: '',
    };
    expect(sentenceOf('petition-assigned', { ...assigned, documentNumber: undefined })).toBe(
      '转送新陂镇办理',
    );
    expect(
      sentenceOf('objection-decided', { assignmentId, upheld: false, reason: '', decidedOn: '2026-03-13' }),
    ).toBe('答复异议：不成立，继续办理');
    const ended = { ...BODIES['mediation-concluded'], terms: '', note: '一方不到。' };
    expect(sentenceOf('mediation-concluded', { ...ended, outcome: 'failed' })).toBe('调解不成：一方不到');
    expect(sentenceOf('mediation-concluded', { ...ended, outcome: 'ended', endReason: 'withdrawn' })).toBe(
      '终止调解（当事人撤回）：一方不到',
    );
    expect(
      sentenceOf('paper-served', { ...BODIES['paper-served'], relation: undefined, refused: true }),
    ).toContain('张某禾拒绝签收');
  });

  it.each([
    ['13800000000', '138****00'],
    ['138 0000 1234', '138****34'],
    ['441481199001011234', '441****34'],
    ['44148119900101123X', '441****3X'],
    ['441481900101123', '441****23'],
    ['0753-3345678', '075****78'],
  ])('masks the number %s that somebody typed into a note', (number, masked) => {
    expect(sentenceOf('note-added', { text: `电话${number}，已联系` })).toBe(`补记：电话${masked}，已联系`);
  });

  it('leaves case numbers, paper numbers, dates and sums as they are', () => {
    const text = '同441481104-20260302-A0007-K，2026-03-02，赔偿12000000元，〔2026〕12号';
    expect(sentenceOf('note-added', { text })).toBe(`补记：${text}`);
  });

  it('cuts a long text that is shown in full elsewhere, by characters, on one line', () => {
    const text = `第一行\n${'𠮷'.repeat(200)}`;
    const sentence = sentenceOf('assignment-reported', { ...BODIES['assignment-reported'], text });
    expect(sentence).toBe(`报送办结报告（新陂信报〔2026〕A0001号），李某明签发：第一行 ${'𠮷'.repeat(116)}…`);
  });

  it('names a paper of a kind that it does not know by its number', () => {
    expect(
      sentenceOf('paper-served', {
        ...BODIES['paper-served'],
        paper: { kind: 'constructor', number: '甲1号' },
      }),
    ).toContain('送达文书（甲1号）');
  });
});
