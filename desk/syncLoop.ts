import { countWaiting } from '../db/events.ts';
import { asTrouble, DatabaseTrouble } from '../db/open.ts';
import type { Refusal, Result } from '../domain/result.ts';
import { delayBefore } from '../sync/backoff.ts';
import { type Exchanged, type ExchangeTrouble, exchange } from '../sync/exchange.ts';
import { FIRST_PACE } from '../sync/push.ts';
import { bureauLine } from './bureauLine.ts';
import { instantAt } from './command.ts';
import { readEnrolment, writeExchanged } from './enrolment.ts';
import type { Workplace } from './workplace.ts';

/** Milliseconds after a commit in which more of the same morning's work may join it. */
const GATHER = 1_500;

/** Answers of a bureau that stand until a person does something; everything else passes like weather. */
const STANDING: ReadonlySet<string> = new Set<ExchangeTrouble>([
  'upgrade',
  'revoked',
  'unknown-stream',
  'fence-fork',
  'fork',
  'gap',
  'bad-event',
  'not-yours',
]);

export interface LoopState {
  connection: 'connected' | 'offline' | 'exchanging' | 'refused';
  reason?: string;
  nextTryAt: Date | null;
}

export interface SyncLoop {
  state(): LoopState;
  /** Exchanges now, back-off forgotten, or waits for the exchange that is under way. */
  exchange(): Promise<void>;
  /** Something may have been written: exchanges soon, unless a back-off is running. */
  wake(): void;
  /** Ends the loop; what is under way is cut off, and answers when nothing touches the database any more. */
  stop(): Promise<void>;
}

/** What the loop takes from outside besides the workplace. */
export interface LoopOptions {
  /** In [0, 1): spreads the desks of a county over time. */
  random(): number;
  /** Writes a bug down; a loop has no caller to tell. */
  report(bug: unknown, method: string): void;
}

/** Exchanges with the bureau in the background while this workplace is open: one at a time, never in a person's way. */
export function createSyncLoop(at: Workplace, { random, report }: LoopOptions): SyncLoop {
  const ended = new AbortController();
  const pace = { events: FIRST_PACE };
  const waiting = () => countWaiting(at.db.orm, at.identity.stream);
  let state: LoopState = { connection: 'exchanging', nextTryAt: null };
  let failures = 0;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const plan = (delay: number): Date | null => {
    clearTimeout(timer);
    if (ended.signal.aborted) return null;
    timer = setTimeout(() => void run(), delay);
    timer.unref();
    return new Date(at.ports.now().getTime() + delay);
  };

  const conclude = (result: Result<Exchanged, string>): void => {
    failures = result.ok ? 0 : failures + 1;
    if (result.ok) {
      const { clockOffset } = result.value;
      at.db.write(() => writeExchanged(at.db.orm, instantAt(at), clockOffset));
    }
    const retryAfter = result.ok ? undefined : secondsOf(result.refusal);
    const nextTryAt = plan(delayBefore({ failures, waiting: waiting(), retryAfter }, random()));
    state = result.ok
      ? { connection: 'connected', nextTryAt }
      : {
          connection: STANDING.has(result.refusal.code) ? 'refused' : 'offline',
          reason: result.refusal.code,
          nextTryAt,
        };
  };

  const attempt = async (): Promise<void> => {
    const enrolment = readEnrolment(at.db.orm);
    if (!enrolment || ended.signal.aborted) return;
    clearTimeout(timer);
    state = { connection: 'exchanging', nextTryAt: null };
    at.changed(['sync']);
    const { db, identity, ports, version } = at;
    const send = bureauLine(ports.fetch, enrolment.url, ended.signal);
    const onNews = () => at.changed(['cases', 'sync']);
    const result = await exchange({
      ...{ db, identity, version, bureau: enrolment, send, pace, onNews },
      now: () => ports.now(),
    });
    if (!ended.signal.aborted) conclude(result);
  };

  const run = (): Promise<void> => {
    running ??= attempt()
      .catch((thrown: unknown) => {
        // The database may close under an exchange that was told to end.
        if (ended.signal.aborted) return;
        const trouble = asTrouble(thrown);
        const reason = trouble instanceof DatabaseTrouble ? trouble.code : 'internal';
        if (reason === 'internal') report(thrown, 'sync');
        failures += 1;
        const nextTryAt = plan(delayBefore({ failures, waiting: 1 }, random()));
        state = { connection: 'offline', reason, nextTryAt };
      })
      .finally(() => {
        running = null;
        if (!ended.signal.aborted) at.changed(['sync']);
      });
    return running;
  };

  // Not all desks of the county at the same instant when offices open.
  if (readEnrolment(at.db.orm)) state.nextTryAt = plan(Math.floor(GATHER * random()));

  return {
    state: () => state,
    exchange() {
      failures = 0;
      return run();
    },
    wake() {
      if (running || failures > 0 || ended.signal.aborted || !readEnrolment(at.db.orm)) return;
      const soon = at.ports.now().getTime() + GATHER;
      if (waiting() === 0 || (state.nextTryAt && state.nextTryAt.getTime() <= soon)) return;
      state = { ...state, nextTryAt: plan(GATHER) };
    },
    async stop() {
      ended.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** Seconds that a busy bureau asked for. */
const secondsOf = ({ code, detail }: Refusal<string>): number | undefined =>
  code === 'busy' && typeof detail?.seconds === 'number' ? detail.seconds : undefined;
