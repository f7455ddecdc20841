import { createHash, randomUUID } from 'node:crypto';
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

interface Command {
  method: string;
  commandId: string;
  topics: readonly Topic[];
  /** What is asked, as far as it is kept; secrets stay out, since a hash of one could be guessed at. */
  input: unknown;
}

type Repeated = 'invalid-input' | 'saved-before';

/**
 * Does a command once. In one transaction: a command id that was answered before answers the same to the same input and
 * does nothing; otherwise `work` decides and writes, and its answer is kept. A refusal leaves no trace. `topics` are
 * told after the commit.
 */
export function once<T, C extends string>(
  at: Workplace,
  command: Command,
  work: () => Result<T, C>,
): Result<T, C | Repeated> {
  const { method, commandId, topics } = command;
  const inputHash = createHash('sha256').update(JSON.stringify(command.input)).digest();
  let fresh = false;
  let answer: Result<T, C | Repeated>;
  try {
    answer = at.db.write((): Result<T, Repeated> => {
      const before = answeredBefore(at.db.orm, commandId);
      if (before) return repeated(before, method, inputHash);
      const done = work();
      if (!done.ok) throw new Refused(done.refusal);
      const answered = JSON.stringify(done.value);
      rememberAnswer(at.db.orm, { commandId, method, answer: answered, at: instantAt(at), inputHash });
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

/**
 * The answer to a command that was done before. A person who edits after a lost answer and saves again must not read
 * "saved" over words that were not.
 */
function repeated<T>(
  before: NonNullable<ReturnType<typeof answeredBefore>>,
  method: string,
  inputHash: Buffer,
): Result<T, Repeated> {
  if (before.method !== method) return refuse('invalid-input', { field: 'commandId' });
  const answer = JSON.parse(before.answer) as T & { number?: unknown };
  if (!before.inputHash || before.inputHash.equals(inputHash)) return ok(answer);
  return refuse(
    'saved-before',
    typeof answer.number === 'string' ? { detail: { number: answer.number } } : {},
  );
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
