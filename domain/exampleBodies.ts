import type { EventOf, EventType } from './events/all.ts';

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
export const assignmentId = 'a-00000001';
const mediationId = 'm-00000001';

type Bodies = { [T in EventType]: EventOf<T>['body'] };
/** One body of every event there is, for tests that go through them all. */
export const BODIES: Bodies = {
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
  'supplement-requested': { requestedOn: '2026-03-03', materials: '土地承包合同。', wantedBy: '2026-03-13' },
  'supplement-received': { receivedOn: '2026-03-10', complete: true, note: '合同复印件一份。' },
  'petition-merged': {
    ...{ mergedOn: '2026-03-05', reason: '同一事项。' },
    into: { caseId: 'c-1', number: '441481104-20260301-A0001-K' },
  },
  'petition-joined': {
    joinedOn: '2026-03-05',
    from: { caseId: 'c-2', number: '441481104-20260302-A0007-K', title: '反映土地承包纠纷' },
  },
  'petition-split': {
    ...{ splitOn: '2026-03-03', reason: '两件事。' },
    parts: ['甲', '乙'].map((title, i) => ({ caseId: `c-${i}`, number: `A000${i + 1}`, title })),
  },
  'part-registered': { of: { caseId: 'c-1', number: '441481104-20260301-A0001-K' } },
  'part-settled': { partId: 'c-0', ended: true, on: '2026-04-01' },
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
  'mediation-confirmation-applied': {
    ...{ mediationId, appliedOn: '2026-03-20', court: '兴宁市人民法院', note: '' },
  },
  'mediation-confirmation-decided': {
    ...{ mediationId, decidedOn: '2026-04-01', confirmed: true, note: '' },
    documentNumber: '（2026）粤1481民特3号',
  },
  'mediation-performed': { mediationId, performedOn: '2026-03-20', what: '首期五千元。', complete: false },
  'mediation-revisited': { mediationId, revisitedOn: '2026-03-14', found: 'partly', note: '已付首期。' },
};
