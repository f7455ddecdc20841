import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, BUREAU, clerk, id, leader } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const on = (day: string) => {
  desk.clock.now = `${day}T10:00:00+08:00`;
};
const list = (open = true) => desk.must(clerk, 'assignments', 'list', { open });
const sign = (caseId: string, signedOn: string, assignmentId = 'assignment-1') => ({
  ...{ commandId: id(), caseId, assignmentId, signedOn },
});
const REASONS = '反映路段为县道，列入县道养护名录，养护职责属于兴宁市交通运输局。';
const objection = (caseId: string, raisedOn: string, change = {}) => ({
  ...{ commandId: id(), caseId, assignmentId: 'assignment-1', raisedOn, reasons: REASONS },
  ...{ proposedUnit: '兴宁市交通运输局', ...change },
});
const report = (caseId: string, reportedOn: string) => ({
  ...{ commandId: id(), caseId, assignmentId: 'assignment-1', reportedOn },
  ...{ text: '一、基本情况\n已办理完毕。', signer: '陈志强' },
});
const acceptance = (caseId: string, acceptedOn: string) => ({
  ...{ commandId: id(), caseId, acceptedOn, legalRoute: 6, department: '镇公共服务办公室' },
});

/** An item that the bureau sent down on a day. */
async function sentDown(day: string, change = {}): Promise<string> {
  on(day);
  const caseId = await desk.register({ receivedOn: day, channel: 'NET' });
  desk.bureau(caseId, assigned('assignment-1', { assignedOn: day, ...change }));
  return caseId;
}

describe('scenario B: an item that is not ours', () => {
  it('is objected to within five working days and comes back only when the bureau agrees', async () => {
    const caseId = await sentDown('2025-12-31', { reportDue: '2026-02-10' });
    expect(await list()).toEqual([
      {
        ...{ assignmentId: 'assignment-1', caseId, caseNumber: expect.any(String) },
        ...{ title: '新金村村道路面破损影响出行，请求修复', leadName: '张德福', manner: 'assign' },
        ...{ fromName: '兴宁市信访局', toName: '新陂镇', assignedOn: '2025-12-31' },
        ...{ reportDue: '2026-02-10', requirement: '请依法办理并报送办结报告。', state: 'await-sign' },
        ...{ documentNumber: '兴信交〔2026〕31号', objectionDue: '2026-01-08' },
      },
    ]);
    expect(await desk.refused(clerk, 'assignments', 'object', objection(caseId, '2025-12-31'))).toMatchObject(
      {
        code: 'not-signed-for',
      },
    );
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2025-12-31'));

    on('2026-01-08');
    const { papers } = await desk.must(clerk, 'assignments', 'object', objection(caseId, '2026-01-08'));
    expect(papers.map((p) => p.number)).toEqual(['新陂信异〔2026〕1号']);
    const view = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(view.row.status).toBe('objection-pending');
    // The notice clock has been running all the time, from the receipt of the transfer.
    expect(view.clocks.map(({ rule, dueRaw, state }) => [rule, dueRaw, state])).toEqual([
      ['D02', '2026-01-15', 'running'],
      ['D03', '2026-01-15', 'running'],
      ['D04', '2026-01-08', 'met'],
      ['D11', '2026-02-10', 'running'],
    ]);
    expect(await desk.refused(clerk, 'handling', 'accept', acceptance(caseId, '2026-01-08'))).toMatchObject({
      code: 'not-now',
    });

    const decision = {
      assignmentId: 'assignment-1',
      upheld: true,
      reason: '同意。',
      decidedOn: '2026-01-09',
    };
    desk.bureau(caseId, { type: 'objection-decided', body: decision });
    expect(await list()).toEqual([]);
    expect((await list(false))[0]).toMatchObject({
      state: 'returned',
      objection: { raisedOn: '2026-01-08', reasons: REASONS, answer: '同意。', upheld: true },
    });
    expect((await desk.must(clerk, 'cases', 'get', { caseId })).row).toMatchObject({
      status: 'returned',
      ours: false,
    });
  });

  it('objected to a day late is asked about, then stored and marked', async () => {
    const caseId = await sentDown('2025-12-31');
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2025-12-31'));
    on('2026-01-09');
    expect(await desk.refused(clerk, 'assignments', 'object', objection(caseId, '2026-01-09'))).toEqual({
      ...{ code: 'objection-late', field: 'raisedOn', detail: { due: '2026-01-08' } },
    });
    const anyway = objection(caseId, '2026-01-09', { lateAnyway: true });
    await desk.must(clerk, 'assignments', 'object', anyway);
    expect(await desk.must(clerk, 'assignments', 'object', anyway)).toMatchObject({ caseId });
    expect(await desk.refused(clerk, 'assignments', 'object', { ...anyway, commandId: id() })).toMatchObject({
      code: 'already-done',
    });
  });

  it.each([
    ['without detailed reasons', { reasons: '不归我们管' }, 'reasons-too-short', 'reasons'],
    ['dated tomorrow', { raisedOn: '2026-01-01' }, 'date-in-future', 'raisedOn'],
    ['dated before it was signed for', { raisedOn: '2025-12-30' }, 'date-before-receipt', 'raisedOn'],
  ])('is not objected to %s', async (_what, change, code, field) => {
    const caseId = await sentDown('2025-12-31');
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2025-12-31'));
    const input = objection(caseId, '2025-12-31', change);
    expect(await desk.refused(clerk, 'assignments', 'object', input)).toMatchObject({ code, field });
  });
});

describe('scenario D: an assigned item with a report date', () => {
  it('has two clocks, the earlier of which governs the work list', async () => {
    const caseId = await sentDown('2026-05-15');
    on('2026-05-18');
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2026-05-18'));
    await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-05-18'));
    const view = await desk.must(clerk, 'cases', 'get', { caseId });
    const running = view.clocks.filter((clock) => clock.state === 'running');
    expect(running.map(({ rule, dueRaw }) => [rule, dueRaw])).toEqual([
      ['D05', '2026-07-17'],
      ['D11', '2026-06-10'],
    ]);
    const [duty] = (await desk.must(clerk, 'today', 'overview', {})).duties;
    expect([duty?.clock.rule, duty?.clock.dueRaw, duty?.row.nextClock?.rule]).toEqual([
      'D11',
      '2026-06-10',
      'D11',
    ]);

    const { papers } = await desk.must(clerk, 'assignments', 'report', report(caseId, '2026-05-18'));
    expect(papers.map((p) => [p.kind, p.number])).toEqual([['reportLetter', '新陂信报〔2026〕1号']]);
    expect((await list(false))[0]).toMatchObject({
      state: 'reported',
      report: { reportedOn: '2026-05-18', text: '一、基本情况\n已办理完毕。' },
    });
    expect(await list()).toEqual([]);
  });

  it('is signed for once, not before it was sent, not in the future', async () => {
    const caseId = await sentDown('2026-05-15');
    for (const [day, code] of [
      ['2026-05-14', 'date-before-receipt'],
      ['2026-05-16', 'date-in-future'],
    ] as const)
      expect(await desk.refused(clerk, 'assignments', 'sign', sign(caseId, day))).toMatchObject({
        code,
        field: 'signedOn',
      });
    expect(
      await desk.refused(clerk, 'assignments', 'sign', sign(caseId, '2026-05-15', 'assignment-9')),
    ).toEqual({
      code: 'unknown-assignment',
    });
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2026-05-15'));
    expect(await desk.refused(clerk, 'assignments', 'sign', sign(caseId, '2026-05-15'))).toMatchObject({
      code: 'already-done',
    });
  });

  it('is not reported on before it was signed for', async () => {
    const caseId = await sentDown('2026-05-15');
    expect(await desk.refused(clerk, 'assignments', 'report', report(caseId, '2026-05-15'))).toMatchObject({
      code: 'not-signed-for',
    });
    on('2026-05-18');
    await desk.must(clerk, 'assignments', 'sign', sign(caseId, '2026-05-18'));
    expect(await desk.refused(clerk, 'assignments', 'report', report(caseId, '2026-05-16'))).toMatchObject({
      ...{ code: 'date-before-previous-step', field: 'reportedOn' },
    });
  });

  it('is not handed on by ourselves, and a new assignment takes the place of the old one', async () => {
    const caseId = await sentDown('2026-05-15');
    const away = {
      commandId: id(),
      caseId,
      transferredOn: '2026-05-15',
      toName: '兴宁市交通运输局',
      basis: '县道',
    };
    expect(await desk.refused(clerk, 'handling', 'transferOut', away)).toMatchObject({
      code: 'assigned-needs-objection',
    });
    desk.bureau(caseId, assigned('assignment-2', { manner: 'transfer', reportDue: null, from: BUREAU }));
    expect((await list(false)).map((a) => [a.assignmentId, a.state]).sort()).toEqual([
      ['assignment-1', 'superseded'],
      ['assignment-2', 'await-sign'],
    ]);
    expect((await list()).map((a) => a.assignmentId)).toEqual(['assignment-2']);
    expect(await desk.refused(leader, 'assignments', 'sign', sign(caseId, '2026-05-15'))).toEqual({
      code: 'unknown-assignment',
    });
  });
});
