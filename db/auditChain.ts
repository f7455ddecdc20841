import { createHash } from 'node:crypto';
import { asc, desc, gt } from 'drizzle-orm';
import { compiled, compiledInsert } from './compiled.ts';
import type { Orm } from './open.ts';
import { audit } from './schema.ts';

/** What is written to the trail: who did what to which id. Never names of petitioners. */
export interface AuditEntry {
  at: string;
  person: string;
  act: string;
  ref: string;
}

/** An entry that was found to follow from all before it; `{ n: 0, hash: '' }` stands before the first. */
export interface ChainMark {
  n: number;
  hash: string;
}

/** What came of a part of the chain: where to go on, the number of the first entry that does not follow, or the end. */
export type ChainPart = { mark: ChainMark } | { broken: number } | 'end';

const hashOf = (prev: string, { at, person, act, ref }: AuditEntry): string =>
  createHash('sha256')
    .update(`fq-audit-1\n${prev}\n${JSON.stringify({ at, person, act, ref })}`)
    .digest('hex');

const lastEntry = compiled((orm) =>
  orm.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.n)).limit(1).prepare(),
);
const insertEntry = compiledInsert(audit);

/** Adds an entry to the chained audit trail: who read, printed or signed in. */
export function writeAudit(orm: Orm, entry: AuditEntry): void {
  const prev = lastEntry(orm).get()?.hash ?? '';
  insertEntry(orm, { ...entry, prev, hash: hashOf(prev, entry) });
}

/** Checks the next `most` entries after a mark: numbers without a gap, each linked to the one before, hashed as they stand. */
export function checkChain(orm: Orm, from: ChainMark, most: number): ChainPart {
  const entries = orm.select().from(audit).where(gt(audit.n, from.n)).orderBy(asc(audit.n)).limit(most).all();
  let mark = from;
  for (const { n, prev, hash, ...entry } of entries) {
    const whole = n === mark.n + 1 && prev === mark.hash && hash === hashOf(prev, entry);
    if (!whole) return { broken: mark.n + 1 };
    mark = { n, hash };
  }
  return entries.length < most ? 'end' : { mark };
}
