import { setImmediate as turn } from 'node:timers/promises';
import type { AuditTrail } from '../contract/accounts.ts';
import { type ChainMark, checkChain } from '../db/auditChain.ts';
import type { Db } from '../db/open.ts';

/** The check of one opened database. */
export interface AuditWatch {
  trail(): AuditTrail;
  /** Answers when nothing is read any more. */
  stop(): Promise<void>;
}

/** Entries checked in one breath: a few milliseconds, so that no call of a clerk waits for it. */
const PART = 500;

class BrokenAuditTrail extends Error {
  override name = 'BrokenAuditTrail';
}

/**
 * Checks the whole chain of the audit trail behind the work, once for each time the database is opened. A trail that was
 * changed from outside blocks nobody: it is an incident, and the administrator is told.
 */
export function watchAudit(
  db: Db,
  report: (bug: unknown, method: string) => string,
  onBroken: () => void,
): AuditWatch {
  let trail: AuditTrail = { state: 'checking' };
  let stopped = false;
  async function check(): Promise<void> {
    for (let mark: ChainMark = { n: 0, hash: '' }; ; ) {
      await turn();
      if (stopped) return;
      const part = checkChain(db.orm, mark, PART);
      if (part === 'end') {
        trail = { state: 'whole' };
        return;
      }
      if ('broken' in part) {
        const incident = report(new BrokenAuditTrail(`entry ${part.broken}`), 'audit');
        trail = { state: 'broken', entry: part.broken, incident };
        return onBroken();
      }
      mark = part.mark;
    }
  }
  // A disk that cannot be read shows at the next call of a clerk, with a sentence of its own.
  const done = check().catch((thrown: unknown) => void report(thrown, 'audit'));
  return {
    trail: () => trail,
    stop() {
      stopped = true;
      return done;
    },
  };
}
