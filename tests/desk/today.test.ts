import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDraft } from '../../db/desk.ts';
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
const overview = (who = clerk) => desk.must(who, 'today', 'overview', {});
const accept = (caseId: string, acceptedOn: string) =>
  desk.must(clerk, 'handling', 'accept', {
    ...{ commandId: id(), caseId, acceptedOn, legalRoute: 6, department: '办公室' },
  });
const opening = (caseId: string) => ({
  ...{
    commandId: id(),
    caseId,
    committee: '调委会',
    mediators: ['黄国强'],
    disputeType: '02',
    title: '纠纷',
  },
  ...{ facts: '', openedOn: desk.clock.now.slice(0, 10) },
  parties: ['甲某', '乙某'].map((name) => ({
    ...{ name, consentOn: '2026-03-02', consentManner: 'oral', consents: true },
  })),
});

describe('the first screen of the morning', () => {
  it('is empty at a new desk', async () => {
    expect(await overview()).toEqual({
      ...{ today: '2026-03-02', registeredToday: 0, openCases: 0, overdue: 0, dueToday: 0, dueWeek: 0 },
      ...{ duties: [], newAssignments: [], approvals: [], mediating: 0, drafts: 0, attention: 0 },
    });
  });

  it('puts what hurts first on top: overdue, due today, this week, later', async () => {
    const received = ['2026-03-02', '2026-02-15', '2026-02-10', '2026-02-20'];
    for (const receivedOn of received) await desk.register({ receivedOn, title: `收到于${receivedOn}` });
    const done = await desk.register({ receivedOn: '2026-02-09' });
    await desk.must(clerk, 'handling', 'conclude', {
      ...{
        commandId: id(),
        caseId: done,
        concludedOn: '2026-03-02',
        ground: 'answered',
        summary: '已答复。',
      },
    });
    const { duties, ...rest } = await overview();
    expect(duties.map(({ row, clock }) => [row.title, clock.dueRaw, clock.urgency])).toEqual([
      ['收到于2026-02-10', '2026-02-25', 'black'],
      ['收到于2026-02-15', '2026-03-02', 'red'],
      ['收到于2026-02-20', '2026-03-07', 'yellow'],
      ['收到于2026-03-02', '2026-03-17', 'green'],
    ]);
    expect(rest).toMatchObject({ registeredToday: 5, openCases: 4, overdue: 1, dueToday: 1, dueWeek: 1 });
    expect(duties.every(({ row, clock }) => row.nextClock?.dueRaw === clock.dueRaw)).toBe(true);
  });

  it('calls a duty overdue after the legal day only, and never loses it from sight on the rest days before', async () => {
    // 15 days end on Saturday 2026-03-21 and roll to Monday the 23rd.
    desk.clock.now = '2026-03-06T09:00:00+08:00';
    await desk.register({ receivedOn: '2026-03-06' });
    const on = async (day: string) => {
      desk.clock.now = `2026-03-${day}T09:00:00+08:00`;
      const { overdue, dueToday, dueWeek, duties } = await overview();
      const dues = ['overdue', 'today', 'week'];
      const totals = dues.map(
        async (due) => (await desk.must(clerk, 'cases', 'list', { due: due as 'today' })).total,
      );
      const { row, clock } = duties[0] ?? {};
      const shown = [clock?.urgency, clock?.daysLeft, row?.nextClock?.daysLeft];
      return [[overdue, dueToday, dueWeek], await Promise.all(totals), shown];
    };
    expect([await on('20'), await on('21'), await on('22'), await on('23'), await on('24')]).toEqual([
      [
        [0, 0, 1],
        [0, 0, 1],
        ['orange', 1, 1],
      ],
      [
        [0, 1, 0],
        [0, 1, 1],
        ['red', 0, 0],
      ],
      [
        [0, 0, 1],
        [0, 0, 1],
        ['red', -1, -1],
      ],
      [
        [0, 1, 0],
        [0, 1, 1],
        ['red', -2, -2],
      ],
      [
        [1, 0, 0],
        [1, 0, 0],
        ['black', -1, -1],
      ],
    ]);
  });

  it('shows what was just sent down until it is signed for', async () => {
    const caseId = await desk.register();
    desk.bureau(caseId, assigned('assignment-1'));
    expect((await overview()).newAssignments.map((a) => [a.assignmentId, a.state])).toEqual([
      ['assignment-1', 'await-sign'],
    ]);
    const signing = { commandId: id(), caseId, assignmentId: 'assignment-1', signedOn: '2026-03-02' };
    await desk.must(clerk, 'assignments', 'sign', signing);
    expect((await overview()).newAssignments).toEqual([]);
  });

  it('shows a leader the extensions that wait for him, of cases in mediation too, and nobody else', async () => {
    const [plain, mediating] = [await desk.register({ title: '一' }), await desk.register({ title: '二' })];
    for (const caseId of [plain, mediating]) {
      await accept(caseId, '2026-03-02');
      const wish = { commandId: id(), caseId, days: 10, reason: '需检测。' };
      await desk.must(clerk, 'handling', 'requestExtension', wish);
    }
    await desk.must(mediator, 'mediation', 'open', opening(mediating));
    const waiting = (await overview(leader)).approvals.map(({ row, ...rest }) => ({
      title: row.title,
      ...rest,
    }));
    expect(waiting).toEqual([
      { title: '一', days: 10, reason: '需检测。', requestedOn: '2026-03-02' },
      { title: '二', days: 10, reason: '需检测。', requestedOn: '2026-03-02' },
    ]);
    expect((await overview(clerk)).approvals).toEqual([]);
    expect((await overview(clerk)).mediating).toBe(1);
    const decision = { commandId: id(), caseId: plain, approve: true, decidedOn: '2026-03-02' };
    await desk.must(leader, 'handling', 'decideExtension', decision);
    expect((await overview(leader)).approvals.map(({ row }) => row.title)).toEqual(['二']);
  });

  it('counts what the bureau refused of an accusation for those alone who may see it', async () => {
    const caseId = await desk.register({ purpose: 'ACCUSE' });
    const { sqlite } = desk.workplace.db;
    sqlite.prepare("update event set verdict = 'held' where case_id = ?").run(caseId);
    const counts = [clerk, otherClerk, leader].map(async (who) => (await overview(who)).attention);
    expect(await Promise.all(counts)).toEqual([1, 0, 1]);
  });

  it('counts own half-typed registrations, and moves on with the day', async () => {
    const { orm } = desk.workplace.db;
    const draft = (author: string, form: string) => ({
      ...{ draftId: id(), author, form, title: '', body: '{}', savedAt: desk.clock.now },
    });
    for (const row of [
      draft(clerk.id, 'registration'),
      draft(leader.id, 'registration'),
      draft(clerk.id, 'opinion'),
    ])
      desk.workplace.db.write(() => writeDraft(orm, row));
    await desk.register();
    expect(await overview()).toMatchObject({ drafts: 1, registeredToday: 1, dueToday: 0 });
    on('2026-03-17');
    expect(await overview()).toMatchObject({ today: '2026-03-17', registeredToday: 0, dueToday: 1 });
  });
});
