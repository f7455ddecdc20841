import {
  allEvents,
  clearDeferred,
  deferredEvents,
  eventsOfCase,
  findStream,
  insertEvent,
  readHead,
  type StoredEvent,
  writeHead,
} from '../db/events.ts';
import type { Db, Orm } from '../db/open.ts';
import { project } from '../db/project.ts';
import { DomainEvent, EVENT_VERSION, type Recorded } from '../domain/events/all.ts';
import type { Actor } from '../domain/person.ts';
import { openFact } from './fact.ts';
import { decodeFrame, type Frame, NO_HASH, sealFrame } from './frame.ts';
import { nextHlc } from './hlc.ts';
import { ALG, type KeyPair } from './keys.ts';

/** This desk installation: its stream, its key, its unit. */
export interface Identity {
  stream: string;
  keys: KeyPair;
  unit: { code: string; name: string };
}

/** A decided fact with who and when, ready to be written. Times are Beijing time with offset. */
export interface Fact {
  id: string;
  event: DomainEvent;
  caseId: string;
  scope: string;
  custody: number;
  actor: Actor;
  claimed: string;
  entered: string;
  /** Server time minus device time in ms at the last contact, or null (CK1). */
  clockOffset: number | null;
}

/**
 * DV2: within the caller's transaction, reads the head, seals and appends the fact, projects it, moves the head.
 * Returns it as recorded.
 */
export function appendOwn(orm: Orm, identity: Identity, fact: Fact): Recorded {
  const head = readHead(orm) ?? { stream: identity.stream, seq: 0, hash: NO_HASH, hlc: '' };
  if (head.stream !== identity.stream) throw new Error('the key of this desk belongs to another stream');
  const hlc = nextHlc(head.hlc, Date.parse(fact.entered) + (fact.clockOffset ?? 0), identity.stream);
  const event = DomainEvent.parse(fact.event);
  const { type, body } = event;
  const frame: Frame = {
    alg: ALG,
    stream: identity.stream,
    seq: head.seq + 1,
    prev: head.hash,
    id: fact.id,
    type,
    v: EVENT_VERSION,
    case: fact.caseId,
    scope: fact.scope,
    custody: fact.custody,
    actor: JSON.stringify(fact.actor),
    hlc,
    claimed: fact.claimed,
    entered: fact.entered,
    clk: { off: fact.clockOffset, src: fact.clockOffset === null ? 'none' : 'server' },
    blobs: blobsOf(event),
    body: JSON.stringify(body),
  };
  // What is signed and projected is just what everybody will read back: a fact that is none is a bug, told now.
  const recorded = openFact(frame, identity.unit.code);
  if (typeof recorded === 'string') throw new Error(`a ${type} of this desk is ${recorded}`);
  const sealed = sealFrame(frame, identity.keys.privateKey);
  insertEvent(orm, {
    stream: frame.stream,
    seq: frame.seq,
    id: frame.id,
    type,
    v: frame.v,
    caseId: frame.case,
    entered: frame.entered,
    ...sealed,
    verdict: 'local',
  });
  writeHead(orm, { stream: frame.stream, seq: frame.seq, hash: sealed.hash.toString('hex'), hlc });
  project(orm, recorded);
  return recorded;
}

/** Blobs that the frame names (BL1). */
const blobsOf = ({ type, body }: DomainEvent) =>
  type === 'attachment-added' ? [{ h: body.sha256, n: body.size, mime: body.mime }] : [];

/** A stored event as a fact, or null when this program cannot read it and keeps it for a newer one (PL3). */
export function recordedOf(orm: Orm, stored: StoredEvent): Recorded | null {
  const frame = decodeFrame(stored.frame);
  const fact = frame && openFact(frame, findStream(orm, stored.stream)?.unitCode ?? '');
  return typeof fact === 'object' ? fact : null;
}

const PROJECTIONS = ['assignment', 'mediation', 'petitioner_key', 'petition_case'] as const;

/** Throws the projections away and folds every event again (IV7: the result must equal the live tables). */
export function rebuild(db: Db): void {
  db.write(() => {
    db.sqlite.exec(
      `delete from case_text; ${PROJECTIONS.map((t) => `delete from ${t};`).join(' ')} delete from sqlite_sequence where name = 'petition_case'`,
    );
    for (const stored of allEvents(db.orm)) {
      const recorded = recordedOf(db.orm, stored);
      if (recorded) project(db.orm, recorded);
    }
  });
}

/** Folds one case again without refused events: what was undone disappears from the tables, never from the log. */
export function refold(orm: Orm, sqlite: Db['sqlite'], caseId: string): void {
  const rows = eventsOfCase(orm, caseId).filter((e) => e.verdict !== 'rejected' && e.verdict !== 'held');
  const rowId = sqlite.prepare('select row_id from petition_case where case_id = ?').pluck().get(caseId);
  if (rowId !== undefined) {
    sqlite.prepare('delete from case_text where rowid = ?').run(rowId);
    sqlite.prepare('delete from petitioner_key where case_row = ?').run(rowId);
  }
  for (const table of ['assignment', 'mediation', 'petition_case'])
    sqlite.prepare(`delete from ${table} where case_id = ?`).run(caseId);
  sqlite.prepare('delete from mediation where mediation_id = ?').run(caseId);
  for (const stored of rows) {
    const recorded = recordedOf(orm, stored);
    if (recorded) project(orm, recorded);
  }
}

/** Folds what an older version of this program could only keep (VR3). Answers how many events can be read now. */
export function readDeferred(db: Db): number {
  return db.write(() => {
    const readable = deferredEvents(db.orm).filter((stored) => recordedOf(db.orm, stored));
    for (const { pos } of readable) clearDeferred(db.orm, pos);
    for (const caseId of new Set(readable.map((stored) => stored.caseId)))
      if (caseId) refold(db.orm, db.sqlite, caseId);
    return readable.length;
  });
}
