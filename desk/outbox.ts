import type { Caller } from '../contract/dispatch.ts';
import type { OutboxItem } from '../contract/sync.ts';
import { findCase } from '../db/cases.ts';
import { countWaitingFor, type OutboxShow, outbox as readOutbox, type StoredEvent } from '../db/events.ts';
import type { Recorded } from '../domain/events/all.ts';
import { FACT_KINDS } from '../domain/factKind.ts';
import { factSentence } from '../domain/timeline.ts';
import { restrictedScope } from '../sync/feed.ts';
import { decodeFrame } from '../sync/frame.ts';
import { recordedOf } from '../sync/log.ts';
import { readerOf } from './seenCase.ts';
import type { Workplace } from './workplace.ts';

/** Most refused items that are looked through; a desk with more has another problem than this list. */
const MOST_REFUSED = 500;

/** Own events for the outbox as this person may see them: accusation material only for whom its case is (DOMAIN 10.2). */
export function outboxFor(at: Workplace, caller: Caller, show: OutboxShow, limit: number): OutboxItem[] {
  return readOutbox(at.db.orm, at.identity.stream, show, limit).flatMap((stored) => {
    const seen = numberSeen(at, caller, stored);
    return seen === null ? [] : [itemOf(at, caller, stored, seen)];
  });
}

/** How many events wait, and how many need a person, of those that this person may see. */
export function outboxCounts(at: Workplace, caller: Caller): { waiting: number; attention: number } {
  const refused = readOutbox(at.db.orm, at.identity.stream, 'attention', MOST_REFUSED);
  const open = refused.filter((stored) => !stored.settledBy && numberSeen(at, caller, stored) !== null);
  return {
    waiting: countWaitingFor(at.db.orm, at.identity.stream, readerOf(caller)),
    attention: open.length,
  };
}

/** Number of the event's case, empty when it has none here; null when the event is not for this person's eyes. */
export function numberSeen(at: Workplace, caller: Caller, stored: StoredEvent): string | null {
  const reader = readerOf(caller);
  const found = stored.caseId ? findCase(at.db.orm, stored.caseId, reader) : undefined;
  if (found) return found.number;
  const frame = decodeFrame(stored.frame);
  const restricted = frame?.scope === restrictedScope(at.identity.unit.code);
  if (restricted && !reader.seesRestricted && recordedOf(at.db.orm, stored)?.actor.id !== caller.id)
    return null;
  const fact = recordedOf(at.db.orm, stored);
  // A registration that was refused has no case here any more; its number stands on paper all the same.
  return fact?.event.type === 'petition-registered' ? fact.event.body.number : '';
}

/** Who works on petitions reads the sentence; an administrator only the kind. */
const textFor = (caller: Caller, fact: Recorded): string =>
  caller.roles.some((role) => role !== 'administrator') ? factSentence(fact) : FACT_KINDS[fact.event.type];

function itemOf(at: Workplace, caller: Caller, stored: StoredEvent, caseNumber: string): OutboxItem {
  const { id, seq, type, caseId, entered, verdict, verdictCode, settledBy } = stored;
  const fact = recordedOf(at.db.orm, stored);
  return {
    ...{ eventId: id, seq, type, caseId, caseNumber, entered },
    text: fact ? textFor(caller, fact) : type,
    state: verdict === 'local' ? 'waiting' : verdict,
    ...(verdictCode && { reason: verdictCode }),
    ...(settledBy && { settledBy }),
  };
}
