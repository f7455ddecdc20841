/** 不予受理 and 不再受理 at a real desk: a leader decides, the notice says why and where to go, the case is over. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptance } from './inputs.ts';
import { clerk, id, leader } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
let printed: string[];
beforeEach(() => {
  printed = [];
  desk = openWorkplace({
    printPdf: async (page) => {
      printed.push(page.replace(/<[^>]*>/g, ''));
      return Buffer.from(page);
    },
  });
});
afterEach(() => desk.close());

// The numbers of other organs are made up.
const refusing = (caseId: string, change = {}) => ({
  ...{ commandId: id(), caseId, refusedOn: '2026-03-02', reason: 'RJ2', organ: '兴宁市人民法院' },
  ...change,
});
const noMore = {
  ...{ reason: 'NM1', organ: '梅州市人民政府', note: '没有新的事实' },
  document: { number: '梅信复核〔2025〕7号', on: '2025-11-03' },
};

it.each([
  [
    'rejected',
    {},
    '信访事项不予受理告知书',
    '新陂信不受〔2026〕1号',
    '该事项属于人民法院职权，应当通过诉讼程序处理。依照《信访工作条例》第二十八条、第三十一条第一项的规定，本机关不予受理。请你向兴宁市人民法院提出。',
  ],
  [
    'rejected',
    { reason: 'RJ5', organ: '兴宁市自然资源局' },
    '信访事项不予受理告知书',
    '新陂信不受〔2026〕1号',
    '该事项由兴宁市自然资源局办理，请向该单位了解办理情况。',
  ],
  [
    'no-more',
    noMore,
    '信访事项不再受理告知书',
    '新陂信不再〔2026〕1号',
    '梅州市人民政府已于2025年11月3日作出复核意见（梅信复核〔2025〕7号），该事项已有复核意见，仍然以同一事实和理由提出。依照《信访工作条例》第三十六条第三款的规定，本机关不再受理。没有新的事实。',
  ],
])('%s with %j: the notice is printed', async (status, change, title, number, words) => {
  const caseId = await desk.register();
  const { papers } = await desk.must(leader, 'handling', 'refuseAcceptance', refusing(caseId, change));
  expect(papers.map((p) => [p.title, p.number])).toEqual([[title, number]]);
  await desk.must(clerk, 'papers', 'pdf', { subject: 'case', id: caseId, paperId: papers[0]?.paperId });
  expect(printed[0]).toContain(words);
  const view = await desk.must(clerk, 'cases', 'get', { caseId });
  expect(view.row).toMatchObject({ status, nextClock: null });
  expect(view.refusal).toMatchObject({ approver: '陈志强', number });
  expect(await desk.must(clerk, 'today', 'overview', {})).toMatchObject({ openCases: 0 });
  expect(await desk.refused(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'))).toMatchObject({
    code: 'already-done',
  });
});

it('a clerk may not, and bad input leaves no trace', async () => {
  const caseId = await desk.register();
  expect(await desk.refused(clerk, 'handling', 'refuseAcceptance', refusing(caseId))).toEqual({
    code: 'not-allowed',
  });
  for (const [change, code] of [
    [{ reason: 'RJ9' }, 'invalid-input'],
    [{ organ: ' ' }, 'invalid-input'],
    [{ reason: 'NM1' }, 'document-missing'],
    [{ document: noMore.document }, 'no-document'],
  ] as const)
    expect(
      await desk.refused(leader, 'handling', 'refuseAcceptance', refusing(caseId, change)),
    ).toMatchObject({ code });
  expect((await desk.must(clerk, 'cases', 'get', { caseId })).timeline).toHaveLength(1);
});
