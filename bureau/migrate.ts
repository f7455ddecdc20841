import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

type Database = PgDatabase<PgQueryResultHKT>;
type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The database was written by a newer program: it must not be touched. */
export class NewerDatabaseError extends Error {}

/** Any number that no other program of this database uses; one migration at a time, however many servers start. */
const MIGRATION_LOCK = 4_414_810_001;

/**
 * Brings the database to the newest version in one transaction, or leaves it untouched. Our own runner, because the
 * stock one decides by file time, skips late merges and works on newer databases.
 */
export async function migrate(orm: Database, folder: string): Promise<void> {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  steps.forEach((name, i) => {
    if (Number.parseInt(name, 10) !== i) throw new Error(`${name} should be number ${i}`);
  });
  await orm.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    const found = await readVersion(tx);
    if (found > steps.length) throw new NewerDatabaseError(`database ${found}, program ${steps.length}`);
    for (const name of steps.slice(found)) {
      // One statement at a time: PGlite takes no more through the extended protocol.
      for (const statement of readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
        await tx.execute(sql.raw(statement));
    }
    if (found < steps.length) await tx.execute(sql`update schema_version set version = ${steps.length}`);
  });
}

async function readVersion(tx: Transaction): Promise<number> {
  await tx.execute(sql`create table if not exists schema_version (version integer not null)`);
  const { rows } = (await tx.execute(sql`select version from schema_version`)) as unknown as {
    rows: { version: number }[];
  };
  if (rows[0]) return rows[0].version;
  await tx.execute(sql`insert into schema_version values (0)`);
  return 0;
}
