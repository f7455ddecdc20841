import { eq, lt } from 'drizzle-orm';
import { taggedHash } from '../sync/bytes.ts';
import { type Database, inTransaction } from './database.ts';
import { signInTry } from './schema.ts';

/** Seconds to wait after that many wrong passwords in a row; never a lock for ever. */
const delayFor = (tries: number): number => (tries >= 10 ? 3600 : tries >= 8 ? 900 : tries >= 5 ? 60 : 0);

/** Names that nobody tried again are forgotten after a day (ms), so that made-up ones do not pile up. */
const FORGOTTEN = 24 * 3600_000;

/** People type their password into the wrong field: what was typed as a name is not kept readable. */
const keyOf = (name: string): string => taggedHash('tr1', name.normalize('NFKC')).toString('hex');

/**
 * Takes one try for this name before the password is looked at, so that many at once do not get more than one after the
 * other. Answers 0, or the seconds to wait; then the password must not be looked at. Known and unknown names alike.
 */
export function takeTry(orm: Database, name: string, now: Date): Promise<number> {
  const key = keyOf(name);
  const at = now.getTime();
  return inTransaction(orm, async (tx) => {
    const [known] = await tx.select().from(signInTry).where(eq(signInTry.name, key)).for('update');
    const left = known?.blockedUntil ? Math.ceil((Date.parse(known.blockedUntil) - at) / 1000) : 0;
    // A clock set back cannot make the wait longer than the step's own length.
    if (known && left > 0) return Math.min(left, delayFor(known.tries));
    const tries = (known?.tries ?? 0) + 1;
    const blockedUntil = new Date(at + delayFor(tries) * 1000).toISOString();
    const row = { name: key, tries, lastAt: now.toISOString(), blockedUntil };
    await tx.insert(signInTry).values(row).onConflictDoUpdate({ target: signInTry.name, set: row });
    if (tries === 1)
      await tx.delete(signInTry).where(lt(signInTry.lastAt, new Date(at - FORGOTTEN).toISOString()));
    return 0;
  });
}

/** The password was right: the wrong ones before it no longer count. */
export async function forgetTries(orm: Database, name: string): Promise<void> {
  await orm.delete(signInTry).where(eq(signInTry.name, keyOf(name)));
}
