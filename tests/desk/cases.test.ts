import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../db/schema.ts';
import { clerk, id, leader, mediator, otherClerk } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const entries = () =>
  desk.workplace.db.orm
    .select()
    .from(audit)
    .all()
    .map(({ person, act, ref }) => ({ person, act, ref }))
    .filter(({ act }) => act !== 'set-up');

describe('the page of a case', () => {
  it('shows everything, numbers masked', async () => {
    const caseId = await desk.register();
    const view = await desk.must(clerk, 'cases', 'get', { caseId });
    const { steps: _steps, papers: _papers, clocks, timeline, ...rest } = view;
    expect(rest).toEqual({
      row: {
        caseId,
        number: expect.stringMatching(/^441481104-20260302-A0001-.$/),
        ...{ receivedOn: '2026-03-02', channel: 'VISIT', purpose: 'CLAIM', category: 'C0302' },
        ...{ title: '新金村村道路面破损影响出行，请求修复', leadName: '张德福', personsPresent: 1 },
        ...{ placeName: '新陂镇新金村', unitName: '新陂镇', status: 'registered', ours: true },
        ...{ restricted: false, synced: false },
        nextClock: {
          ...{ rule: 'D02', name: '书面告知（直接收到）', dueRaw: '2026-03-17' },
          ...{ urgency: 'green', daysLeft: 15 },
        },
      },
      registration: {
        ...{ channel: 'VISIT', purpose: 'CLAIM', category: 'C0302', title: rest.row.title },
        facts: '2025年9月连续降雨后，新金村上围路口至小学门前的村道路面出现坑洼。',
        request: '修复村道路面。',
        place: { code: '441481104201', name: '新陂镇新金村' },
        petitioners: [
          {
            ...{ name: '张德福', lead: true, representative: false, sex: 'male' },
            ...{ idNumber: '4414**********0018', phone: '138****0000' },
            address: '新陂镇新金村上围小组12号',
          },
        ],
        ...{ personsPresent: 1, anonymous: false, addressUnclear: false, receivedOn: '2026-03-02' },
      },
      unit: { code: '441481104', name: '新陂镇' },
      registeredBy: '罗秀英',
      registeredAt: '2026-03-02T09:15:00+08:00',
      ...{ assignments: [], mediations: [], attachments: [] },
    });
    expect(clocks).toEqual([
      {
        ...{ rule: 'D02', name: '书面告知（直接收到）', article: '《信访工作条例》第二十三条第二款' },
        ...{ owedBy: 'unit', start: '2026-03-02', startFact: '收到信访事项', state: 'running' },
        ...{ dueRaw: '2026-03-17', dueLegal: '2026-03-17', dueSystem: '2026-03-17T09:15:00+08:00' },
        ...{ provisional: false, calendarVersion: expect.any(String), urgency: 'green', daysLeft: 15 },
        working: [
          '2026年3月2日收到信访事项，当日不计入，2026年3月3日为第1日。',
          '第15日为2026年3月17日。',
          '2026年3月17日是工作日，不顺延。',
        ],
      },
    ]);
    expect(timeline).toEqual([
      {
        ...{ id: expect.any(String), type: 'petition-registered', actor: '罗秀英', unitName: '新陂镇' },
        ...{ claimed: '2026-03-02T00:00:00+08:00', entered: '2026-03-02T09:15:00+08:00' },
        ...{ text: expect.any(String), sync: 'local' },
      },
    ]);
  });

  it('and a full number are in the audit trail by ids only, before they are seen', async () => {
    const caseId = await desk.register();
    await desk.must(mediator, 'cases', 'get', { caseId });
    await desk.must(clerk, 'cases', 'unmask', { caseId, index: 0 });
    await desk.refused(clerk, 'cases', 'unmask', { caseId, index: 7 });
    await desk.refused(clerk, 'cases', 'get', { caseId: '00000000-unknown' });
    expect(entries()).toEqual([
      { person: 'mediator-1', act: 'case-read', ref: caseId },
      { person: 'clerk-0001', act: 'person-unmasked', ref: `${caseId}#0` },
    ]);
  });

  it('of somebody without numbers unmasks to nothing', async () => {
    const caseId = await desk.register({
      petitioners: [{ name: '李秀兰', lead: true, representative: false }],
    });
    expect(await desk.must(clerk, 'cases', 'unmask', { caseId, index: 0 })).toEqual({
      phone: '',
      idNumber: '',
    });
  });

  it('keeps a note of anybody who may read it', async () => {
    const caseId = await desk.register();
    const note = { commandId: id(), caseId, text: '信访人补充了照片。' };
    await desk.must(mediator, 'cases', 'addNote', note);
    await desk.must(mediator, 'cases', 'addNote', note);
    const { timeline } = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(timeline.map(({ type, actor }) => [type, actor])).toEqual([
      ['petition-registered', '罗秀英'],
      ['note-added', '黄国强'],
    ]);
  });
});

describe('the wall around an accusation', () => {
  const accusation = {
    purpose: 'ACCUSE',
    category: 'C1804',
    title: '反映村干部作风问题',
    accusedUnit: '新金村民委员会',
  } as const;

  it('lets leaders and the person who registered it through, to everybody else it does not exist', async () => {
    const caseId = await desk.register(accusation);
    for (const who of [clerk, leader]) {
      const view = await desk.must(who, 'cases', 'get', { caseId });
      expect(view.row).toMatchObject({ restricted: true, title: '反映村干部作风问题' });
    }
    const unknown = { code: 'unknown-case' };
    const commandId = id();
    for (const who of [otherClerk, mediator]) {
      expect(await desk.refused(who, 'cases', 'get', { caseId })).toEqual(unknown);
      expect(await desk.refused(who, 'cases', 'unmask', { caseId, index: 0 })).toEqual(unknown);
      expect(await desk.refused(who, 'cases', 'addNote', { commandId, caseId, text: '备注' })).toEqual(
        unknown,
      );
      const file = { commandId, caseId, uploadId: id(), name: 'a.pdf' };
      expect(await desk.refused(who, 'attachments', 'finish', file)).toEqual(unknown);
      const paper = { subject: 'case', id: caseId, paperId: 'visitRegister' };
      expect(await desk.refused(who, 'papers', 'pdf', paper)).toEqual({ code: 'unknown-paper' });
      expect(await desk.refused(who, 'papers', 'printed', paper)).toEqual({ code: 'unknown-paper' });
    }
    const step = { commandId, caseId, acceptedOn: '2026-03-02', legalRoute: 5, department: '办公室' };
    expect(await desk.refused(otherClerk, 'handling', 'accept', step)).toEqual(unknown);
    const changes = { commandId, caseId, changes: { title: '改' }, reason: '改' };
    expect(await desk.refused(otherClerk, 'registration', 'amend', changes)).toEqual(unknown);
    const dispute = {
      ...{ commandId, caseId, committee: '调委会', mediators: ['黄国强'], disputeType: '02', title: '纠纷' },
      ...{ facts: '', openedOn: '2026-03-02' },
      parties: ['甲某', '乙某'].map((name) => ({
        ...{ name, consentOn: '2026-03-02', consentManner: 'oral', consents: true },
      })),
    };
    expect(await desk.refused(mediator, 'mediation', 'open', dispute)).toEqual(unknown);
    expect(await desk.refused(leader, 'mediation', 'open', dispute)).toMatchObject({ code: 'accusation' });
  });

  it('keeps it out of lists, searches, counts and duties of others, and out of the word index of all', async () => {
    await desk.register(accusation);
    await desk.register();
    const seen = async (who: typeof clerk, text = '') => {
      const { rows, total } = await desk.must(who, 'cases', 'list', { text });
      return [rows.length, total];
    };
    expect([await seen(clerk), await seen(leader), await seen(otherClerk), await seen(mediator)]).toEqual([
      ...[
        [2, 2],
        [2, 2],
        [1, 1],
        [1, 1],
      ],
    ]);
    expect([await seen(leader, '作风'), await seen(otherClerk, '作风')]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    // A part of the number would tell that it exists.
    expect([await seen(leader, 'A0001'), await seen(otherClerk, 'A0001')]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const today = await desk.must(otherClerk, 'today', 'overview', {});
    expect([today.registeredToday, today.openCases, today.duties.length]).toEqual([1, 1, 1]);
    const chief = await desk.must(leader, 'today', 'overview', {});
    expect([chief.registeredToday, chief.openCases, chief.duties.length]).toEqual([2, 2, 2]);
  });

  it('never takes the petition route, and its facts are addressed apart', async () => {
    const caseId = await desk.register(accusation);
    const step = { commandId: id(), caseId, acceptedOn: '2026-03-02', legalRoute: 6, department: '办公室' };
    expect(await desk.refused(clerk, 'handling', 'accept', step)).toMatchObject({
      code: 'route-not-petition',
    });
    const frames = desk.workplace.db.sqlite
      .prepare('select frame from event where case_id = ?')
      .pluck()
      .all(caseId) as Buffer[];
    expect(frames.map((frame) => frame.includes('unit:441481104:restricted'))).toEqual([true]);
  });
});

describe('the list', () => {
  it('finds by words, initials, number, phone and identity tails, and filters', async () => {
    await desk.register();
    await desk.register({
      channel: 'LETTER',
      title: '山林界址争议',
      facts: '界址不清。',
      request: '',
      category: 'C0108',
      receivedOn: '2026-02-20',
      petitioners: [{ name: '仇满福', lead: true, representative: false, phone: '13900001234' }],
    });
    const titles = async (filter: object) =>
      (await desk.must(clerk, 'cases', 'list', filter)).rows.map((row) => row.title.slice(0, 4));
    const road = ['新金村村'];
    const hills = ['山林界址'];
    expect({
      all: await titles({}),
      words: await titles({ text: '路面 修复' }),
      one: await titles({ text: '坑' }),
      initials: await titles({ text: 'qmf' }),
      name: await titles({ text: '张德福' }),
      phone: await titles({ text: '1234' }),
      idTail: await titles({ text: '0018' }),
      number: await titles({ text: 'a0002' }),
      channel: await titles({ channel: ['LETTER'] }),
      category: await titles({ category: 'C0302' }),
      until: await titles({ receivedTo: '2026-02-28' }),
      due: await titles({ sort: 'due' }),
      week: await titles({ due: 'week' }),
      elsewhere: await titles({ custody: 'elsewhere' }),
      nothing: await titles({ text: '无此内容' }),
    }).toEqual({
      all: [...road, ...hills],
      words: road,
      one: road,
      initials: hills,
      name: road,
      phone: hills,
      idTail: road,
      number: hills,
      channel: hills,
      category: road,
      until: hills,
      due: [...hills, ...road],
      week: hills,
      elsewhere: [],
      nothing: [],
    });
  });
});
