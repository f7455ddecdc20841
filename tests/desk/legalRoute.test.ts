/** The legal-route card at a real desk: decided, told on paper, decided again, and what the clerk then may not do. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptance, extension } from './inputs.ts';
import { clerk, id, leader } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
let printed: string[];
beforeEach(() => {
  printed = [];
  desk = openWorkplace({
    printPdf: async (page) => {
      printed.push(page);
      return Buffer.from(page);
    },
  });
});
afterEach(() => desk.close());

const get = (caseId: string) => desk.must(clerk, 'cases', 'get', { caseId });
const no = (...questions: string[]) => questions.map((question) => ({ question, yes: false }));
const reconsideration = (caseId: string, change = {}) => ({
  ...{ commandId: id(), caseId, decidedOn: '2026-03-02', procedure: 'RECONSIDERATION' },
  answers: [...no('litigation', 'arbitration', 'party'), { question: 'administrative', yes: true }],
  ...{ organ: '兴宁市人民政府', materials: '身份证、处罚决定书', ...change },
});
const petition = (caseId: string, change = {}) => ({
  ...{ commandId: id(), caseId, decidedOn: '2026-03-02', procedure: null },
  answers: no('litigation', 'arbitration', 'party', 'administrative', 'performance'),
  ...change,
});

it('a matter for reconsideration is told where to go, until when and by which law', async () => {
  const caseId = await desk.register();
  const { papers } = await desk.must(clerk, 'handling', 'decideRoute', reconsideration(caseId));
  expect(papers).toEqual([
    {
      paperId: 'routeNotice:新陂信途〔2026〕1号',
      kind: 'routeNotice',
      title: '其他法定途径告知书',
      number: '新陂信途〔2026〕1号',
    },
  ]);
  await desk.must(clerk, 'papers', 'pdf', { subject: 'case', id: caseId, paperId: papers[0]?.paperId });
  const page = (printed[0] ?? '').replace(/<[^>]*>/g, '');
  for (const words of [
    '依照《信访工作条例》第三十一条第四项的规定，具体途径为行政复议。请你依照规定的程序向兴宁市人民政府提出。',
    '提出的期限：自知道或者应当知道行政行为之日起60日内（《行政复议法》第二十条）。',
    '需要带的材料：身份证、处罚决定书。',
  ])
    expect(page).toContain(words);

  const view = await get(caseId);
  expect(view.route).toEqual({
    ...{ decidedOn: '2026-03-02', route: 4, procedure: 'RECONSIDERATION', organ: '兴宁市人民政府' },
    answers: reconsideration(caseId).answers,
    ...{ materials: '身份证、处罚决定书', number: '新陂信途〔2026〕1号', times: 1 },
  });
  expect(view.clocks.map(({ rule, state }) => [rule, state])).toEqual([['D02', 'met']]);
  expect(view.timeline.at(-1)?.text).toBe(
    '依法分类：属于《信访工作条例》第三十一条第四项，行政复议，由兴宁市人民政府处理（新陂信途〔2026〕1号）',
  );
  expect(view.papers.filter((p) => p.awaitsService).map((p) => p.kind)).toEqual(['routeNotice']);
  expect(await desk.refused(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'))).toMatchObject({
    ...{ code: 'other-route-decided', field: 'legalRoute', detail: { route: 4 } },
  });
});

it('is decided again with a reason, and both decisions stay in the history', async () => {
  const caseId = await desk.register();
  await desk.must(clerk, 'handling', 'decideRoute', reconsideration(caseId));
  expect(await desk.refused(clerk, 'handling', 'decideRoute', petition(caseId))).toMatchObject({
    ...{ code: 'reason-missing', field: 'reason' },
  });
  const again = petition(caseId, { reason: '没有可以复议的行政行为' });
  expect((await desk.must(clerk, 'handling', 'decideRoute', again)).papers).toEqual([]);
  await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
  const view = await get(caseId);
  expect([view.route?.route, view.route?.times]).toEqual([6, 2]);
  expect(view.clocks.map(({ rule, state }) => [rule, state])).toEqual([
    ['D02', 'met'],
    ['D05', 'running'],
  ]);
  expect(view.timeline.map((entry) => entry.type).slice(1)).toEqual([
    'route-decided',
    'route-decided',
    'petition-accepted',
  ]);
});

it('after acceptance only a leader ends the 60 days by another route', async () => {
  const caseId = await desk.register();
  await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
  const asked = reconsideration(caseId, { reason: '属于行政复议范围' });
  expect(await desk.refused(clerk, 'handling', 'decideRoute', asked)).toMatchObject({
    code: 'leader-decides',
  });
  await desk.must(leader, 'handling', 'decideRoute', asked);
  const view = await get(caseId);
  expect(view.clocks.find((clock) => clock.rule === 'D05')).toMatchObject({
    ...{ state: 'not-owed', reason: 'other-route' },
  });
  expect(view.row.nextClock).toBeNull();
  expect(await desk.refused(clerk, 'handling', 'requestExtension', extension(caseId))).toMatchObject({
    code: 'no-60-day-period',
  });
});

it.each([
  [{ answers: [] }, 'invalid-input'],
  [{ procedure: 'NOTHING' }, 'invalid-input'],
  [{ answers: [{ question: 'party', yes: true }] }, 'route-unanswered'],
  [{ ownLaw: { basis: '《某法》', due: '2026-02-29' } }, 'invalid-input'],
])('bad input %j is refused and leaves no trace', async (change, code) => {
  const caseId = await desk.register();
  const asked = reconsideration(caseId, change);
  expect(await desk.refused(clerk, 'handling', 'decideRoute', asked)).toMatchObject({ code });
  expect((await get(caseId)).timeline).toHaveLength(1);
});
