/** All officers, desks and petitioners are made up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { InputOf } from '../../contract/define.ts';
import { must, openConsole, TOWNS } from './console.ts';
import { enrolledDesk } from './enrolledDesk.ts';

type Console = Awaited<ReturnType<typeof openConsole>>;
const [XINPI, DIAOFANG] = TOWNS as [{ code: string; name: string }, { code: string; name: string }];
const person = (name: string) => [{ name, lead: true, representative: false }];
const MATTERS = [
  {
    title: '反映宅基地纠纷',
    facts: '与邻居因滴水位置发生争执。',
    petitioners: person('曾某花'),
    receivedOn: '2026-02-27',
  },
  {
    title: '咨询低保政策',
    facts: '询问申请条件 WiFi 缴费',
    purpose: 'ENQUIRY',
    petitioners: person('廖某'),
    channel: 'CALL',
  },
  {
    title: '要求修复水渠',
    facts: '水渠垮塌，影响灌溉。',
    petitioners: person('阿依古丽·买买提'),
    personsPresent: 6,
  },
  {
    title: '要求支付工资',
    facts: '拖欠工资三个月。',
    petitioners: person('曾某强'),
    receivedOn: '2026-03-01',
  },
] as const;

let at: Console;
let officer: Awaited<ReturnType<Console['signedIn']>>;
const ids: string[] = [];
const numbers: string[] = [];
beforeAll(async () => {
  at = await openConsole();
  officer = await at.signedIn();
  const boss = await at.signedIn({ roles: ['administrator'] });
  const exchange = { bureau: at.office.bureau, store: at.store, now: at.office.now };
  for (const [i, unit] of [XINPI, DIAOFANG].entries()) {
    const asked = { commandId: `code-000000${i}`, unit: unit.code };
    const { code } = must(await boss.bureau.desks.createCode(asked));
    const desk = await enrolledDesk(exchange, { code, unit, letter: 'A', deskName: `${unit.name}一号机` });
    for (const matter of MATTERS.slice(i * 2, i * 2 + 2)) {
      at.clock.now = new Date(at.clock.now.getTime() + 60_000);
      const { caseId, number } = await desk.register({ ...matter, petitioners: [...matter.petitioners] });
      ids.push(caseId);
      numbers.push(number);
    }
  }
});
afterAll(() => at.close());

const list = (filter: InputOf<BureauContract['cases']['list']>) =>
  officer.bureau.cases.list(filter).then(must);
/** Places in MATTERS of what is found, in the order in which it comes. */
const found = async (filter: InputOf<BureauContract['cases']['list']>) =>
  (await list(filter)).rows.map((row) => ids.indexOf(row.caseId));

describe('searching what arrived', () => {
  it.each([
    ['a word of two characters', '滴水', [0]],
    ['a word across the end of another', '宅基地纠纷', [0]],
    ['a single character', '渠', [2]],
    ['a name', '曾某花', [0]],
    ['a family name in two cases', '曾', [3, 0]],
    ['a name with a dot', '阿依古丽·买买提', [2]],
    ['two terms of different fields', '曾某 工资', [3]],
    ['two terms that no case has together', '水渠 工资', []],
    ['a word in letters, however written', 'wifi', [1]],
    ['the beginning of a word in letters', 'ＷＩ', [1]],
    ['nothing but signs', '！？', []],
    ['signs of SQL and of patterns', `%' or 1=1 --_`, []],
    ['a word nobody wrote', '拆迁', []],
  ])('finds by %s', async (_what, text, expected) => {
    expect(await found({ text })).toEqual(expected);
  });

  it('finds by the whole number and by the part that is read aloud', async () => {
    expect(await found({ text: numbers[3] ?? '' })).toEqual([3]);
    expect(await found({ text: 'a0002' })).toEqual([3, 1]);
    expect(await found({ text: `${XINPI.code}-20260302` })).toEqual([1, 0]);
  });
});

describe('the list of what arrived', () => {
  it('comes in the order asked for', async () => {
    expect(await found({})).toEqual([3, 2, 1, 0]);
    const byReceipt = await found({ sort: 'received' });
    expect(byReceipt.slice(2)).toEqual([3, 0]);
    expect(new Set(byReceipt.slice(0, 2))).toEqual(new Set([1, 2]));
  });

  it('narrows by unit, state and channel, together with words', async () => {
    expect(await found({ unit: DIAOFANG.code })).toEqual([3, 2]);
    expect(await found({ channel: ['CALL', 'LETTER'] })).toEqual([1]);
    expect(await found({ status: ['concluded'] })).toEqual([]);
    expect(await found({ unit: DIAOFANG.code, status: ['registered'], text: '曾' })).toEqual([3]);
  });

  it('is read a page at a time, without losing or repeating a row', async () => {
    const pages = [];
    for (const offset of [0, 3, 6]) pages.push(await list({ offset, limit: 3 }));
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
      [3, 4],
      [1, 4],
      [0, 4],
    ]);
    expect(pages.flatMap(({ rows }) => rows.map((row) => ids.indexOf(row.caseId)))).toEqual([3, 2, 1, 0]);
  });

  it('counts what waits for an officer, over everything, and tells how near a report is', async () => {
    const sent = {
      commandId: 'assign-0001',
      caseId: ids[0] ?? '',
      toUnit: DIAOFANG.code,
      manner: 'assign' as const,
    };
    must(await officer.bureau.cases.assign({ ...sent, reportDue: '2026-03-04', requirement: '' }));
    const transferred = {
      ...sent,
      commandId: 'assign-0002',
      caseId: ids[1] ?? '',
      manner: 'transfer' as const,
    };
    must(await officer.bureau.cases.assign({ ...transferred, reportDue: null, requirement: '' }));
    const counts = { unassigned: 2, objectionOpen: 0, reportOverdue: 0 };
    expect((await list({ text: '工资' })).counts).toEqual(counts);
    expect(await found({ unassigned: true })).toEqual([3, 2]);
    expect(await found({ objectionOpen: true })).toEqual([]);
    expect(await found({ sort: 'report-due', limit: 1 })).toEqual([0]);
    expect(await found({ unit: DIAOFANG.code })).toEqual([3, 2, 1, 0]);
    const days = async () => (await list({ sort: 'report-due' })).rows.map((row) => row.reportDaysLeft);
    expect(await days()).toEqual([2, null, null, null]);
    // Two in the afternoon of 5 March in Beijing.
    at.clock.now = new Date('2026-03-05T06:00:00.000Z');
    officer = await at.signedIn();
    expect(await days()).toEqual([-1, null, null, null]);
    expect((await list({})).counts).toEqual({ ...counts, reportOverdue: 1 });
  });

  it('refuses a page beyond what may be asked for', async () => {
    expect(await officer.bureau.cases.list({ limit: 201 })).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', field: 'limit' },
    });
  });

  it('is not for an administrator, who reads no case', async () => {
    const boss = await at.signedIn({ roles: ['administrator'] });
    const denied = { ok: false, refusal: { code: 'not-allowed' } };
    expect(await boss.bureau.cases.list({})).toEqual(denied);
    expect(await boss.bureau.cases.get({ caseId: ids[0] ?? '' })).toEqual(denied);
  });
});
