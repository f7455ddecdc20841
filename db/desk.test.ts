import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChainMark, checkChain, writeAudit } from './auditChain.ts';
import {
  answeredBefore,
  countPrint,
  findAccount,
  listAccounts,
  listDrafts,
  printsOf,
  readCursors,
  readSetting,
  rememberAnswer,
  removeDraft,
  takeCaseSequence,
  writeAccount,
  writeCursor,
  writeDraft,
  writeSetting,
} from './desk.ts';
import { lastPaperNumber, takePaperNumber } from './project.ts';
import { testDatabase } from './testDatabase.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
  db = testDatabase();
});
afterEach(() => db.remove());

it('a setting comes back as it was written, the last one counts, an unknown one is undefined', () => {
  writeSetting(db.orm, 'unit', { organName: '新陂镇人民政府' });
  writeSetting(db.orm, 'unit', { organName: '刁坊镇人民政府', offsets: [1, null] });
  expect([readSetting(db.orm, 'unit'), readSetting(db.orm, '__proto__')]).toEqual([
    { organName: '刁坊镇人民政府', offsets: [1, null] },
    undefined,
  ]);
});

it('the answer to a command is kept once', () => {
  const row = {
    commandId: 'command-1',
    method: 'registration.register',
    answer: '{"n":1}',
    at: '2026-03-02',
  };
  rememberAnswer(db.orm, row);
  expect(answeredBefore(db.orm, 'command-1')).toMatchObject({ method: row.method, answer: row.answer });
  expect(answeredBefore(db.orm, 'command-2')).toBeUndefined();
  expect(() => rememberAnswer(db.orm, row)).toThrow('UNIQUE');
});

describe('numbers', () => {
  it('cases are counted from 1 each day', () => {
    const days = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-02'];
    expect(days.map((day) => takeCaseSequence(db.orm, day))).toEqual([1, 2, 1, 3]);
  });

  it('papers are counted by unit, desk, series and year', () => {
    const series = { unitCode: '441481104', letter: 'A', series: '信受', year: 2026 };
    const all = [
      series,
      series,
      { ...series, year: 2027 },
      { ...series, letter: 'B' },
      { ...series, series: '信意' },
      series,
    ];
    expect(all.map((one) => takePaperNumber(db.orm, one))).toEqual([1, 2, 1, 1, 1, 3]);
    expect([lastPaperNumber(db.orm, series), lastPaperNumber(db.orm, { ...series, year: 2030 })]).toEqual([
      3, 0,
    ]);
  });

  it('a number taken in a transaction that fails is not taken', () => {
    expect(() =>
      db.write(() => {
        takeCaseSequence(db.orm, '2026-03-02');
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(takeCaseSequence(db.orm, '2026-03-02')).toBe(1);
  });

  it('prints of a paper are counted', () => {
    const key = { subject: 'case', id: 'case-1', paperId: 'acceptanceNotice:1' };
    expect([
      printsOf(db.orm, key),
      countPrint(db.orm, key),
      countPrint(db.orm, key),
      printsOf(db.orm, key),
    ]).toEqual([0, 1, 2, 2]);
    expect(printsOf(db.orm, { ...key, subject: 'mediation' })).toBe(0);
  });
});

describe('drafts', () => {
  const draft = {
    draftId: 'draft-1',
    author: 'clerk-1',
    form: 'registration',
    title: '张',
    body: '{}',
    savedAt: '2026-03-02T09:00',
  };

  it('the last save wins, the newest stands first, a form narrows', () => {
    writeDraft(db.orm, draft);
    writeDraft(db.orm, { ...draft, draftId: 'draft-2', form: 'opinion', savedAt: '2026-03-02T09:05' });
    writeDraft(db.orm, { ...draft, title: '张德福', savedAt: '2026-03-02T09:10' });
    expect(listDrafts(db.orm, 'clerk-1', undefined).map((d) => [d.draftId, d.title])).toEqual([
      ['draft-1', '张德福'],
      ['draft-2', '张'],
    ]);
    expect(listDrafts(db.orm, 'clerk-1', 'opinion').map((d) => d.draftId)).toEqual(['draft-2']);
  });

  it('somebody else neither sees, nor changes, nor removes them', () => {
    writeDraft(db.orm, draft);
    writeDraft(db.orm, { ...draft, author: 'clerk-2', body: 'stolen' });
    removeDraft(db.orm, 'draft-1', 'clerk-2');
    expect(listDrafts(db.orm, 'clerk-2', undefined)).toEqual([]);
    expect(listDrafts(db.orm, 'clerk-1', undefined)).toEqual([draft]);
    removeDraft(db.orm, 'draft-1', 'clerk-1');
    expect(listDrafts(db.orm, 'clerk-1', undefined)).toEqual([]);
  });
});

/** What somebody does who has the key and a tool of his own: takes the guards away first. */
function changeFromOutside(sql: string): void {
  const guards = db.sqlite
    .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit'")
    .pluck()
    .all() as string[];
  for (const name of guards) db.sqlite.exec(`drop trigger ${name}`);
  db.sqlite.exec(sql);
}

describe('the trail of who read and printed', () => {
  const entry = (n: number) => ({
    at: `2026-03-02T09:0${n}:00+08:00`,
    person: '罗秀英',
    act: 'read-case',
    ref: `case-${n}`,
  });

  it('is chained: each hash covers the entry and the hash before', () => {
    for (const n of [1, 2, 3]) writeAudit(db.orm, entry(n));
    const rows = db.sqlite
      .prepare('select at, person, act, ref, prev, hash from audit order by n')
      .all() as Record<string, string>[];
    let prev = '';
    for (const { hash, prev: before, ...rest } of rows) {
      expect(before).toBe(prev);
      prev = createHash('sha256')
        .update(`fq-audit-1\n${before}\n${JSON.stringify(rest)}`)
        .digest('hex');
      expect(hash).toBe(prev);
    }
    expect(rows.map((row) => row.ref)).toEqual(['case-1', 'case-2', 'case-3']);
  });

  it('is checked part by part, and the first entry that does not follow is named', () => {
    for (const n of [1, 2, 3, 4]) writeAudit(db.orm, entry(n));
    const start = { n: 0, hash: '' };
    const two = checkChain(db.orm, start, 2);
    expect(two).toEqual({ mark: { n: 2, hash: expect.any(String) } });
    expect('mark' in (two as object) && checkChain(db.orm, (two as { mark: ChainMark }).mark, 3)).toBe('end');
    expect(checkChain(db.orm, start, 9)).toBe('end');
    changeFromOutside("update audit set person = '他人' where n = 3");
    expect(checkChain(db.orm, start, 9)).toEqual({ broken: 3 });
    changeFromOutside('delete from audit where n = 2');
    expect(checkChain(db.orm, start, 9)).toEqual({ broken: 2 });
  });

  it.each([
    'delete from audit',
    "update audit set person = '他人'",
    "insert or replace into audit select n, at, '他人', act, ref, prev, hash from audit",
  ])('is never changed: %s', (sql) => {
    writeAudit(db.orm, entry(1));
    expect(() => db.sqlite.exec(sql)).toThrow('the audit trail is never');
    expect(db.sqlite.prepare('select person from audit').pluck().all()).toEqual(['罗秀英']);
  });
});

it('accounts are added and replaced by id; one name is one person', () => {
  const one = { id: 'p-1', name: '罗秀英', roles: '["clerk"]', active: true, createdAt: '2026-03-02' };
  writeAccount(db.orm, one);
  writeAccount(db.orm, { ...one, active: false });
  expect([findAccount(db.orm, 'p-1'), findAccount(db.orm, 'p-9')]).toEqual([
    { ...one, active: false },
    undefined,
  ]);
  expect(() => writeAccount(db.orm, { ...one, id: 'p-2' })).toThrow('UNIQUE');
  expect(listAccounts(db.orm).length).toBe(1);
});

it('a feed’s cursor moves', () => {
  const digest = Buffer.alloc(32, 1);
  writeCursor(db.orm, { scope: 'dir', cursor: 1, digest: Buffer.alloc(32) });
  writeCursor(db.orm, { scope: 'dir', cursor: 5, digest });
  expect(readCursors(db.orm)).toEqual([{ scope: 'dir', cursor: 5, digest }]);
});
