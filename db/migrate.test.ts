import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyBefore } from './backup.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import { MIGRATIONS } from './testDatabase.ts';

const FIRST = `create table town(id integer primary key, name text) strict;
create table visit(id integer primary key, town integer not null references town(id) on delete cascade) strict;
insert into town values (1, '新陂'), (2, '刁坊'); insert into visit values (10, 1), (11, 1), (12, 2);`;
/** As drizzle-kit writes a rebuild: a parent column becomes NOT NULL. */
const REBUILD = `PRAGMA foreign_keys=OFF;
create table town_new(id integer primary key, name text not null) strict;
insert into town_new select * from town;
drop table town;
alter table town_new rename to town;
PRAGMA foreign_keys=ON;`;

let folder: string;
let sqlite: Database.Database;
const steps = (files: Record<string, string>) => {
  const at = mkdtempSync(join(folder, 'sql-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text);
  return at;
};
const version = () => sqlite.pragma('user_version', { simple: true });
const tables = () =>
  sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
const never = () => {
  throw new Error('no copy was due');
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-migrate-'));
  sqlite = new Database(join(folder, 'desk.db'));
  sqlite.pragma('foreign_keys = ON');
});
afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('bringing a file to the newest version', () => {
  it('an empty file gets every step, in order, without a copy', () => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST, '0001_more.sql': 'create table more(x) ' }), never);
    expect([version(), tables()]).toEqual([2, ['more', 'town', 'visit']]);
  });

  it('a file that is up to date is left alone', () => {
    const at = steps({ '0000_first.sql': FIRST });
    migrate(sqlite, at, never);
    migrate(sqlite, at, never);
    expect(sqlite.prepare('select count(*) from visit').pluck().get()).toBe(3);
  });

  it('a rebuilt parent table keeps its child rows, and foreign keys are on again afterwards', () => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST }), never);
    migrate(sqlite, steps({ '0000_first.sql': FIRST, '0001_rebuild.sql': REBUILD }), () => {});
    expect(sqlite.prepare('select id from visit order by id').pluck().all()).toEqual([10, 11, 12]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => sqlite.exec('insert into visit values (13, 99)')).toThrow('FOREIGN KEY');
  });

  it('a copy of the file as it was is made before a change, and opens', () => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST }), never);
    const both = steps({ '0000_first.sql': FIRST, '0001_gone.sql': 'drop table visit' });
    migrate(sqlite, both, () => copyBefore(sqlite, folder));
    expect(tables()).toEqual(['town']);
    const copy = new Database(join(folder, 'desk-before-v2.db'), { readonly: true });
    expect(copy.prepare('select count(*) from visit').pluck().get()).toBe(3);
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    copy.close();
  });

  it('an older copy of the same version gives way to the new one', () => {
    sqlite.exec(FIRST);
    copyBefore(sqlite, folder);
    sqlite.exec("insert into town values (3, '罗浮')");
    copyBefore(sqlite, folder);
    const copy = new Database(join(folder, 'desk-before-v1.db'), { readonly: true });
    expect(copy.prepare('select count(*) from town').pluck().get()).toBe(3);
    copy.close();
  });
});

describe('what is refused', () => {
  it('a newer file, which stays byte for byte as it is', () => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST, '0001_more.sql': 'create table more(x)' }), never);
    const before = readFileSync(join(folder, 'desk.db'));
    expect(() => migrate(sqlite, steps({ '0000_first.sql': FIRST }), never)).toThrow(NewerDatabaseError);
    expect(readFileSync(join(folder, 'desk.db')).equals(before)).toBe(true);
  });

  it.each([
    ['a gap', { '0000_a.sql': 'select 1', '0002_c.sql': 'select 1' }, '0002_c.sql should be number 1'],
    [
      'two of one number',
      { '0000_a.sql': 'select 1', '0000_b.sql': 'select 1' },
      '0000_b.sql should be number 1',
    ],
    ['no number', { 'first.sql': 'select 1' }, 'first.sql should be number 0'],
  ])('%s in the numbers, before anything is touched', (_name, files, message) => {
    expect(() => migrate(sqlite, steps(files as Record<string, string>), never)).toThrow(message);
    expect([version(), tables()]).toEqual([0, []]);
  });

  it.each([
    ['breaks off in the middle', 'create table more(x); insert into nowhere values (1);', 'no such table'],
    ['leaves rows without their parent', 'delete from town where id = 2;', 'rows without their parent'],
  ])('a step that %s leaves the file as it was', (_name, bad, message) => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST }), never);
    const files = { '0000_first.sql': FIRST, '0001_good.sql': 'create table good(x)', '0002_bad.sql': bad };
    expect(() => migrate(sqlite, steps(files), () => {})).toThrow(message);
    expect([version(), tables(), sqlite.pragma('foreign_keys', { simple: true })]).toEqual([
      1,
      ['town', 'visit'],
      1,
    ]);
    expect(sqlite.prepare('select count(*) from town').pluck().get()).toBe(2);
  });

  it('a copy that cannot be made stops the change before it begins', () => {
    migrate(sqlite, steps({ '0000_first.sql': FIRST }), never);
    const both = steps({ '0000_first.sql': FIRST, '0001_gone.sql': 'drop table visit' });
    expect(() => migrate(sqlite, both, never)).toThrow('no copy was due');
    expect([version(), tables()]).toEqual([1, ['town', 'visit']]);
  });
});

it('the program’s own steps run one after the other from an empty file, each version keeping what the one before had', () => {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const texts = names.map((name) => [name, readFileSync(join(MIGRATIONS, name), 'utf8')] as const);
  let before: unknown[] = [];
  for (let n = 1; n <= names.length; n++) {
    migrate(sqlite, steps(Object.fromEntries(texts.slice(0, n))), () => {});
    expect(version()).toBe(n);
    expect(tables()).toEqual(expect.arrayContaining(before));
    before = tables();
    if (n === 1)
      sqlite.exec(
        "insert into setting values ('unit', '{}'); insert into event values (1,'s',1,'e1','t',1,'c','2026',x'01',x'02',x'03','local',null,null,null,0)",
      );
  }
  expect(sqlite.prepare('select id, hex(frame) as frame from event').all()).toEqual([
    { id: 'e1', frame: '01' },
  ]);
  expect(sqlite.prepare('select name from setting').pluck().all()).toEqual(['unit']);
});
