import { randomUUID } from 'node:crypto';
import { type DomainEvent, EVENT_VERSION, type Recorded } from '../domain/events/all.ts';
import { beijingTime } from '../domain/localDate.ts';
import type { Actor } from '../domain/person.ts';
import type { Bureau, BureauWriter, StreamRow } from './bureauStore.ts';
import { type Docket, enter, loadSubjects, openDocket, prepare, write } from './docket.ts';
import { restrictedScope, unitScope } from './feed.ts';
import { type Frame, sealFrame } from './frame.ts';
import { nextHlc } from './hlc.ts';
import { ALG } from './keys.ts';

/** The bureau's own stream within one transaction. */
export interface OwnStream {
  bureau: Bureau;
  row: StreamRow;
  docket: Docket;
}

/** A fact that the bureau itself establishes. */
export interface BureauFact {
  event: DomainEvent;
  /** The case; empty for facts of the directory. */
  caseId: string;
  actor: Actor;
  /** When it happened, an instant with its offset; now if left out. */
  claimed?: string;
}

/** Locks the bureau's stream for this transaction. Whoever calls it closes the docket as the last step (FD2). */
export async function openOwn(bureau: Bureau, tx: BureauWriter, now: string): Promise<OwnStream> {
  const row = await tx.lockStream(bureau.stream);
  if (!row) throw new Error('the bureau has no stream of its own');
  return { bureau, row, docket: openDocket(tx, now) };
}

/**
 * Signs a fact of the bureau and takes it in by the same rules as any desk's. The caller has decided that it is lawful, so
 * a verdict other than acceptance is a bug.
 */
export async function appendBureau(own: OwnStream, fact: BureauFact): Promise<Recorded> {
  const { bureau, row, docket } = own;
  await loadSubjects(docket, [fact.caseId]);
  const frame = frameOf(own, fact);
  const sealed = { ...sealFrame(frame, bureau.keys.privateKey), decoded: frame };
  for (const read of await prepare(docket, row, [sealed])) {
    const judgement = await enter(docket, row, read);
    if (judgement.s !== 'accepted') throw new Error(`the bureau's ${frame.type} was ${judgement.code}`);
    own.row = { ...row, seq: frame.seq, hash: sealed.hash, hlc: frame.hlc };
    await docket.tx.moveHead(row.stream, own.row);
    await write(docket);
    return judgement.recorded;
  }
  throw new Error('one event went in and none came out');
}

function frameOf({ bureau, row, docket }: OwnStream, { event, caseId, actor, claimed }: BureauFact): Frame {
  const petition = docket.subjects.get(caseId)?.petition;
  const restricted = petition?.restricted ?? false;
  const entered = beijingTime(docket.received);
  return {
    alg: ALG,
    stream: row.stream,
    seq: row.seq + 1,
    prev: row.hash.toString('hex'),
    id: randomUUID(),
    type: event.type,
    v: EVENT_VERSION,
    case: caseId,
    scope: restricted ? restrictedScope(bureau.unit.code) : unitScope(bureau.unit.code),
    custody: petition?.custody ?? 0,
    actor: JSON.stringify(actor),
    hlc: nextHlc(row.hlc, Date.parse(docket.received), row.stream),
    claimed: claimed ?? entered,
    entered,
    clk: { off: 0, src: 'server' },
    blobs: [],
    body: JSON.stringify(event.body),
  };
}
