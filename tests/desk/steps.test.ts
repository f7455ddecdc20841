import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptance, delivery, opinion } from './inputs.ts';
import { clerk, id, mediator } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const get = (caseId: string) => desk.must(clerk, 'cases', 'get', { caseId });

describe('a transfer', () => {
  const transfer = (caseId: string, toName: string) => ({
    ...{ commandId: id(), caseId, transferredOn: '2026-03-02', toName, toPhone: '0753-3000001' },
    basis: '反映路段为县道，养护职责属于县级交通运输主管部门',
  });

  it('makes the letter and the notice to the petitioner, and takes the case out of our hands', async () => {
    const caseId = await desk.register();
    const { papers } = await desk.must(
      clerk,
      'handling',
      'transferOut',
      transfer(caseId, '兴宁市交通运输局'),
    );
    expect(papers.map(({ kind, number }) => [kind, number])).toEqual([
      ['transferLetter', '新陂信转〔2026〕1号'],
      ['whereaboutsNotice', '新陂信告〔2026〕1号'],
    ]);
    const view = await get(caseId);
    expect(view.row).toMatchObject({ status: 'transferred-out', ours: false, unitName: '兴宁市交通运输局' });
    // Only what goes to the petitioner is served.
    expect(view.papers.filter((p) => p.awaitsService).map((p) => p.kind)).toEqual(['whereaboutsNotice']);
    expect(await desk.refused(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'))).toMatchObject({
      code: 'not-ours',
    });
    const whereabouts = papers[1]?.paperId ?? '';
    await desk.must(clerk, 'handling', 'recordDelivery', delivery(caseId, whereabouts, '2026-03-02'));
    const closing = {
      commandId: id(),
      caseId,
      concludedOn: '2026-03-02',
      ground: 'transferred-out',
      summary: '已转送。',
    };
    await desk.must(clerk, 'handling', 'conclude', closing);
    // The letter to the other organ is served to nobody.
    expect((await get(caseId)).steps.filter((step) => step.open)).toEqual([]);
  });

  it('of an accusation never goes to the accused unit', async () => {
    const caseId = await desk.register({
      purpose: 'ACCUSE',
      category: 'C1804',
      accusedUnit: '新金村民委员会',
    });
    const input = transfer(caseId, '新陂镇新金村民委员会');
    expect(await desk.refused(clerk, 'handling', 'transferOut', input)).toEqual({
      code: 'accused-unit',
      field: 'toName',
      article: '《信访工作条例》第三十条第三款',
    });
    await desk.must(clerk, 'handling', 'transferOut', transfer(caseId, '兴宁市纪委监委'));
  });
});

describe('service', () => {
  it('of an unknown paper, twice, or refused without a witness is not recorded', async () => {
    const caseId = await desk.register();
    const [paper] = (await desk.must(clerk, 'handling', 'accept', acceptance(caseId, '2026-03-02'))).papers;
    const paperId = paper?.paperId ?? '';
    const input = (change: object) => delivery(caseId, paperId, '2026-03-02', change);
    for (const unknown of ['acceptanceNotice:新陂信受〔2026〕9号', 'visitRegister', 'rubbish', ':'])
      expect(
        await desk.refused(clerk, 'handling', 'recordDelivery', input({ paperId: unknown })),
      ).toMatchObject({
        code: 'unknown-paper',
        field: 'paperId',
      });
    expect(await desk.refused(clerk, 'handling', 'recordDelivery', input({ refused: true }))).toMatchObject({
      code: 'witness-missing',
      field: 'note',
    });
    await desk.must(
      clerk,
      'handling',
      'recordDelivery',
      input({ refused: true, note: '村干部李某在场见证。' }),
    );
    expect(await desk.refused(clerk, 'handling', 'recordDelivery', input({}))).toMatchObject({
      code: 'not-now',
    });
  });
});

describe('every step', () => {
  it('done twice by a retry is done once, with the same answer', async () => {
    const caseId = await desk.register();
    const input = acceptance(caseId, '2026-03-02');
    const first = await desk.must(clerk, 'handling', 'accept', input);
    expect(await desk.must(clerk, 'handling', 'accept', input)).toEqual(first);
    expect((await get(caseId)).papers.filter((p) => p.number)).toHaveLength(1);
  });

  it('sent again with another day, another case or another note is not taken for done', async () => {
    const [caseId, other] = [await desk.register(), await desk.register()];
    const input = acceptance(caseId, '2026-03-02');
    await desk.must(clerk, 'handling', 'accept', input);
    const note = { commandId: `note-${input.commandId}`, caseId, text: '来电询问' };
    await desk.must(clerk, 'cases', 'addNote', note);
    const answers = [
      await desk.refused(clerk, 'handling', 'accept', { ...input, acceptedOn: '2026-03-01' }),
      await desk.refused(clerk, 'handling', 'accept', { ...input, caseId: other }),
      await desk.refused(clerk, 'cases', 'addNote', { ...note, text: '来电催问' }),
    ];
    expect(answers).toEqual(Array(3).fill({ code: 'saved-before' }));
    expect((await get(other)).papers.filter((p) => p.number)).toEqual([]);
  });

  it('under the command id of another call is refused', async () => {
    const caseId = await desk.register();
    const { commandId } = acceptance(caseId, '2026-03-02');
    await desk.must(clerk, 'cases', 'addNote', { commandId, caseId, text: '备注' });
    expect(
      await desk.refused(clerk, 'handling', 'accept', { ...acceptance(caseId, '2026-03-02'), commandId }),
    ).toEqual({ code: 'invalid-input', field: 'commandId' });
  });

  it('on an unknown case says so, and a mediator handles no petition', async () => {
    const unknown = acceptance('00000000-unknown', '2026-03-02');
    expect(await desk.refused(clerk, 'handling', 'accept', unknown)).toEqual({ code: 'unknown-case' });
    const caseId = await desk.register();
    const input = acceptance(caseId, '2026-03-02');
    expect(await desk.refused(mediator, 'handling', 'accept', input)).toEqual({ code: 'not-allowed' });
  });

  it('is shown as open exactly when it can be taken', async () => {
    const caseId = await desk.register();
    const steps = (await get(caseId)).steps;
    expect(steps.filter((step) => step.open).map(({ step, next }) => [step, next])).toEqual([
      ['giveNotice', true],
      ['decideRoute', false],
      ['accept', false],
      ['chooseSimple', false],
      ['transferOut', false],
      ['openMediation', false],
      ['conclude', false],
      ['requestSupplement', false],
      ['split', false],
    ]);
    expect(steps.find((step) => step.step === 'issueOpinion')).toEqual({
      ...{ step: 'issueOpinion', open: false, next: false, aside: false },
      ...{ reason: 'not-now', article: '《信访工作条例》第三十二条' },
    });
    expect(await desk.refused(clerk, 'handling', 'issueOpinion', opinion(caseId, '2026-03-02'))).toEqual({
      ...{ code: 'not-now', article: '《信访工作条例》第三十二条' },
    });
  });
});

describe('paper numbers', () => {
  it('run through the year, begin anew with the next, and name the desk that is not the first', async () => {
    const second = openWorkplace({ letter: 'B' });
    try {
      const number = async (at: Desk, day: string) => {
        at.clock.now = `${day}T10:00:00+08:00`;
        const caseId = await at.register({ receivedOn: day });
        return (await at.must(clerk, 'handling', 'accept', acceptance(caseId, day))).papers[0]?.number;
      };
      expect([
        await number(desk, '2026-03-02'),
        await number(desk, '2026-12-31'),
        await number(desk, '2027-01-04'),
        await number(second, '2026-03-02'),
        await number(second, '2026-03-02'),
      ]).toEqual([
        '新陂信受〔2026〕1号',
        '新陂信受〔2026〕2号',
        '新陂信受〔2027〕1号',
        '新陂信受〔2026〕B1号',
        '新陂信受〔2026〕B2号',
      ]);
    } finally {
      await second.close();
    }
  });
});
