/** The outbox as different people see it; who looks after the desk only sees what kind of fact waits (made-up people). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../../contract/dispatch.ts';
import { outboxFor } from '../../desk/outbox.ts';
import { clerk, id } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const administrator: Caller = { id: 'admin-0001', name: '曾管理', roles: ['administrator'] };
const textsFor = (who: Caller) =>
  outboxFor(desk.workplace, who, 'waiting', 50)
    .filter(({ caseNumber }) => caseNumber)
    .map(({ text }) => text)
    .sort();

it('an administrator who is no clerk sees kinds and numbers, never what a petition is about', async () => {
  const caseId = await desk.register();
  await desk.must(clerk, 'cases', 'addNote', { commandId: id(), caseId, text: '信访人补充了照片。' });
  expect(textsFor(administrator)).toEqual(['登记', '补记'].sort());
  const sentences = ['登记来访：新金村村道路面破损影响出行，请求修复（1 人）', '补记：信访人补充了照片。'];
  expect(textsFor(clerk)).toEqual(sentences.sort());
  expect(textsFor({ ...administrator, roles: ['administrator', 'clerk'] })).toEqual(sentences);
});
