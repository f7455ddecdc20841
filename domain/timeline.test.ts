import { describe, expect, it } from 'vitest';
import { DomainEvent, type EventOf, type EventType } from './events/all.ts';
import { assignmentId, BODIES } from './exampleBodies.ts';
import { factSentence } from './timeline.ts';

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
      'supplement-requested': '要求补正，请在2026年3月13日前提供：土地承包合同',
      'supplement-received': '补正材料已齐：合同复印件一份',
      'petition-merged': '并入 441481104-20260301-A0001-K 一并办理，理由：同一事项',
      'petition-joined': '441481104-20260302-A0007-K 并入本件：反映土地承包纠纷',
      'petition-split': '拆分为 2 件（A0001、A0002），理由：两件事',
      'part-registered': '由 441481104-20260301-A0001-K 拆分登记',
      'part-settled': '2026年4月1日，一件分件已结束',
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
      'mediation-confirmation-applied': '双方共同向兴宁市人民法院申请司法确认',
      'mediation-confirmation-decided': '司法确认：确认协议有效（（2026）粤1481民特3号）',
      'mediation-performed': '部分履行：首期五千元',
      'mediation-revisited': '回访（部分履行）：已付首期',
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
