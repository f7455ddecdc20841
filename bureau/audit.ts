import { desc, sql } from 'drizzle-orm';
import { packFields, taggedHash } from '../sync/bytes.ts';
import type { Database, Transaction } from './database.ts';
import { audit } from './schema.ts';

/** What somebody did: ids and codes only, never a petitioner's name, number or words. */
export interface AuditEntry {
  at: string;
  /** Officer's id; empty when nobody was signed in. */
  person: string;
  act: string;
  /** Case, officer or code that it was done to. */
  ref: string;
}

/** One writer of the chain at a time, whichever server process it is; any number no other lock has. */
const AUDIT_LOCK = 4_414_810_002;

const START = Buffer.alloc(32);

const hashEntry = (prev: Uint8Array, { at, person, act, ref }: AuditEntry): Buffer =>
  taggedHash('au1', prev, packFields([at, person, act, ref]));

/** Appends to the chain; the last thing of the transaction that does the act, since the lock is held to its end. */
export async function writeAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  const [last] = await tx.select().from(audit).orderBy(desc(audit.n)).limit(1);
  const prev = last?.hash ?? START;
  await tx.insert(audit).values({ n: (last?.n ?? 0) + 1, ...entry, prev, hash: hashEntry(prev, entry) });
}

/** Number of the first entry that does not follow from the one before it, or null when the chain is whole. */
export async function brokenAuditEntry(orm: Database): Promise<number | null> {
  const entries = await orm.select().from(audit).orderBy(audit.n);
  let prev: Buffer = START;
  for (const [i, entry] of entries.entries()) {
    const whole = entry.n === i + 1 && entry.prev.equals(prev) && entry.hash.equals(hashEntry(prev, entry));
    if (!whole) return i + 1;
    prev = entry.hash;
  }
  return null;
}
