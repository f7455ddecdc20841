import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../domain/events/all.ts';
import type { Registration } from '../domain/events/registration.ts';
import { assignedEvent, OTHER_TOWN, recordedAs, registeredEvent, TOWN } from '../domain/example.ts';
import { accepted, mediation, opinion, requested, served } from '../domain/exampleFacts.ts';
import {
  type CaseQuery,
  casesInStatus,
  countCases,
  dutiesUntil,
  findCase,
  type Here,
  listAssignments,
  listCases,
  type Reader,
} from './cases.ts';
import { listMediations } from './mediations.ts';
import { project } from './project.ts';
import { initialsOf, reversedTail } from './search.ts';
import { testDatabase } from './testDatabase.ts';

// All people are made up.
const person = (name: string, phone = '', idNumber = '') => ({
  name,
  lead: true,
  representative: false,
  phone,
  idNumber,
});
const CASES: Record<string, [Partial<Registration>, ...DomainEvent[]]> = {
  road: [{}],
  water: [
    {
      title: '水渠堵塞',
      facts: '上围水渠堵塞，稻田无水。',
      channel: 'LETTER',
      category: 'C0110',
      receivedOn: '2026-03-05',
      petitioners: [person('仇志远', '13711112222', '441481198001011234')],
      personsPresent: 1,
    },
    { ...accepted },
  ],
  accusation: [
    {
      purpose: 'ACCUSE',
      title: '反映村干部作风',
      facts: '村主任私占鱼塘。',
      accusedUnit: '新金村',
      petitioners: [person('单小红', '13633334444')],
      personsPresent: 1,
      receivedOn: '2026-03-03',
    },
  ],
  away: [
    {
      title: '反映低保待遇',
      facts: '低保停发。',
      receivedOn: '2026-03-01',
      petitioners: [person('刘𬭎', '', '44148119620305001X')],
      personsPresent: 1,
    },
    assignedEvent({ assignmentId: 'assignment-away', to: OTHER_TOWN, reportDue: null }),
  ],
  ordered: [
    { title: '反映S225线噪声', facts: '货车夜间鸣笛。', receivedOn: '2026-03-04' },
    assignedEvent({ assignmentId: 'assignment-ours' }),
  ],
  answered: [
    { title: '山林界址争议', facts: '界址不清。', receivedOn: '2026-02-10' },
    accepted,
    requested,
    opinion,
    served,
  ],
};

let db: ReturnType<typeof testDatabase>;
beforeAll(() => {
  db = testDatabase();
  Object.entries(CASES).forEach(([name, [changes, ...events]], i) => {
    const number = `441481104-20260302-A000${i + 1}-K`;
    [registeredEvent(changes, number), ...events].forEach((event, seq) => {
      const actor = { id: name === 'accusation' ? 'clerk-2' : 'clerk-1', name: '罗秀英' };
      project(db.orm, recordedAs(event, seq, { caseId: name, actor }));
    });
  });
  for (const event of mediation()) project(db.orm, recordedAs(event, 1, { caseId: 'mediation-1' }));
});
afterAll(() => db.remove());

const here: Here = { today: '2026-03-17', weekAhead: '2026-03-24', unitCode: TOWN.code };
const clerk: Reader = { id: 'clerk-1', seesRestricted: false };
const registrar: Reader = { id: 'clerk-2', seesRestricted: false };
const leader: Reader = { id: 'leader-1', seesRestricted: true };
const ALL: CaseQuery = {
  ...{ text: '', status: [], channel: [], category: '', due: 'any', custody: 'any', sort: 'received' },
  ...{ offset: 0, limit: 100 },
};
const list = (changes: Partial<CaseQuery> = {}, reader = leader) => {
  const { rows, total } = listCases(db.orm, { ...ALL, ...changes }, here, reader);
  expect(total).toBeGreaterThanOrEqual(rows.length);
  return rows.map((row) => row.caseId);
};

describe('the list', () => {
  it('shows the newest receipt first, or by due date, or by number', () => {
    expect(list()).toEqual(['water', 'ordered', 'accusation', 'road', 'away', 'answered']);
    expect(list({ sort: 'number' })).toEqual(['road', 'water', 'accusation', 'away', 'ordered', 'answered']);
    expect(list({ sort: 'due' })).toEqual(['road', 'accusation', 'ordered', 'away', 'water', 'answered']);
  });

  it('comes a page at a time with the number of all', () => {
    const page = listCases(db.orm, { ...ALL, offset: 2, limit: 2 }, here, leader);
    expect([page.rows.map((r) => r.caseId), page.total]).toEqual([['accusation', 'road'], 6]);
    expect(list({ offset: 100 })).toEqual([]);
  });

  it.each([
    [{ status: ['accepted'] }, ['water']],
    [{ status: ['accepted', 'delivered'] }, ['water', 'answered']],
    [{ channel: ['LETTER'] }, ['water']],
    [{ category: 'C0110' }, ['water']],
    [{ receivedFrom: '2026-03-04' }, ['water', 'ordered']],
    [{ receivedTo: '2026-02-10' }, ['answered']],
    [{ receivedFrom: '2026-03-02', receivedTo: '2026-03-02' }, ['road']],
    [{ custody: 'elsewhere' as const }, ['away']],
    [
      { custody: 'ours' as const, channel: ['VISIT'], category: 'C0302' },
      ['ordered', 'accusation', 'road', 'answered'],
    ],
    [{ due: 'today' as const }, ['road']],
    [{ due: 'week' as const }, ['ordered', 'accusation', 'road', 'away']],
    [{ due: 'overdue' as const }, []],
  ] satisfies [Partial<CaseQuery>, string[]][])('filtered by %j', (filter, expected) => {
    expect(list(filter)).toEqual(expected);
  });

  it('a row carries what lists show and nothing to phone', () => {
    const row = findCase(db.orm, 'road', clerk);
    expect(row).toEqual({
      ...{ rowId: 1, caseId: 'road', number: '441481104-20260302-A0001-K', receivedOn: '2026-03-02' },
      ...{ registeredAt: '2026-03-02T09:15:00+08:00', channel: 'VISIT', purpose: 'CLAIM', category: 'C0302' },
      ...{ title: '新金村村道路面破损影响出行', leadName: '张德福', personsPresent: 3 },
      ...{ placeCode: '441481104201', placeName: '新陂镇新金村', unitCode: TOWN.code, unitName: TOWN.name },
      ...{ status: 'registered', restricted: false, nextDue: '2026-03-17', nextRule: 'D02' },
      ...{ nextLegal: '2026-03-17', registrar: 'clerk-1', synced: true },
    });
  });
});

describe('the search box', () => {
  it.each([
    ['水渠', ['water']],
    ['渠', ['water']],
    ['水', ['water']],
    ['路面破损', ['road']],
    ['村道 张德福', ['road']],
    ['村道 仇志远', []],
    ['秀兰', ['ordered', 'road', 'answered']],
    ['S225', ['ordered']],
    ['s22', ['ordered']],
    ['刘𬭎', ['away']],
    ['新金村', ['water', 'ordered', 'road', 'away', 'answered']],
    ['zdf', ['ordered', 'road', 'answered']],
    ['ZD', ['ordered', 'road', 'answered']],
    ['qzy', ['water']],
    ['czy', []],
    ['2222', ['water']],
    ['222', ['water']],
    ['1234', ['water']],
    ['001x', ['ordered', 'road', 'away', 'answered']],
    ['１２３', ['ordered', 'road', 'answered']],
    ['13711112222', ['water']],
    ['A0002', ['water']],
    ['a0002-k', ['water']],
    ['441481104-20260302-A0005-K', ['ordered']],
    ['20260302-A0006', ['answered']],
    ['%', []],
    ["'; drop table event; --", []],
    ['"水渠" OR 村道', []],
    ['   ', ['water', 'ordered', 'accusation', 'road', 'away', 'answered']],
  ])('%j', (text, expected) => {
    expect(list({ text })).toEqual(expected);
  });

  it('initials read a surname as a surname', () => {
    expect(['仇志远', '单小红', '曾志强', '欧阳明', 'Anna'].map(initialsOf)).toEqual([
      'qzy',
      'sxh',
      'zzq',
      'oym',
      'anna',
    ]);
    expect([reversedTail('0753-300 0000'), reversedTail('Ｘ１')]).toEqual(['00000033570', '1X']);
  });
});

describe('the wall around accusations', () => {
  it('they are seen by leaders and by who registered them, by nobody else', () => {
    for (const filter of [
      {},
      { receivedFrom: '2026-03-03', receivedTo: '2026-03-03' },
      { sort: 'number' as const },
    ]) {
      expect(list(filter, clerk)).not.toContain('accusation');
      expect(list(filter, registrar)).toContain('accusation');
      expect(list(filter, leader)).toContain('accusation');
    }
    expect([
      findCase(db.orm, 'accusation', clerk),
      findCase(db.orm, 'accusation', leader)?.restricted,
    ]).toEqual([undefined, true]);
  });

  it('no word, name, initial or phone of them is in any index, for anybody', () => {
    for (const text of ['鱼塘', '单小红', 'sxh', '3334444', '村干部', '作风'])
      for (const reader of [clerk, registrar, leader]) expect(list({ text }, reader)).toEqual([]);
    expect(db.sqlite.prepare("select count(*) from petitioner_key where name like '单%'").pluck().get()).toBe(
      0,
    );
    const corrected: DomainEvent = {
      type: 'registration-amended',
      body: { changes: { facts: '村主任私占鱼塘两口。' }, reason: '补充' },
    };
    project(db.orm, recordedAs(corrected, 9, { caseId: 'accusation' }));
    expect(list({ text: '鱼塘' })).toEqual([]);
  });

  it('they are left out of the counts of others', () => {
    const without = countCases(db.orm, here, clerk);
    expect(without).toEqual({ registeredToday: 0, open: 4, overdue: 0, dueToday: 1, dueWeek: 1 });
    expect(countCases(db.orm, here, leader)).toEqual({ ...without, open: 5, dueWeek: 2 });
    expect(dutiesUntil(db.orm, '2026-03-24', here, clerk, 10).map((r) => r.caseId)).toEqual([
      'road',
      'ordered',
    ]);
    expect(dutiesUntil(db.orm, '2026-03-24', here, leader, 2).map((r) => r.caseId)).toEqual([
      'road',
      'accusation',
    ]);
  });
});

describe('other lists', () => {
  it('counts of a day, an overdue day and an empty desk', () => {
    const later = { ...here, today: '2026-03-02', weekAhead: '2026-03-09' };
    expect(countCases(db.orm, later, leader).registeredToday).toBe(6);
    expect(
      countCases(db.orm, { ...here, today: '2026-06-01', weekAhead: '2026-06-08' }, leader).overdue,
    ).toBe(4);
    const empty = testDatabase();
    const none = { registeredToday: 0, open: 0, overdue: 0, dueToday: 0, dueWeek: 0 };
    expect(countCases(empty.orm, here, leader)).toEqual(none);
    empty.remove();
  });

  it('cases in a status, of our unit', () => {
    expect(casesInStatus(db.orm, 'await-sign', here, clerk).map((r) => r.caseId)).toEqual(['ordered']);
  });

  it('items sent down to us; finished ones only when asked for', () => {
    expect(listAssignments(db.orm, TOWN.code, true)).toMatchObject([
      { assignmentId: 'assignment-ours', caseId: 'ordered' },
    ]);
    expect(listAssignments(db.orm, OTHER_TOWN.code, true).map((a) => a.caseId)).toEqual(['away']);
  });

  it('an old item that is still open is listed behind however many finished ones', () => {
    const finished = db.sqlite.prepare(
      "insert into assignment values (?, 'c', ?, '2026-12-31', null, 'reported')",
    );
    db.write(() => Array.from({ length: 501 }, (_, i) => finished.run(`finished-${i}`, TOWN.code)));
    const open = listAssignments(db.orm, TOWN.code, true).map((a) => a.assignmentId);
    expect(open).toEqual(['assignment-ours']);
    expect(listAssignments(db.orm, TOWN.code, false)).toHaveLength(500);
  });

  it('mediations of our unit', () => {
    expect(listMediations(db.orm, TOWN.code, true)).toMatchObject([
      { mediationId: 'mediation-1', outcome: 'mediating', synced: true },
    ]);
    for (const event of mediation('failed').slice(1))
      project(db.orm, recordedAs(event, 2, { caseId: 'mediation-1' }));
    expect(listMediations(db.orm, TOWN.code, true)).toEqual([]);
    expect(listMediations(db.orm, TOWN.code, false).map((m) => m.outcome)).toEqual(['failed']);
    expect(listMediations(db.orm, OTHER_TOWN.code, false)).toEqual([]);
  });

  it('words of a correction are found, the old ones no more', () => {
    const corrected: DomainEvent = {
      type: 'registration-amended',
      body: { changes: { title: '路灯不亮', facts: '村口路灯不亮。' }, reason: '笔误' },
    };
    project(db.orm, recordedAs(corrected, 9, { caseId: 'road' }));
    expect([list({ text: '路灯' }), list({ text: '路面破损' })]).toEqual([['road'], []]);
  });
});
