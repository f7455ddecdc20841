import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import type { SyncState } from '../contract/sync.ts';
import { writeAudit } from '../db/auditChain.ts';
import { answeredBefore } from '../db/desk.ts';
import { findById, oldestWaiting, settleEvent } from '../db/events.ts';
import { beijingTime } from '../domain/localDate.ts';
import { ok, refuse } from '../domain/result.ts';
import { enrol } from '../sync/enrol.ts';
import { readDeferred } from '../sync/log.ts';
import { bureauAddress, bureauLine } from './bureauLine.ts';
import { instantAt, once } from './command.ts';
import { lastExchangeAt, readEnrolment, writeEnrolment } from './enrolment.ts';
import { numberSeen, outboxCounts, outboxFor } from './outbox.ts';
import { readerOf } from './seenCase.ts';
import { letterOf } from './stepContext.ts';
import { createSyncLoop, type LoopOptions, type SyncLoop } from './syncLoop.ts';
import type { Workplace } from './workplace.ts';

type Feature = Handlers<DeskContract>['sync'];

/** 同步 of one opened workplace: the calls of its page, and the exchange that runs behind them. */
export interface Sync {
  handlers: Feature;
  /** To be called after a commit; may be called as often as one likes. */
  wake(): void;
  /** To be called before the database closes. */
  stop(): Promise<void>;
}

const METHOD = 'sync.enrol';

/** Starts the exchange with the bureau, if this desk has one, and answers the calls about it. */
export function createSync(at: Workplace, options: LoopOptions): Sync {
  const ended = new AbortController();
  if (readDeferred(at.db) > 0) at.changed(['cases']);
  const loop = createSyncLoop(at, options);
  return {
    handlers: {
      state: (_input, caller) => ok(stateFor(at, loop, caller)),
      outbox: ({ show, limit }, caller) => ok(outboxFor(at, caller, show, limit)),
      async exchange(_input, caller) {
        await loop.exchange();
        return ok(stateFor(at, loop, caller));
      },
      enrol: enrolHandler(at, loop, ended.signal),
      settle: ({ commandId, eventId, note }, caller) => settle(at, caller, commandId, eventId, note),
    },
    wake: loop.wake,
    stop() {
      ended.abort();
      return loop.stop();
    },
  };
}

function stateFor(at: Workplace, loop: SyncLoop, caller: Caller): SyncState {
  const { orm } = at.db;
  const enrolment = readEnrolment(orm);
  const { connection, reason, nextTryAt } = loop.state();
  const { waiting, attention } = outboxCounts(at, caller);
  return {
    enrolled: enrolment !== null,
    bureauName: enrolment?.bureauName ?? '',
    bureauUrl: enrolment?.url ?? '',
    connection: enrolment ? connection : 'not-enrolled',
    ...(enrolment && reason && { reason }),
    waiting,
    lastExchangeAt: lastExchangeAt(orm),
    oldestWaitingAt: waiting === 0 ? null : oldestWaiting(orm, at.identity.stream, readerOf(caller)),
    nextTryAt: enrolment && nextTryAt ? beijingTime(nextTryAt.toISOString()) : null,
    attention,
    training: at.training,
  };
}

/**
 * The bureau is asked before anything is written, so that a lost answer leaves nothing behind and the same code works
 * again (EN2). A training desk never gets that far (EN3).
 */
const enrolHandler =
  (at: Workplace, loop: SyncLoop, ended: AbortSignal): Feature['enrol'] =>
  async ({ commandId, url, code, deskName }, caller) => {
    const { orm } = at.db;
    if (at.training) return refuse('training-desk');
    if (answeredBefore(orm, commandId)?.method === METHOD) return ok(stateFor(at, loop, caller));
    if (readEnrolment(orm)) return refuse('already-enrolled');
    const address = bureauAddress(url);
    if (!address.ok) return address;
    const answer = await enrol({
      ...{ identity: at.identity, letter: letterOf(at), deskName, training: at.training, code },
      send: bureauLine(at.ports.fetch, address.value, ended),
      now: () => at.ports.now(),
    });
    if (!answer.ok) return answer;
    const command = { method: METHOD, commandId, topics: ['sync'], input: { url, deskName } } as const;
    const done = once(at, command, () => {
      if (readEnrolment(orm)) return refuse('already-enrolled');
      writeEnrolment(orm, address.value, answer.value);
      writeAudit(orm, { at: instantAt(at), person: caller.id, act: 'enrol', ref: answer.value.bureauStream });
      return ok({});
    });
    if (!done.ok) return done;
    // The first exchange goes on behind the page; the person need not wait for a month's work to be sent.
    void loop.exchange();
    return ok(stateFor(at, loop, caller));
  };

function settle(
  at: Workplace,
  caller: Caller,
  commandId: string,
  eventId: string,
  note: string,
): Awaited<ReturnType<Feature['settle']>> {
  const { orm } = at.db;
  const command = { method: 'sync.settle', commandId, topics: ['sync'], input: { eventId, note } } as const;
  return once(at, command, () => {
    const stored = findById(orm, eventId);
    // What one person has dealt with is not overwritten by the next.
    if (!stored || stored.settledBy || numberSeen(at, caller, stored) === null) return refuse('unknown-item');
    if (!settleEvent(orm, eventId, caller.name, note)) return refuse('unknown-item');
    writeAudit(orm, { at: instantAt(at), person: caller.id, act: 'settle', ref: eventId });
    return ok({});
  });
}
