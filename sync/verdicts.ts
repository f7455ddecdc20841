import { findByNumber, type StoredEvent, writeVerdict } from '../db/events.ts';
import type { Db } from '../db/open.ts';
import { refold } from './log.ts';
import type { Verdict } from './protocol.ts';

const refused = (verdict: StoredEvent['verdict']): boolean => verdict === 'rejected' || verdict === 'held';

/**
 * Writes what the bureau decided on own events, in the caller's transaction: what it refused disappears from the tables
 * and stays in the log, what it took after all comes back (PU4). Answers how many verdicts were news.
 */
export function applyVerdicts(db: Db, stream: string, verdicts: readonly Verdict[]): number {
  const undone = new Set<string>();
  let news = 0;
  for (const verdict of verdicts) {
    const stored = findByNumber(db.orm, stream, verdict.seq);
    if (stored?.id !== verdict.id) continue;
    if (!writeVerdict(db.orm, verdict.id, verdict.s, verdict.code ?? null)) continue;
    news += 1;
    if (stored.caseId && refused(stored.verdict) !== refused(verdict.s)) undone.add(stored.caseId);
  }
  for (const caseId of undone) refold(db.orm, db.sqlite, caseId);
  return news;
}
