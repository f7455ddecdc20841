import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDatabase } from './open.ts';

/** The numbered SQL files of the program. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Any 32 bytes; the tests' own key. */
export const TEST_KEY = Buffer.alloc(32, 7);

/** A real encrypted database in a folder of its own, for tests; `remove` closes it and takes everything away. */
export function testDatabase(): Db & { folder: string; file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-db-'));
  const file = join(folder, 'desk.db');
  const db = openDatabase({ file, key: TEST_KEY, migrations: MIGRATIONS, create: true });
  const remove = () => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...db, folder, file, remove };
}
