import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import { migrate } from './migrate.ts';

/** A PostgreSQL behind drizzle, whichever driver carries it (a pool of connections; PGlite in tests). */
export type Database = PgDatabase<PgQueryResultHKT>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenedDatabase {
  orm: Database;
  close(): Promise<void>;
}

/** Numbered SQL files of the bureau's schema. */
const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Connections of one server process; PostgreSQL allows 100 for all processes together. */
const CONNECTIONS = 10;

/** Opens the database at this address and brings it to the newest version. */
export async function openDatabase(url: string, report: (error: Error) => void): Promise<OpenedDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: 'fengqiao-bureau',
  });
  // A connection that dies while nobody uses it (the server was restarted) must not end this process.
  pool.on('error', report);
  const orm = drizzle(pool);
  try {
    await prepareDatabase(orm);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { orm, close: () => pool.end() };
}

/** Brings an opened database to the newest version; refuses a newer one. */
export const prepareDatabase = (orm: Database): Promise<void> => migrate(orm, MIGRATIONS);

/** Losing a race with another writer; the same work done again succeeds (unique, serialization, deadlock). */
const RACE_LOST = new Set(['23505', '40001', '40P01']);
const TRIES = 4;

/**
 * Runs `work` in one transaction and commits before it answers. Work that lost a race with another writer is done again
 * from the start, so it must keep nothing from the first try.
 */
export async function inTransaction<T>(orm: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await orm.transaction(work);
    } catch (error) {
      if (tried === TRIES || !RACE_LOST.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
}

/** The five characters with which PostgreSQL says what went wrong, if it was PostgreSQL. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
