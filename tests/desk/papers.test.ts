import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../db/schema.ts';
import { assigned, clerk, id, leader, mediator, otherClerk } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const on = (day: string) => {
  desk.clock.now = `${day}T10:00:00+08:00`;
};
const pdf = (caseId: string, paperId: string, subject = 'case') =>
  desk.must(clerk, 'papers', 'pdf', { subject, id: caseId, paperId });
/** The words of a paper as the page that goes to Chromium holds them. */
async function words(caseId: string, paperId: string, subject = 'case'): Promise<string> {
  const page = Buffer.from((await pdf(caseId, paperId, subject)).pdf, 'base64').toString();
  return page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, '');
}
const step = (name: 'accept' | 'giveNotice' | 'transferOut' | 'issueOpinion', input: object) =>
  desk.must(clerk, 'handling', name, { commandId: id(), ...input });
const accept = (caseId: string, acceptedOn: string, legalRoute = 6) =>
  step('accept', { caseId, acceptedOn, legalRoute, department: '镇公共服务办公室' });
const first = (done: { papers: { paperId: string }[] }) => done.papers[0]?.paperId ?? '';
const opinion = {
  ...{ factsFound: '现场勘查属实。', superiorOrgan: '兴宁市人民政府', signer: '陈志强' },
  claims: [{ request: '修复路面', outcome: 'SUPPORT', opinion: '六月底前修复。', basis: '《办法》第六条' }],
};

describe('the papers of a case', () => {
  it('are filled in from the case and the unit', async () => {
    const caseId = await desk.register();
    const register = await words(caseId, 'visitRegister');
    for (const word of [
      '来访登记表',
      '441481196203050018',
      '13800000000',
      '城乡建设／村镇建设',
      '罗秀英',
      '□ 初次',
    ])
      expect(register).toContain(word);
    expect(await words(caseId, 'receiptSlip')).toContain('将于2026年3月17日前（含当日）书面告知');

    const notice = {
      manner: 'on-the-spot',
      givenOn: '2026-03-02',
      method: 'IN_PERSON',
      route: '由本机关办理。',
    };
    const received = first(await step('giveNotice', { caseId, ...notice }));
    const accepted = first(await accept(caseId, '2026-03-02'));
    expect(await words(caseId, received)).toMatch(/接收告知书.*张德福.*2026年3月2日.*由本机关办理。/s);
    // 60 days end on a holiday; the legal end is the first working day after it.
    expect(await words(caseId, accepted)).toMatch(
      /受理告知书.*第三十一条第六项.*镇公共服务办公室.*至2026年5月6日止/s,
    );
    expect(await words(caseId, 'visitRegister')).toContain('2026年3月2日当场书面告知（信访事项接收告知书，');
    expect(await words(caseId, 'receiptSlip')).not.toContain('书面告知接收情况以及处理途径和程序。办理');

    on('2026-04-20');
    const decided = first(await step('issueOpinion', { caseId, issuedOn: '2026-04-20', ...opinion }));
    expect(await words(caseId, decided)).toMatch(
      /关于张德福反映.*问题的信访处理意见书.*予以支持.*《办法》第六条.*30日内，向兴宁市人民政府书面请求复查/s,
    );
    expect(await words(caseId, `deliveryReceipt:${decided}`)).toMatch(
      /送达回证.*信访事项处理意见书.*新陂信意〔2026〕1号/s,
    );
  });

  it('speak to a group as 你们 with its number, and to an organisation as 你单位', async () => {
    const group = await desk.register({ personsPresent: 9 });
    expect(await words(group, first(await accept(group, '2026-03-02')))).toMatch(/张德福等9人.*你们于/s);
    const firm = await desk.register({
      petitioners: [{ name: '兴宁市某某建材有限公司', lead: true, representative: false }],
    });
    expect(await words(firm, first(await accept(firm, '2026-03-02')))).toContain('你单位于');
  });

  it('of a transfer go to the organ and to the petitioner', async () => {
    const caseId = await desk.register();
    const away = {
      transferredOn: '2026-03-02',
      toName: '兴宁市交通运输局',
      toPhone: '0753-3000001',
      basis: '属县道',
    };
    const { papers } = await step('transferOut', { caseId, ...away });
    expect(await words(caseId, papers[0]?.paperId ?? '')).toMatch(
      /兴宁市交通运输局：.*13800000000.*第二十三条.*5个工作日/s,
    );
    expect(await words(caseId, papers[1]?.paperId ?? '')).toMatch(
      /张德福：.*转送兴宁市交通运输局.*0753-3000001/s,
    );
  });

  it('of an accusation tell the discipline organ to keep it from the accused', async () => {
    const caseId = await desk.register({
      purpose: 'ACCUSE',
      category: 'C1804',
      accusedUnit: '新金村民委员会',
    });
    const away = { transferredOn: '2026-03-02', toName: '兴宁市纪委监委', basis: '属管理权限' };
    expect(await words(caseId, first(await step('transferOut', { caseId, ...away })))).toContain('不得泄露');
  });

  it('of an extension name both ends, the reason and who approved', async () => {
    const caseId = await desk.register();
    await accept(caseId, '2026-03-02');
    const wish = { commandId: id(), caseId, days: 20, reason: '路基需检测' };
    await desk.must(clerk, 'handling', 'requestExtension', wish);
    const decision = { commandId: id(), caseId, approve: true, decidedOn: '2026-03-02' };
    const paperId = first(await desk.must(leader, 'handling', 'decideExtension', decision));
    expect(await words(caseId, paperId)).toMatch(
      /至2026年5月6日止.*路基需检测。.*陈志强批准，办理期限延长20日，至2026年5月21日止/s,
    );
  });

  it('to the bureau answer its letter', async () => {
    const caseId = await desk.register({ externalNumber: '4414812603020001' });
    desk.bureau(caseId, assigned('assignment-1'));
    const of = { caseId, assignmentId: 'assignment-1' };
    await desk.must(clerk, 'assignments', 'sign', { commandId: id(), ...of, signedOn: '2026-03-02' });
    const why = {
      raisedOn: '2026-03-02',
      reasons: '该路段为县道，养护职责属于市交通运输局。',
      proposedUnit: '兴宁市交通运输局',
    };
    const objection = first(
      await desk.must(clerk, 'assignments', 'object', { commandId: id(), ...of, ...why }),
    );
    expect(await words(caseId, objection)).toMatch(
      /异议函.*兴宁市信访局：.*兴信交〔2026〕31号交办.*建议由兴宁市交通运输局办理/s,
    );
    const told = { reportedOn: '2026-03-02', text: '一、基本情况\n已办理。', signer: '陈志强' };
    const report = first(
      await desk.must(clerk, 'assignments', 'report', { commandId: id(), ...of, ...told }),
    );
    expect(await words(caseId, report)).toMatch(/签发人：陈志强.*办结报告.*4414812603020001.*特此报告/s);
  });

  it('once issued do not change with a later correction; the register shows it', async () => {
    const caseId = await desk.register();
    const paperId = first(await accept(caseId, '2026-03-02'));
    const before = (await pdf(caseId, paperId)).pdf;
    const correction = { commandId: id(), caseId, changes: { title: '更正后的事由' }, reason: '听错了' };
    await desk.must(clerk, 'registration', 'amend', correction);
    expect((await pdf(caseId, paperId)).pdf).toBe(before);
    expect(await words(caseId, 'visitRegister')).toContain('更正后的事由');
  });

  it('say when a date may still move because the holidays are not published', async () => {
    on('2026-12-20');
    const caseId = await desk.register({ receivedOn: '2026-12-20' });
    expect(await words(caseId, first(await accept(caseId, '2026-12-20')))).toContain('当年放假安排尚未公布');
  });

  it('name rare characters, and files that carry no person', async () => {
    const caseId = await desk.register({
      petitioners: [{ name: '陈𬭎', lead: true, representative: false }],
    });
    const { title, fileName, rareCharacters } = await pdf(caseId, first(await accept(caseId, '2026-03-02')));
    expect({ title, fileName, rareCharacters }).toEqual({
      title: '信访事项受理告知书',
      fileName: '信访事项受理告知书 新陂信受〔2026〕1号.pdf',
      rareCharacters: ['𬭎'],
    });
  });

  it('of another case, kind or number do not exist', async () => {
    const caseId = await desk.register();
    for (const paperId of [
      'handlingOpinion:1号',
      'deliveryReceipt:acceptanceNotice:1号',
      'rubbish',
      '',
      'recoveryCode',
    ])
      expect(await desk.refused(clerk, 'papers', 'pdf', { subject: 'case', id: caseId, paperId })).toEqual({
        code: 'unknown-paper',
      });
  });

  it('hold numbers in full, so that who reads one is in the audit trail before he sees it', async () => {
    const caseId = await desk.register();
    expect(await words(caseId, 'visitRegister')).toContain('441481196203050018');
    const entries = desk.workplace.db.orm.select().from(audit).all();
    expect(entries.filter((e) => e.act === 'paper-read').map(({ person, ref }) => [person, ref])).toEqual([
      ['clerk-0001', `${caseId} visitRegister`],
    ]);
  });

  it('are counted and logged when they are printed', async () => {
    const caseId = await desk.register();
    const paper = { subject: 'case', id: caseId, paperId: 'receiptSlip' };
    expect(await desk.must(clerk, 'papers', 'printed', paper)).toEqual({ prints: 1 });
    expect(await desk.must(otherClerk, 'papers', 'printed', paper)).toEqual({ prints: 2 });
    const view = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(view.papers.map(({ paperId, prints }) => [paperId, prints])).toEqual([
      ['visitRegister', 0],
      ['receiptSlip', 2],
    ]);
    const entries = desk.workplace.db.orm.select().from(audit).all();
    expect(entries.filter((e) => e.act === 'paper-printed').map(({ person, ref }) => [person, ref])).toEqual([
      ['clerk-0001', `${caseId} receiptSlip`],
      ['clerk-0002', `${caseId} receiptSlip`],
    ]);
  });
});

describe('the agreement of a mediation', () => {
  it('carries the committee, the parties in full and what was agreed', async () => {
    const party = (name: string) => ({
      ...{
        name,
        idNumber: '441481197011200017',
        consentOn: '2026-03-02',
        consentManner: 'oral',
        consents: true,
      },
    });
    const opening = {
      ...{ commandId: id(), caseId: null, committee: '新陂镇人民调解委员会', mediators: ['黄国强'] },
      ...{ disputeType: '02', title: '排水沟纠纷', facts: '', openedOn: '2026-03-02' },
      parties: [party('张德福'), party('刘宏')],
    };
    const { mediationId } = await desk.must(mediator, 'mediation', 'open', opening);
    const held = {
      commandId: id(),
      mediationId,
      heldOn: '2026-03-02',
      place: '',
      present: '',
      record: '谈妥。',
    };
    await desk.must(mediator, 'mediation', 'addSession', held);
    const ending = {
      commandId: id(),
      mediationId,
      concludedOn: '2026-03-02',
      outcome: 'agreement',
      terms: '清理排水沟。',
    };
    const paperId = first(await desk.must(mediator, 'mediation', 'conclude', ending));
    expect(await words(mediationId, paperId, 'mediation')).toMatch(
      /（2026）新陂人调字第1号.*441481197011200017.*邻里纠纷.*清理排水沟。.*司法确认.*新陂镇人民调解委员会/s,
    );
    expect((await pdf(mediationId, paperId, 'mediation')).fileName).toBe(
      '人民调解协议书 （2026）新陂人调字第1号.pdf',
    );
    const other = { subject: 'mediation', id: mediationId, paperId: 'mediationAgreement:第2号' };
    expect(await desk.refused(clerk, 'papers', 'pdf', other)).toEqual({ code: 'unknown-paper' });
  });
});
