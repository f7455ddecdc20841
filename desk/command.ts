import { randomUUID } from 'node:crypto';
import type { Topic } from '../contract/deskContract.ts';
import type { Caller } from '../contract/dispatch.ts';
import { answeredBefore, readSetting, rememberAnswer } from '../db/desk.ts';
import type { DomainEvent, Recorded } from '../domain/events/all.ts';
import { beijingDate, beijingTime, type LocalDate } from '../domain/localDate.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import { restrictedScope, unitScope } from '../sync/feed.ts';
import { appendOwn } from '../sync/log.ts';
import type { Workplace } from './workplace.ts';

/** Now at this desk: the civil date in Beijing, and the instant with its offset. */
export const todayAt = (at: Workplace): LocalDate => beijingDate(at.ports.now().toISOString());
export const instantAt = (at: Workplace): string => beijingTime(at.ports.now().toISOString());

/** Carries a refusal out of the transaction, so that nothing it touched (a paper number, say) stays taken. */
class Refused extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Does a command once. In one transaction: a command id that was answered before answers the same and does nothing;
 * otherwise `work` decides and writes, and its answer is kept. A refusal leaves no trace. `topics` are told after the commit.
 */
export function once<T, C extends string>(
  at: Workplace,
  command: { method: string; commandId: string; topics: readonly Topic[] },
  work: () => Result<T, C>,
): Result<T, C | 'invalid-input'> {
  const { method, commandId, topics } = command;
  let fresh = false;
  let answer: Result<T, C | 'invalid-input'>;
  try {
    answer = at.db.write((): Result<T, 'invalid-input'> => {
      const before = answeredBefore(at.db.orm, commandId);
      if (before)
        return before.method === method
          ? ok(JSON.parse(before.answer) as T)
          : refuse('invalid-input', { field: 'commandId' });
      const done = work();
      if (!done.ok) throw new Refused(done.refusal);
      rememberAnswer(at.db.orm, { commandId, method, answer: JSON.stringify(done.value), at: instantAt(at) });
      fresh = true;
      return done;
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusal: error.refusal as Refusal<C> };
  }
  if (fresh) at.changed(topics);
  return answer;
}

/** Which case a fact belongs to, and what the author saw of it. */
export interface Subject {
  caseId: string;
  custody: number;
  restricted: boolean;
}

/**
 * Signs, appends and projects facts, in order, within the caller's transaction (DV2). `claimed` is the day or the instant
 * that the person says it happened.
 */
export function record(
  at: Workplace,
  caller: Caller,
  subject: Subject,
  claimed: string,
  events: readonly DomainEvent[],
): Recorded[] {
  const { orm } = at.db;
  const unit = at.identity.unit.code;
  return events.map((event) =>
    appendOwn(orm, at.identity, {
      id: randomUUID(),
      event,
      caseId: subject.caseId,
      scope: subject.restricted ? restrictedScope(unit) : unitScope(unit),
      custody: subject.custody,
      actor: { id: caller.id, name: caller.name },
      claimed: claimed.length === 10 ? `${claimed}T00:00:00+08:00` : claimed,
      entered: instantAt(at),
      clockOffset: clockOffsetOf(at),
    }),
  );
}

/** Milliseconds that the bureau's clock was ahead at the last contact; null before the first (CK1). */
function clockOffsetOf(at: Workplace): number | null {
  const offset = readSetting(at.db.orm, 'clockOffset');
  return typeof offset === 'number' ? offset : null;
}
