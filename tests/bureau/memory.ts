import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { prepareDatabase } from '../../bureau/database.ts';

const root = join(import.meta.dirname, '..', '..');
const MIGRATIONS = join(root, 'bureau', 'migrations');

/** Another program or another schema has another snapshot. */
function snapshotFile(): string {
  const program = readFileSync(join(root, 'node_modules', '@electric-sql', 'pglite', 'package.json'));
  const steps = readdirSync(MIGRATIONS).sort();
  const hash = createHash('sha256').update(program);
  for (const step of steps) if (step.endsWith('.sql')) hash.update(readFileSync(join(MIGRATIONS, step)));
  return join(tmpdir(), `fengqiao-pglite-${hash.digest('hex').slice(0, 16)}.tar`);
}

/**
 * A PostgreSQL in memory with the bureau's schema and nothing in it. Making a cluster takes seconds of processor, so the
 * first test of a machine leaves a snapshot of the empty, migrated one, and the others begin with that.
 */
export async function openMemory(): Promise<PGlite> {
  const file = snapshotFile();
  if (existsSync(file)) return PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) });
  const lite = await PGlite.create();
  await prepareDatabase(drizzle(lite));
  const half = `${file}.${randomUUID()}`;
  writeFileSync(half, Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer()));
  renameSync(half, file);
  return lite;
}
