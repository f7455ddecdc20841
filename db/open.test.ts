import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSetting } from './desk.ts';
import { DatabaseTrouble, openDatabase } from './open.ts';
import { MIGRATIONS, TEST_KEY, testDatabase } from './testDatabase.ts';

const SECRET = '张德福反映村道路面破损';
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
  db = testDatabase();
});
afterEach(() => db.remove());

const open = (changes: Partial<Parameters<typeof openDatabase>[0]> = {}) =>
  openDatabase({ file: db.file, key: TEST_KEY, migrations: MIGRATIONS, ...changes });
/** The trouble that opening (or what follows) meets; `none` when it works. */
function troubleOf(work: () => unknown): string {
  try {
    const found = work();
    if (found && typeof found === 'object' && 'close' in found) (found as { close(): void }).close();
    return 'none';
  } catch (error) {
    if (error instanceof DatabaseTrouble) return error.code;
    throw error;
  }
}
const fill = (rows: number) =>
  db.write(() => {
    for (let i = 0; i < rows; i++) writeSetting(db.orm, `n${i}`, SECRET.repeat(200));
  });

describe('every connection', () => {
  const wanted = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    temp_store: 2,
    secure_delete: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    recursive_triggers: 1,
    cipher: 'chacha20',
  };
  const pragmas = (sqlite: Database.Database) =>
    Object.fromEntries(Object.keys(wanted).map((name) => [name, sqlite.pragma(name, { simple: true }) ?? 0]));

  it('has the pragmas that durability rests on, the second one on an old file too', () => {
    expect(pragmas(db.sqlite)).toEqual(wanted);
    db.close();
    const again = open();
    expect(pragmas(again.sqlite)).toEqual(wanted);
    again.close();
  });
});

describe('the cipher', () => {
  it('is really on: no byte of text, table name or file format can be read from the disk', () => {
    fill(20);
    const files = readdirSync(db.folder).map((name) => readFileSync(join(db.folder, name)));
    db.close();
    files.push(readFileSync(db.file));
    expect(files.length).toBeGreaterThan(1);
    for (const bytes of files)
      for (const text of [SECRET, SECRET.slice(0, 3), 'SQLite format', 'create table', 'setting'])
        expect(bytes.includes(Buffer.from(text)), text).toBe(false);
  });

  it('opens with its key only', () => {
    writeSetting(db.orm, 'unit', SECRET);
    db.close();
    expect(troubleOf(() => open({ key: Buffer.alloc(32, 8) }))).toBe('damaged-database');
    expect(() => new Database(db.file).prepare('select * from setting').all()).toThrow('not a database');
    const again = open();
    expect(again.sqlite.prepare('select value from setting').pluck().get()).toBe(JSON.stringify(SECRET));
    again.close();
  });

  it('a key that is not 32 bytes is a bug', () => {
    expect(() => open({ key: Buffer.alloc(31) })).toThrow('32 bytes');
  });

  it('a copy before a change is encrypted with the same key', () => {
    fill(5);
    const target = join(db.folder, 'copy.db');
    db.sqlite.prepare('vacuum into ?').run(target);
    expect(readFileSync(target).includes(Buffer.from(SECRET))).toBe(false);
    const copy = open({ file: target });
    expect(copy.sqlite.prepare('select count(*) from setting').pluck().get()).toBe(5);
    copy.close();
  });
});

describe('bad days', () => {
  it('a file that should be there and is not, is not made anew', () => {
    const file = join(db.folder, 'gone.db');
    expect(troubleOf(() => open({ file }))).toBe('damaged-database');
    expect(existsSync(file)).toBe(false);
  });

  it('a newer file is refused and stays byte for byte as it is', () => {
    db.sqlite.pragma('user_version = 999');
    db.close();
    const before = readFileSync(db.file);
    expect(troubleOf(() => open())).toBe('newer-database');
    expect(readFileSync(db.file).equals(before)).toBe(true);
  });

  it.each([
    ['a damaged header', (file: string) => overwrite(file, 0)],
    ['a damaged page', (file: string) => overwrite(file, 4096 + 100)],
    ['a file cut off in the first page', (file: string) => truncateSync(file, 1000)],
    ['a page of some other program', (file: string) => writeFileSync(file, '<html>'.repeat(2000))],
  ])('%s is told as damage, and the file is not touched', (_name, harm) => {
    fill(5);
    db.close();
    harm(db.file);
    const before = readFileSync(db.file);
    expect(troubleOf(() => readAll(open()))).toBe('damaged-database');
    expect(readFileSync(db.file).equals(before)).toBe(true);
  });

  it('a file cut off later is told as damage when what is missing is read', () => {
    fill(60);
    db.close();
    truncateSync(db.file, 12_288);
    expect(troubleOf(() => readAll(open()))).toBe('damaged-database');
  });

  it('a full disk refuses the write, keeps what was there, and works again when there is room', () => {
    fill(1);
    const pages = db.sqlite.pragma('page_count', { simple: true }) as number;
    db.sqlite.pragma(`max_page_count = ${pages}`);
    expect(troubleOf(() => fill(200))).toBe('disk-full');
    expect(db.sqlite.prepare('select count(*) from setting').pluck().get()).toBe(1);
    db.sqlite.pragma('max_page_count = 1000000');
    fill(200);
    expect(db.sqlite.prepare('select count(*) from setting').pluck().get()).toBe(200);
  });

  it('a file that may not be written is told as such, not as damage', () => {
    fill(1);
    db.close();
    const place = mkdtempSync(join(tmpdir(), 'fengqiao-readonly-'));
    copyFileSync(db.file, join(place, 'desk.db'));
    chmodSync(join(place, 'desk.db'), 0o444);
    chmodSync(place, 0o555);
    try {
      expect(openAsSomebodyElse(join(place, 'desk.db'))).toBe('read-only');
    } finally {
      chmodSync(place, 0o755);
      rmSync(place, { recursive: true });
    }
  });

  it('another process that keeps writing is told as a second desk', () => {
    const other = open();
    other.sqlite.exec('begin immediate');
    db.sqlite.pragma('busy_timeout = 10');
    expect(troubleOf(() => fill(1))).toBe('second-instance');
    other.sqlite.exec('rollback');
    other.close();
    fill(1);
  });
});

describe('one transaction', () => {
  const names = () => db.sqlite.prepare('select name from setting').pluck().all();

  it('is all or nothing, and its value comes back', () => {
    const bug = new Error('a bug');
    expect(() =>
      db.write(() => {
        writeSetting(db.orm, 'a', 1);
        throw bug;
      }),
    ).toThrow(bug);
    expect(names()).toEqual([]);
    expect(db.write(() => writeSetting(db.orm, 'a', 1) ?? 'done')).toBe('done');
    expect(names()).toEqual(['a']);
  });

  it('a promise is a mistake: nothing of it is written', () => {
    expect(() => db.write(() => Promise.resolve(writeSetting(db.orm, 'a', 1)))).toThrow('not a promise');
    expect(names()).toEqual([]);
  });

  it('closing twice is closing once', () => {
    db.close();
    db.close();
    expect(readdirSync(db.folder)).toEqual(['desk.db']);
  });
});

function overwrite(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, at + 64);
  writeFileSync(file, bytes);
}

/** Reads every page, so that damage anywhere shows; closes the file in any case. */
function readAll(opened: ReturnType<typeof openDatabase>): void {
  try {
    opened.write(() => {
      for (const table of ['setting', 'event', 'petition_case'])
        opened.sqlite.prepare(`select * from ${table}`).all();
      const found = opened.sqlite.pragma('integrity_check', { simple: true });
      if (found !== 'ok') throw new DatabaseTrouble('damaged-database');
    });
  } finally {
    opened.sqlite.close();
  }
}

/** Opens the file in a process of its own, which for root is nobody's: root may write everywhere. */
function openAsSomebodyElse(file: string): string {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'open.ts')).href)});
    const key = Buffer.alloc(32, 7);
    try { openDatabase({ file: ${JSON.stringify(file)}, key, migrations: ${JSON.stringify(MIGRATIONS)} }); console.log('none'); }
    catch (error) { console.log(error.code ?? error.message); }`;
  const isRoot = process.getuid?.() === 0;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  return run.stdout.trim() || run.stderr;
}
