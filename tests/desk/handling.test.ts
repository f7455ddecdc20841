import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptance, delivery, extension, notice, opinion } from './inputs.ts';
import { clerk, id, leader } from './madeUp.ts';
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
const clockOf = async (caseId: string, rule: string) =>
  (await get(caseId)).clocks.find((clock) => clock.rule === rule);

describe('scenario A: a walk-in from receipt to the delivered opinion', () => {
  it('counts as the law does and prints a number a paper', async () => {
    const caseId = await desk.register();
    expect(await clockOf(caseId, 'D02')).toMatchObject({ dueRaw: '2026-03-17', state: 'running' });

    on('2026-03-10');
    const accepted = await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-10'));
    expect(accepted).toEqual({
      caseId,
      papers: [
        {
          paperId: 'acceptanceNotice:新陂信受〔2026〕1号',
          kind: 'acceptanceNotice',
          title: '信访事项受理告知书',
          number: '新陂信受〔2026〕1号',
        },
      ],
    });
    expect(await clockOf(caseId, 'D02')).toMatchObject({ state: 'met', metOn: '2026-03-10' });
    expect(await clockOf(caseId, 'D05')).toMatchObject({ dueRaw: '2026-05-09', dueLegal: '2026-05-09' });

    on('2026-05-05');
    await desk.must(clerk, 'handling', 'requestExtension', extension(caseId));
    on('2026-05-06');
    const decision = { commandId: id(), caseId, approve: true, decidedOn: '2026-05-06' };
    expect(await desk.refused(clerk, 'handling', 'decideExtension', decision)).toEqual({
      code: 'not-allowed',
    });
    const approved = await desk.must(leader, 'handling', 'decideExtension', decision);
    expect(approved.papers.map((p) => p.number)).toEqual(['新陂信延〔2026〕1号']);
    expect(await clockOf(caseId, 'D05')).toMatchObject({ dueRaw: '2026-06-08', dueLegal: '2026-06-08' });

    on('2026-06-05');
    const [paper] = (await desk.must(clerk, 'handling', 'issueOpinion', opinion(caseId, '2026-06-05')))
      .papers;
    expect(paper?.number).toBe('新陂信意〔2026〕1号');
    const concluding = {
      commandId: id(),
      caseId,
      concludedOn: '2026-06-05',
      ground: 'opinion-delivered',
      summary: '已办结。',
    };
    expect(await desk.refused(clerk, 'handling', 'conclude', concluding)).toMatchObject({
      code: 'opinion-not-delivered',
      field: 'ground',
    });
    const served = await desk.must(
      clerk,
      'handling',
      'recordDelivery',
      delivery(caseId, paper?.paperId ?? '', '2026-06-05'),
    );
    expect(served.papers).toEqual([]);
    await desk.must(clerk, 'handling', 'conclude', { ...concluding, commandId: id() });

    const view = await get(caseId);
    expect(view.row.status).toBe('concluded');
    expect(view.clocks.map(({ rule, state }) => [rule, state])).toEqual([
      ['D02', 'met'],
      ['D05', 'met'],
      ['D07', 'running'],
    ]);
    expect(view.timeline.map((entry) => entry.type)).toEqual([
      'petition-registered',
      'petition-accepted',
      'extension-requested',
      'extension-approved',
      'opinion-issued',
      'paper-served',
      'petition-concluded',
    ]);
    expect(view.extension).toEqual({
      ...{ state: 'approved', days: 30, reason: '路基需检测。', requestedOn: '2026-05-05' },
      ...{ decidedOn: '2026-05-06', approver: '陈志强' },
    });
    // The two notices still wait for their receipts.
    expect(view.steps.filter((step) => step.open).map(({ step }) => step)).toEqual([
      'recordDelivery',
      'recordResolution',
      'requestReview',
    ]);
  });
});

describe('the written notice', () => {
  it('is a paper of receipt, handed over at once and in need of no further receipt', async () => {
    const caseId = await desk.register();
    const { papers } = await desk.must(clerk, 'handling', 'giveNotice', notice(caseId, '2026-03-02'));
    expect(papers).toEqual([
      {
        paperId: 'acceptanceNotice:新陂信受〔2026〕1号',
        kind: 'acceptanceNotice',
        title: '信访事项接收告知书',
        number: '新陂信受〔2026〕1号',
      },
    ]);
    const view = await get(caseId);
    expect(view.papers).toEqual([
      {
        ...{ paperId: 'visitRegister', kind: 'visitRegister', title: '来访登记表', number: null },
        ...{ issuedOn: '2026-03-02', awaitsService: false, servedOn: null, prints: 0 },
      },
      {
        ...{ paperId: 'receiptSlip', kind: 'receiptSlip', title: '信访事项登记回执', number: null },
        ...{ issuedOn: '2026-03-02', awaitsService: false, servedOn: null, prints: 0 },
      },
      {
        ...{ ...papers[0], issuedOn: '2026-03-02' },
        ...{ awaitsService: false, servedOn: '2026-03-02', prints: 0 },
      },
    ]);
    expect(await desk.refused(clerk, 'handling', 'giveNotice', notice(caseId, '2026-03-02'))).toMatchObject({
      code: 'already-done',
    });
  });

  it('given later by mail waits for its receipt, and has a sheet for it', async () => {
    const caseId = await desk.register({ channel: 'LETTER' });
    const input = notice(caseId, '2026-03-02', { manner: 'later', method: 'MAIL' });
    const [paper] = (await desk.must(clerk, 'handling', 'giveNotice', input)).papers;
    const before = (await get(caseId)).papers;
    expect(before.map(({ paperId, title, awaitsService }) => [paperId, title, awaitsService])).toEqual([
      ['visitRegister', '信访登记表', false],
      ['receiptSlip', '信访事项登记回执', false],
      [`deliveryReceipt:${paper?.paperId}`, '送达回证（信访事项接收告知书）', false],
      [paper?.paperId, '信访事项接收告知书', true],
    ]);
    on('2026-03-06');
    await desk.must(
      clerk,
      'handling',
      'recordDelivery',
      delivery(caseId, paper?.paperId ?? '', '2026-03-05', { method: 'MAIL' }),
    );
    const after = (await get(caseId)).papers;
    expect(after.at(-1)).toMatchObject({ awaitsService: false, servedOn: '2026-03-05' });
    expect(after).toHaveLength(3);
  });

  it('X03: is not owed where name or address is unclear', async () => {
    const caseId = await desk.register({ anonymous: true });
    expect(await clockOf(caseId, 'D02')).toMatchObject({
      state: 'not-owed',
      reason: 'name-or-address-unclear',
    });
    expect(await desk.refused(clerk, 'handling', 'giveNotice', notice(caseId, '2026-03-02'))).toEqual({
      code: 'notice-not-owed',
      article: '《信访工作条例》第二十三条',
    });
    const closing = {
      commandId: id(),
      caseId,
      concludedOn: '2026-03-02',
      ground: 'no-address',
      summary: '存查。',
    };
    await desk.must(clerk, 'handling', 'conclude', closing);
    expect((await get(caseId)).row).toMatchObject({ status: 'concluded', nextClock: null });
  });

  it.each([
    ['tomorrow', '2026-03-03', 'date-in-future'],
    ['before the receipt', '2026-03-01', 'date-before-receipt'],
  ])('is not given %s', async (_when, day, code) => {
    const caseId = await desk.register();
    expect(await desk.refused(clerk, 'handling', 'giveNotice', notice(caseId, day))).toMatchObject({
      code,
      field: 'givenOn',
    });
    // The number of the refused paper was given back.
    const { papers } = await desk.must(clerk, 'handling', 'giveNotice', notice(caseId, '2026-03-02'));
    expect(papers[0]?.number).toBe('新陂信受〔2026〕1号');
  });
});

describe('the 60 days and their extension', () => {
  it('X04: exist on route 6 only', async () => {
    const caseId = await desk.register();
    await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02', 5));
    expect((await get(caseId)).clocks.map((clock) => clock.rule)).toEqual(['D02', 'D21']);
    expect(await desk.refused(clerk, 'handling', 'requestExtension', extension(caseId))).toEqual({
      code: 'no-60-day-period',
      article: '《信访工作条例》第三十四条',
    });
  });

  it('X05: are never extended by 31 days, nor twice', async () => {
    const caseId = await desk.register();
    await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
    for (const days of [0, 31, -1])
      expect(
        await desk.refused(clerk, 'handling', 'requestExtension', extension(caseId, days)),
      ).toMatchObject({
        code: 'too-many-days',
        field: 'days',
      });
    await desk.must(clerk, 'handling', 'requestExtension', extension(caseId, 10));
    expect(await desk.refused(clerk, 'handling', 'requestExtension', extension(caseId, 10))).toMatchObject({
      code: 'already-done',
    });
  });

  it('X06: approved too late are stored and flagged', async () => {
    const caseId = await desk.register();
    await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
    on('2026-05-07');
    await desk.must(clerk, 'handling', 'requestExtension', extension(caseId, 10));
    const decision = { commandId: id(), caseId, approve: true, decidedOn: '2026-05-07' };
    await desk.must(leader, 'handling', 'decideExtension', decision);
    const last = (await get(caseId)).timeline.at(-1);
    expect(last?.type).toBe('extension-approved');
    expect(last?.text).toMatch(/批准时已超过法定期限/);
  });

  it('are refused with a reason, and may then be asked for again', async () => {
    const caseId = await desk.register();
    await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'));
    await desk.must(clerk, 'handling', 'requestExtension', extension(caseId, 10));
    const refusing = { commandId: id(), caseId, approve: false, decidedOn: '2026-03-02' };
    expect(await desk.refused(leader, 'handling', 'decideExtension', refusing)).toMatchObject({
      code: 'reason-missing',
      field: 'reason',
    });
    await desk.must(leader, 'handling', 'decideExtension', { ...refusing, reason: '可以按期办结。' });
    expect((await get(caseId)).extension).toMatchObject({ state: 'refused', reason: '可以按期办结。' });
    await desk.must(clerk, 'handling', 'requestExtension', extension(caseId, 5));
  });
});
