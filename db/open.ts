import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { copyBefore } from './backup.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import * as schema from './schema.ts';
import { withStatementCache } from './statementCache.ts';

/** What can be wrong with a database file; each has its own sentence on the screen. */
export type DatabaseTroubleCode =
  | 'newer-database'
  | 'damaged-database'
  | 'read-only'
  | 'disk-full'
  | 'second-instance';

/** The database cannot be opened or written; classed here once, from the driver's codes, never from message text. */
export class DatabaseTrouble extends Error {
  readonly code: DatabaseTroubleCode;
  constructor(code: DatabaseTroubleCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export type Orm = ReturnType<typeof makeOrm>;
const makeOrm = (sqlite: Database.Database) => drizzle(withStatementCache(sqlite), { schema });

export interface Db {
  sqlite: Database.Database;
  orm: Orm;
  /** Runs `work` in one BEGIN IMMEDIATE transaction and returns its value; a promise is a mistake and throws. */
  write<T>(work: () => T): T;
  close(): void;
}

export interface OpenOptions {
  file: string;
  /** 32 random bytes; never a passphrase. */
  key: Buffer;
  /** Folder with the numbered SQL files. */
  migrations: string;
  /** False refuses to create a file that should be there. */
  create?: boolean;
}

/** The only door to a desk's database: sets cipher, key and every pragma that durability rests on. */
export function openDatabase({ file, key, migrations, create = false }: OpenOptions): Db {
  // An empty file would become a new database, as if nothing had ever been in it.
  if (!create && !(existsSync(file) && statSync(file).size > 0))
    throw new DatabaseTrouble('damaged-database');
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { timeout: 5_000 });
    unlock(sqlite, key);
    const opened = sqlite;
    migrate(opened, migrations, () => copyBefore(opened, dirname(file)));
    return {
      sqlite: opened,
      orm: makeOrm(opened),
      write: (work) => write(opened, work),
      close: () => close(opened),
    };
  } catch (error) {
    sqlite?.close();
    throw asTrouble(error);
  }
}

function unlock(sqlite: Database.Database, key: Buffer): void {
  if (key.length !== 32) throw new Error('the data key has 32 bytes');
  sqlite.pragma(`cipher='chacha20'`);
  sqlite.pragma(`key="x'${key.toString('hex')}'"`);
  // Of a new file. A registration changes some twenty pages, each encrypted and flushed whole: half the usual size is a
  // third faster there, and lists lose nothing.
  sqlite.pragma('page_size = 2048');
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma('journal_mode = WAL');
  // FULL on every connection: a file already in WAL would otherwise open with NORMAL and lose the last commits.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  // Without it INSERT OR REPLACE would delete rows past the triggers that forbid it.
  sqlite.pragma('recursive_triggers = ON');
  sqlite.pragma('mmap_size = 0');
  // 32 MiB: the index of all lists stays decrypted in memory; with the 2 MiB of the driver every list would decrypt it anew.
  sqlite.pragma('cache_size = -32768');
  // Reads a page: a wrong key or a damaged header shows here, not at the first query of a clerk.
  sqlite.prepare('select count(*) from sqlite_master').get();
}

function write<T>(sqlite: Database.Database, work: () => T): T {
  try {
    return sqlite
      .transaction(() => {
        const value = work();
        if (value instanceof Promise) throw new Error('a transaction must return a value, not a promise');
        return value;
      })
      .immediate();
  } catch (error) {
    throw asTrouble(error);
  }
}

function close(sqlite: Database.Database): void {
  if (!sqlite.open) return;
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
}

/** Driver codes to our closed set; anything else is a bug and stays as it is. */
export function asTrouble(error: unknown): unknown {
  if (error instanceof NewerDatabaseError) return new DatabaseTrouble('newer-database', error);
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return new DatabaseTrouble('damaged-database', error);
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM')
  )
    return new DatabaseTrouble('read-only', error);
  // Another process writes and does not stop: this desk is not alone with its file (DV1).
  if (code.startsWith('SQLITE_BUSY')) return new DatabaseTrouble('second-instance', error);
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR_WRITE'))
    return new DatabaseTrouble('disk-full', error);
  return error;
}
