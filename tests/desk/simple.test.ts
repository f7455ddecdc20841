/** 简易办理 and 化解 at a real desk. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptance, delivery, opinion } from './inputs.ts';
import { clerk, id } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const get = (caseId: string) => desk.must(clerk, 'cases', 'get', { caseId });
const simple = (caseId: string, change = {}) => ({
  ...{ commandId: id(), caseId, chosenOn: '2026-03-02', ground: 'DAILY' },
  ...{ firstTime: true, supportable: true, singleUnit: true, ...change },
});

it('shows its shorter periods first, and gives them up with a reason', async () => {
  const caseId = await desk.register();
  expect(
    await desk.refused(clerk, 'handling', 'chooseSimple', simple(caseId, { supportable: false })),
  ).toMatchObject({ code: 'simple-excluded', field: 'supportable' });
  await desk.must(clerk, 'handling', 'chooseSimple', simple(caseId));
  expect((await get(caseId)).row.nextClock).toMatchObject({ rule: 'D12', dueRaw: '2026-03-05' });
  await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
  expect((await get(caseId)).row.nextClock).toMatchObject({ rule: 'D13', dueRaw: '2026-03-16' });
  const back = { commandId: id(), caseId, resumedOn: '2026-03-02', reason: '需要鉴定' };
  await desk.must(clerk, 'handling', 'resumeOrdinary', back);
  const view = await get(caseId);
  expect(view.simple).toEqual({
    ...{ chosenOn: '2026-03-02', ground: 'DAILY', resumedOn: '2026-03-02', reason: '需要鉴定' },
  });
  expect(view.row.nextClock).toMatchObject({ rule: 'D05', dueRaw: '2026-05-01' });
});

it('a matter is resolved beside its conclusion, which stays as it was', async () => {
  const caseId = await desk.register();
  const resolved = {
    commandId: id(),
    caseId,
    recordedOn: '2026-03-02',
    resolution: 'solved',
    note: '已修复。',
  };
  expect(await desk.refused(clerk, 'handling', 'recordResolution', resolved)).toMatchObject({
    code: 'not-now',
  });
  await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
  const [paper] = (await desk.must(clerk, 'handling', 'issueOpinion', opinion(caseId, '2026-03-02'))).papers;
  await desk.must(clerk, 'handling', 'recordDelivery', delivery(caseId, paper?.paperId ?? '', '2026-03-02'));
  const closing = { commandId: id(), caseId, concludedOn: '2026-03-02', ground: 'opinion-delivered' };
  await desk.must(clerk, 'handling', 'conclude', { ...closing, summary: '已送达。' });
  await desk.must(clerk, 'handling', 'recordResolution', { ...resolved, commandId: id() });
  const view = await get(caseId);
  expect([view.row.status, view.resolution]).toEqual([
    'concluded',
    { recordedOn: '2026-03-02', resolution: 'solved', note: '已修复。' },
  ]);
});
