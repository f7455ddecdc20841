import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

/** The file was written by a newer program: it must not be touched. */
export class NewerDatabaseError extends Error {}

/**
 * Brings the file to the newest version in one transaction, or leaves it untouched. Our own runner, because the
 * stock one loses child rows on a table rebuild, skips late merges and opens newer files.
 */
export function migrate(sqlite: Database.Database, folder: string, beforeChange: () => void): void {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  steps.forEach((name, i) => {
    if (Number.parseInt(name, 10) !== i) throw new Error(`${name} should be number ${i}`);
  });
  const found = sqlite.pragma('user_version', { simple: true }) as number;
  if (found > steps.length) throw new NewerDatabaseError(`database ${found}, program ${steps.length}`);
  if (found === steps.length) return;

  if (found > 0) beforeChange();
  // Rebuilding a parent table would delete its children by cascade, and SQLite ignores this inside a transaction.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        for (const name of steps.slice(found)) sqlite.exec(readFileSync(join(folder, name), 'utf8'));
        const orphans = sqlite.pragma('foreign_key_check') as unknown[];
        if (orphans.length > 0)
          throw new Error(`migration leaves ${orphans.length} rows without their parent`);
        sqlite.pragma(`user_version = ${steps.length}`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
