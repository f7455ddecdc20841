/** 复查 and 复核 at a real desk: scenario A after the opinion, and what a clerk may not record. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptance, delivery, opinion } from './inputs.ts';
import { clerk, id, mediator } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const on = (day: string) => {
  desk.clock.now = `${day}T10:00:00+08:00`;
};
const get = (caseId: string) => desk.must(clerk, 'cases', 'get', { caseId });
/** The names and numbers of the reviewing organs are made up. */
const request = (caseId: string, stage: string, receivedOn: string, change = {}) => ({
  ...{ commandId: id(), caseId, stage, receivedOn, request: '请求撤销处理意见。', ...change },
  organ: stage === 'review' ? '兴宁市人民政府' : '梅州市人民政府',
});
const reviewOpinion = (caseId: string, issuedOn: string, result = 'UPHOLD') => ({
  ...{ commandId: id(), caseId, issuedOn, result, documentNumber: '兴信复查〔2026〕1号' },
  opinion: '事实清楚。',
});
const service = (caseId: string, servedOn: string) => ({
  ...{ commandId: id(), caseId, servedOn, method: 'IN_PERSON', receivedBy: '张德福' },
});

/** A case whose opinion was served on 5 June 2026 and which was then concluded. */
async function concluded(): Promise<string> {
  const caseId = await desk.register();
  on('2026-03-10');
  await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-10'));
  on('2026-06-05');
  const [paper] = (await desk.must(clerk, 'handling', 'issueOpinion', opinion(caseId, '2026-06-05'))).papers;
  await desk.must(clerk, 'handling', 'recordDelivery', delivery(caseId, paper?.paperId ?? '', '2026-06-05'));
  const closing = { commandId: id(), caseId, concludedOn: '2026-06-05', ground: 'opinion-delivered' };
  await desk.must(clerk, 'handling', 'conclude', { ...closing, summary: '已送达。' });
  return caseId;
}

it('goes from the concluded case through both remedies to its end', async () => {
  const caseId = await concluded();
  on('2026-07-06');
  expect((await get(caseId)).nextReview).toBe('review');
  await desk.must(clerk, 'reviews', 'request', request(caseId, 'review', '2026-07-06'));
  expect((await get(caseId)).row).toMatchObject({ status: 'in-review', nextClock: null });
  on('2026-08-05');
  const accepted = { commandId: id(), caseId, answeredOn: '2026-07-08', accepted: true };
  await desk.must(clerk, 'reviews', 'answer', accepted);
  await desk.must(clerk, 'reviews', 'recordOpinion', reviewOpinion(caseId, '2026-08-04'));
  await desk.must(clerk, 'reviews', 'serveOpinion', service(caseId, '2026-08-05'));
  expect((await get(caseId)).row.status).toBe('concluded');
  on('2026-10-08');
  await desk.must(clerk, 'reviews', 'request', request(caseId, 'reexamination', '2026-09-04'));
  const hearing = { commandId: id(), caseId, from: '2026-09-14', to: '2026-09-15' };
  await desk.must(clerk, 'reviews', 'holdHearing', hearing);
  await desk.must(clerk, 'reviews', 'recordOpinion', reviewOpinion(caseId, '2026-10-08'));
  await desk.must(clerk, 'reviews', 'serveOpinion', service(caseId, '2026-10-08'));

  const view = await get(caseId);
  expect(view.clocks.slice(2).map(({ rule, dueLegal, state }) => [rule, dueLegal, state])).toEqual([
    ['D07', '2026-07-06', 'met'],
    ['D08', '2026-08-05', 'met'],
    ['D09', '2026-09-04', 'met'],
    ['D10', '2026-10-08', 'met'],
  ]);
  expect(view.reviews?.at(-1)).toEqual({
    ...{ stage: 'reexamination', organ: '梅州市人民政府', receivedOn: '2026-09-04', late: false },
    ...{ hearingDays: 2, result: 'UPHOLD', number: '兴信复查〔2026〕1号', issuedOn: '2026-10-08' },
    ...{ servedOn: '2026-10-08', final: true },
  });
  expect(view.nextReview).toBeUndefined();
  const again = request(caseId, 'review', '2026-10-08');
  expect(await desk.refused(clerk, 'reviews', 'request', again)).toEqual({
    ...{ code: 'no-more', article: '《信访工作条例》第三十六条第三款' },
  });
});

it('X08: a day late is late, unless the postmark says otherwise', async () => {
  const caseId = await concluded();
  on('2026-07-07');
  expect(
    await desk.refused(clerk, 'reviews', 'request', request(caseId, 'review', '2026-07-07')),
  ).toMatchObject({ code: 'review-late', field: 'receivedOn', detail: { due: '2026-07-06' } });
  const posted = request(caseId, 'review', '2026-07-07', { postmarkedOn: '2026-07-06' });
  await desk.must(clerk, 'reviews', 'request', posted);
  expect((await get(caseId)).reviews?.[0]).toMatchObject({ postmarkedOn: '2026-07-06', late: false });
});

it('an opinion that is to be made anew opens the case again, and counts as open', async () => {
  const caseId = await concluded();
  on('2026-08-05');
  await desk.must(clerk, 'reviews', 'request', request(caseId, 'review', '2026-07-06'));
  await desk.must(clerk, 'reviews', 'recordOpinion', reviewOpinion(caseId, '2026-08-04', 'REDO'));
  await desk.must(clerk, 'reviews', 'serveOpinion', service(caseId, '2026-08-05'));
  const view = await get(caseId);
  expect([view.row.status, view.opinion, view.conclusion]).toEqual(['accepted', undefined, undefined]);
  expect(view.steps.filter((step) => step.open).map(({ step }) => step)).toContain('issueOpinion');
  expect(await desk.must(clerk, 'today', 'overview', {})).toMatchObject({ openCases: 1 });
  await desk.must(clerk, 'handling', 'issueOpinion', opinion(caseId, '2026-08-05'));
  expect((await get(caseId)).row.status).toBe('opinion-issued');
});

it('a mediator records no remedy, and nobody records one before the opinion was served', async () => {
  const caseId = await desk.register();
  const early = request(caseId, 'review', '2026-03-02');
  expect(await desk.refused(mediator, 'reviews', 'request', early)).toEqual({ code: 'not-allowed' });
  expect(await desk.refused(clerk, 'reviews', 'request', early)).toMatchObject({ code: 'not-now' });
  expect(await desk.refused(clerk, 'reviews', 'serveOpinion', service(caseId, '2026-03-02'))).toMatchObject({
    code: 'not-now',
  });
});
