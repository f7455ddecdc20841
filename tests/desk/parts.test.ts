/** 补正, 并案 and 拆分 at a real desk. The people are made up. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptance } from './inputs.ts';
import { clerk, id, leader } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const DAY = '2026-03-02';
const get = (caseId: string) => desk.must(clerk, 'cases', 'get', { caseId });

it('a split case closes when all its parts do, and each part has the day of receipt', async () => {
  const caseId = await desk.register();
  const splitting = {
    commandId: id(),
    caseId,
    splitOn: DAY,
    reason: '两件事',
    titles: ['路灯不亮', '水圳漏水'],
  };
  expect(
    await desk.refused(clerk, 'parts', 'split', { ...splitting, commandId: id(), titles: ['甲', '甲'] }),
  ).toMatchObject({ code: 'parts-alike', field: 'titles' });
  await desk.must(clerk, 'parts', 'split', splitting);
  await desk.must(clerk, 'parts', 'split', splitting);
  const whole = await get(caseId);
  const parts = whole.split?.parts ?? [];
  expect([whole.row.status, parts.map(({ title, ended }) => [title, ended])]).toEqual([
    'split',
    [
      ['路灯不亮', false],
      ['水圳漏水', false],
    ],
  ]);
  expect(whole.steps.filter((step) => step.open)).toEqual([]);
  for (const part of parts) {
    const view = await get(part.caseId);
    expect([view.registration.receivedOn, view.registration.title, view.partOf?.number]).toEqual([
      whole.registration.receivedOn,
      part.title,
      whole.row.number,
    ]);
    expect((await get(caseId)).row.status).toBe('split');
    const ended = { terminatedOn: DAY, ground: 'withdrawn', note: '已解决。' };
    await desk.must(leader, 'handling', 'terminate', { commandId: id(), caseId: part.caseId, ...ended });
  }
  const closed = await get(caseId);
  expect([closed.row.status, closed.split?.parts.map((part) => part.ended)]).toEqual([
    'concluded',
    [true, true],
  ]);
  // Nobody was made twice: the command that came again did nothing.
  const all = await desk.must(clerk, 'cases', 'list', {});
  expect(all.total).toBe(3);
});

it('a case goes on in the earlier one, which says so; an unknown number leaves both as they were', async () => {
  const earlier = await desk.register();
  const later = await desk.register();
  const intoNumber = (await get(earlier)).row.number;
  const merging = (change: object) => ({
    ...{ commandId: id(), caseId: later, mergedOn: DAY, reason: '同一事项', intoNumber, ...change },
  });
  expect(await desk.refused(clerk, 'parts', 'merge', merging({}))).toMatchObject({ code: 'notice-first' });
  await desk.must(clerk, 'handling', 'accept', acceptance(earlier, DAY));
  await desk.must(clerk, 'handling', 'accept', acceptance(later, DAY));
  expect(await desk.refused(clerk, 'parts', 'merge', merging({ intoNumber: 'A0000' }))).toMatchObject({
    ...{ code: 'unknown-main-case', field: 'intoNumber' },
  });
  await desk.must(clerk, 'parts', 'merge', merging({}));
  const [main, merged] = [await get(earlier), await get(later)];
  expect([main.row.status, main.joined?.map(({ from }) => from.number)]).toEqual([
    'accepted',
    [merged.row.number],
  ]);
  expect([merged.row.status, merged.merged?.into.number]).toEqual(['merged', intoNumber]);
});

it('what is missing is asked for and comes', async () => {
  const caseId = await desk.register();
  const asking = { commandId: id(), caseId, requestedOn: DAY, materials: '土地承包合同' };
  await desk.must(clerk, 'handling', 'requestSupplement', asking);
  expect((await get(caseId)).row.status).toBe('supplement');
  const coming = { commandId: id(), caseId, receivedOn: DAY, complete: false, note: '合同已遗失。' };
  await desk.must(clerk, 'handling', 'receiveSupplement', coming);
  const view = await get(caseId);
  expect([view.row.status, view.supplements]).toEqual([
    'registered',
    [
      {
        requested: { requestedOn: DAY, materials: '土地承包合同' },
        received: { receivedOn: DAY, complete: false, note: '合同已遗失。' },
      },
    ],
  ]);
});
