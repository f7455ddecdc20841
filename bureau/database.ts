import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
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
  // A connection that dies (its server was restarted) must not end this process: while nobody uses it the pool tells us,
  // and while somebody does, whoever waits for its answer hears of it; without a listener Node would end us all the same.
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', () => {}));
  const orm = drizzle(pool);
  orm.transaction = (work, config) => transactionOn(pool, (client) => client.transaction(work, config));
  try {
    await prepareDatabase(orm);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { orm, close: () => pool.end() };
}

/**
 * Lends a connection to one transaction, and throws it away when it turned out to be dead. Drizzle's own way over a pool
 * never gives back one that is dead at `begin`, and ten of those leave none.
 */
async function transactionOn<T>(pool: Pool, work: (orm: NodePgDatabase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let dead = false;
  try {
    return await work(drizzle(client));
  } catch (error) {
    dead = isAway(error);
    throw error;
  } finally {
    client.release(dead);
  }
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

/**
 * What PostgreSQL or the system says while the server is away: being stopped, recovering, out of connections, or not there
 * at all. Class 08 is a broken connection.
 */
const AWAY =
  /^(08...|57P0[1235]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** The driver's own words for the same; it gives them no code. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database cannot be reached at the moment: nothing is wrong with what was asked, and later it will work. */
export function isAway(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return AWAY.test(sqlStateOf(error) ?? '') || (cause instanceof Error && AWAY_WORDS.test(cause.message));
}

/** The five characters with which PostgreSQL says what went wrong, if it was PostgreSQL. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
