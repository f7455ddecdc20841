import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

/** A sealed copy of the file as it was before a migration, kept beside it; the newest per version. */
export function copyBefore(sqlite: Database.Database, folder: string): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number;
  const target = join(folder, `desk-before-v${version + 1}.db`);
  if (existsSync(target)) rmSync(target);
  // VACUUM INTO keeps the cipher and key of the open connection.
  sqlite.prepare('vacuum into ?').run(target);
}
