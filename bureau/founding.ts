import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eq, sql } from 'drizzle-orm';
import type { Unit } from '../sync/bureauStore.ts';
import { type Database, inTransaction } from './database.ts';
import { addOfficer } from './officerAccount.ts';
import { closeSessionsOf } from './officerSessions.ts';
import { officer, type PasswordCost } from './schema.ts';

/** First account of a new bureau. */
const FIRST_OFFICER = '管理员';

/** Any number no other lock has: servers that start at once make one account. */
const ACCOUNT_LOCK = 4_414_810_005;

/** Built-in places: `code,name`, one a line; a town's code has nine digits, its county's first. */
const PLACES = join(import.meta.dirname, '..', 'domain', 'data', 'places.csv.gz');

/** Towns of the county with this code. */
export const townsOf = (county: string): Unit[] =>
  gunzipSync(readFileSync(PLACES))
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .flatMap(([code = '', name = '']) =>
      code.length === 9 && code.startsWith(county) ? [{ code, name }] : [],
    );

/**
 * The first administrator with a one-time password, as long as nobody has ever signed in: if the terminal with the
 * password was lost, the next start makes another one. Null when the bureau has people of its own.
 */
export const firstAdministrator = (
  orm: Database,
  cost: PasswordCost,
  now: Date,
): Promise<{ name: string; password: string } | null> =>
  inTransaction(orm, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ACCOUNT_LOCK})`);
    const [first, second] = await tx.select().from(officer).limit(2);
    if (second || (first && !(first.mustChange && first.name === FIRST_OFFICER))) return null;
    if (first) {
      // Somebody may have signed in with the old password and gone away before changing it.
      await closeSessionsOf(tx, first.id);
      await tx.delete(officer).where(eq(officer.id, first.id));
    }
    const roles = ['officer' as const, 'administrator' as const];
    const account = { name: FIRST_OFFICER, roles, restricted: false };
    const { password } = await addOfficer(tx, account, { cost, now });
    return { name: FIRST_OFFICER, password };
  });
