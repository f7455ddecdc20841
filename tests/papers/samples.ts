import type { PaperFrame } from '../../domain/papers/frame.ts';
import type { PaperData, PaperKind } from '../../domain/papers/paper.ts';

// Made-up people and matters; the town is real, nothing else is.
export const town: PaperFrame = {
  organName: '兴宁市新陂镇人民政府',
  organCode: '新陂',
  number: '新陂信受〔2026〕12号',
  date: '2026-03-02',
  contact: { person: '罗秀英', phone: '0753-3000000' },
};

const petition = {
  raisedOn: '2026-03-02',
  channel: '来访',
  matter: '新金村村道路面破损影响出行，请求修复',
  caseNumber: '441481104-20260302-A0007-K',
};

const origin = { organ: '兴宁市信访局', manner: '交办', on: '2026-03-04' } as const;

const facts = `2025年9月连续降雨后，新金村上围路口至小学门前约260米的村道路面出现坑洼和断裂，学生上学、老人出行多次摔倒。
2025年11月12日，本人曾向村民委员会反映，村民委员会答复资金不足，没有维修。
2026年2月20日晚，本人驾驶摩托车经过该路段时摔倒，修车花费430元。`;

export const samples: { [Kind in PaperKind]: PaperData<Kind> } = {
  visitRegister: {
    caseNumber: petition.caseNumber,
    visit: true,
    channel: '来访',
    receivedOn: '2026-03-02',
    receivedAt: '9:15',
    place: '新陂镇人民来访接待室',
    petitioner: {
      name: '张德福',
      sex: '男',
      birthDate: '1962-03-05',
      idType: '居民身份证',
      idNumber: '441481196203050018',
      phone: '13800000000',
      address: '广东省兴宁市新陂镇新金村上围小组12号',
      occupation: '农民',
    },
    personsPresent: 3,
    representatives: [{ name: '张德福' }, { name: '李秀兰', phone: '13900000000' }],
    accompanying: ['陈𬭎'],
    repeat: false,
    problemPlace: '兴宁市新陂镇新金村',
    category: '城乡建设／村镇建设／村道维护',
    purpose: '求决',
    matter: petition.matter,
    request: '一、修复上围路口至小学门前的村道路面。\n二、赔偿修车费用430元。',
    facts,
    proposal: '属于本镇职权范围，适用《信访工作条例》第三十一条第六项，拟由镇公共服务办公室调查核实。',
    notice: '2026年3月2日当场书面告知（信访事项受理告知书，新陂信受〔2026〕12号）。',
    receiver: '罗秀英',
  },
  receiptSlip: {
    caseNumber: petition.caseNumber,
    petitioner: '张德福等3人',
    channel: '来访',
    receivedOn: '2026-03-02',
    receivedAt: '9:15',
    matter: petition.matter,
    receiver: '罗秀英',
    place: '新陂镇人民来访接待室，工作日8:30至17:30',
    noticeBy: '2026-03-17',
  },
  acceptanceNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    receivedOn: '2026-03-02',
    answer: {
      type: 'accepted',
      acceptedOn: '2026-03-02',
      legalRoute: 6,
      department: '镇公共服务办公室',
      dueOn: '2026-05-01',
    },
    queryCode: '58213',
  },
  transferLetter: {
    ...petition,
    toUnit: '兴宁市交通运输局',
    petitioner: '张德福等3人',
    petitionerPhone: '13800000000',
    petitionerAddress: '兴宁市新陂镇新金村上围小组12号',
    category: '城乡建设／村镇建设／村道维护',
    request: '修复上围路口至小学门前的路面',
    basis: '反映路段为县道，养护职责属于县级交通运输主管部门',
    competence: 'general',
    attachments: ['来访登记表1份', '现场照片4张'],
  },
  routeNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    receivedOn: '2026-03-02',
    route: 4,
    procedure: '行政复议',
    organ: '兴宁市人民政府',
    citizen: { limit: '自知道或者应当知道行政行为之日起60日内', article: '《行政复议法》第二十条' },
    authority: {
      limit: '适用普通程序的自受理之日起60日内，情况复杂的可以延长不超过30日',
      article: '《行政复议法》第六十二条',
    },
    materials: '身份证复印件、处罚决定书、行政复议申请书',
  },
  rejectionNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    receivedOn: '2026-03-02',
    reason: '属于人民法院职权，应当通过诉讼程序处理',
    article: '《信访工作条例》第二十八条、第三十一条第一项',
    organ: '兴宁市人民法院',
    handling: false,
  },
  noMoreNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    receivedOn: '2026-03-02',
    reason: '已有复核意见，仍然以同一事实和理由提出',
    article: '《信访工作条例》第三十六条第三款',
    organ: '梅州市人民政府',
    document: '复核意见',
    documentNumber: '梅信复核〔2025〕7号',
    documentOn: '2025-11-03',
  },
  whereaboutsNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    manner: '转送',
    toUnit: '兴宁市交通运输局',
    toPhone: '0753-3000001',
    on: '2026-03-03',
    basis: '反映路段为县道，养护职责属于县级交通运输主管部门',
  },
  extensionNotice: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    acceptedOn: '2026-03-02',
    originalDueOn: '2026-05-01',
    reason: '路基受损需委托检测机构检测，检测报告预计5月中旬出具',
    days: 20,
    newDueOn: '2026-05-21',
    approver: '陈志强',
  },
  objectionLetter: {
    matter: petition.matter,
    caseNumber: petition.caseNumber,
    origin,
    originNumber: '兴信交〔2026〕31号',
    receivedOn: '2026-03-05',
    petitioner: '张德福等3人',
    reasons:
      '一、反映路段为县道X012线，列入2025年县道养护名录，养护和维修职责属于兴宁市交通运输局。\n二、我镇没有该路段的管理权限和养护经费，无法作出处理决定。',
    proposedUnit: '兴宁市交通运输局',
    attachments: ['县道养护名录（节录）1份', '现场照片4张'],
  },
  handlingOpinion: {
    addressee: '张德福等3人',
    you: '你们',
    ...petition,
    petitioner: '张德福等3人',
    acceptedOn: '2026-03-02',
    statedFacts: facts,
    factsFound: `2026年3月6日，镇公共服务办公室工作人员会同新金村民委员会到现场勘查，测得破损路段长262米、宽3.5米，坑洼11处，最深处9厘米。
经查阅档案，该路段为村道，2011年由村民委员会组织修建，2019年列入镇村道养护范围。
3月10日，工作人员询问了村民李秀兰、小学值班教师，均证实路面破损自2025年9月开始。张德福未提供修车票据，事发时没有报警和其他记录。`,
    claims: [
      {
        request: '修复上围路口至小学门前的村道路面',
        outcome: '予以支持',
        opinion:
          '该路段破损情况属实，属于本镇村道养护范围。本机关已将修复工程列入2026年第二季度村道养护计划，于2026年6月30日前完工。',
        basis: '《农村公路养护管理办法》第六条、《广东省农村公路条例》第五条',
      },
      {
        request: '赔偿修车费用430元',
        outcome: '不予支持',
        opinion:
          '现有证据不能证明损失的数额以及损失与路面破损之间的因果关系。如有新的证据，可以依法向人民法院提起诉讼。',
        basis: '《中华人民共和国民法典》第一千一百六十五条、第一千二百五十八条',
      },
    ],
    superiorOrgan: '兴宁市人民政府',
  },
  deliveryReceipt: {
    caseNumber: petition.caseNumber,
    matter: petition.matter,
    addressee: '张德福等3人',
    documents: [{ title: '信访事项受理告知书', number: '新陂信受〔2026〕12号' }],
    place: '新陂镇人民来访接待室',
    method: '当面送达',
  },
  reportLetter: {
    matter: petition.matter,
    caseNumber: petition.caseNumber,
    origin,
    originNumber: '兴信交〔2026〕31号',
    externalNumber: '4414812603040017',
    petitioner: '张德福等3人',
    report: `一、信访人基本情况和主要诉求
张德福，男，64岁，新陂镇新金村村民。请求修复村道路面，赔偿修车费用430元。
二、调查处理情况
${facts}
三、办理意见和送达情况
（一）支持修复路面的请求，工程已列入计划。
（二）赔偿请求缺乏事实根据，不予支持，已作解释说明。
处理意见书（新陂信意〔2026〕3号）于2026年4月20日当面送达。`,
    signer: '陈志强',
    attachments: ['信访事项处理意见书', '送达回证'],
  },
  mediationAgreement: {
    parties: [
      {
        name: '张德福',
        sex: '男',
        nation: '汉族',
        birthDate: '1962-03-05',
        occupation: '农民',
        idNumber: '441481196203050018',
        phone: '13800000000',
        address: '兴宁市新陂镇新金村上围小组12号',
      },
      {
        name: '刘𬭎',
        sex: '男',
        nation: '汉族',
        birthDate: '1970-11-20',
        occupation: '个体经营者',
        phone: '13700000000',
        address: '兴宁市新陂镇新金村下围小组3号',
      },
    ],
    mediators: ['黄国强', '罗秀英'],
    disputeType: '邻里纠纷',
    facts:
      '2026年1月，刘𬭎翻建房屋时堆放的沙石堵塞了两家共用的排水沟，2月8日降雨后张德福家杂物间进水，稻谷约300斤受潮。双方对排水沟由谁清理、损失数额各执一词。',
    responsibilities: '双方确认：堵塞由刘𬭎堆放沙石引起；张德福未及时搬移稻谷，对扩大的损失承担部分责任。',
    terms:
      '一、刘𬭎负责清理共用排水沟，恢复原状。\n二、刘𬭎一次性补偿张德福稻谷损失人民币400元（大写：肆佰元整）。\n三、双方今后共同维护排水沟，互不再就此事提出其他要求。',
    performance: '补偿款在签订本协议时当面以现金支付；清理排水沟由刘𬭎自行组织，村民委员会到场验收。',
    performBy: '2026-03-20',
    judicialConfirmation: true,
  },
  recoveryCode: { code: 'K7Q2-9MXD-4TRA-H8WP-3FZC', deskLetter: 'A' },
};

/** The frame of a final paper of this kind. */
export function frameFor(kind: PaperKind): PaperFrame {
  if (kind === 'mediationAgreement')
    return { ...town, organName: '兴宁市新陂镇人民调解委员会', number: '（2026）新陂人调字第3号' };
  return town;
}
