import type { BureauStore, BureauWriter, StoredVerdict, StreamRow } from './bureauStore.ts';
import { close, enter, openDocket, prepare, verdictOf } from './docket.ts';
import { type OpenedEvent, openEvent, type SignedEvent } from './frame.ts';
import type { Push, PushNo, PushOk, Verdict } from './protocol.ts';
import { ok, type Refused, type Reply, refused } from './reply.ts';

/** Takes one push in one transaction (PU2 to PU6): all of it, or nothing of it. */
export const acceptPush = (store: BureauStore, push: Push, now: string): Promise<Reply<PushOk, PushNo>> =>
  store.write(async (tx) => {
    const stream = await tx.lockStream(push.stream);
    if (stream?.kind !== 'desk') return refused({ code: 'UNKNOWN_STREAM' });
    if (stream.state === 'refused') return refused({ code: 'REVOKED' });
    if (stream.state === 'forked') return forkAt(stream.seq, stream.hash);
    const opened = await openAll(push.events, stream);
    if (!Array.isArray(opened)) return opened;
    const known = opened.filter(({ decoded }) => decoded.seq <= stream.seq);
    const stored = await storedOf(tx, stream, known);
    const fork = findFork(stream, opened, stored);
    if (fork) {
      await tx.setState(stream.stream, 'forked');
      return fork;
    }
    const old = stored.map((one) => verdictOf(one, { s: one.verdict, code: one.code }));
    return takeFresh(tx, stream, old, opened.slice(known.length), now);
  });

/** Opens every event and checks that they are one unbroken piece of this stream's chain that joins what is stored. */
async function openAll(
  events: readonly SignedEvent[],
  stream: StreamRow,
): Promise<OpenedEvent[] | Refused<PushNo>> {
  const opened: OpenedEvent[] = [];
  for (const event of await Promise.all(events.map((wire) => openEvent(wire, stream.publicKey)))) {
    const before = opened.at(-1);
    const at = before ? before.decoded.seq + 1 : stream.seq + 1;
    if (!event || event.decoded.stream !== stream.stream || !canBeStored(event))
      return refused({ code: 'BAD_EVENT', at });
    if (!before && event.decoded.seq > at) return refused({ code: 'GAP', need: at });
    if (before && (event.decoded.seq !== at || event.decoded.prev !== before.hash.toString('hex')))
      return refused({ code: 'BAD_EVENT', at });
    opened.push(event);
  }
  return opened;
}

/** PostgreSQL's text has no U+0000; a desk never writes it. */
const canBeStored = ({ decoded: { id, type, case: caseId } }: OpenedEvent): boolean =>
  !`${id}${type}${caseId}`.includes('\0');

function storedOf(
  tx: BureauWriter,
  stream: StreamRow,
  known: readonly OpenedEvent[],
): Promise<StoredVerdict[]> {
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return Promise.resolve([]);
  return tx.storedBetween(stream.stream, first.decoded.seq, last.decoded.seq);
}

/** PU2: the first number that has another hash here, or a next event that follows another one than our last. */
function findFork(
  stream: StreamRow,
  opened: readonly OpenedEvent[],
  stored: readonly StoredVerdict[],
): Refused<PushNo> | null {
  for (const [i, have] of stored.entries()) {
    if (!opened[i]?.hash.equals(have.hash)) return forkAt(have.seq, have.hash);
  }
  const next = opened[stored.length];
  if (stored.length > 0 || !next || next.decoded.prev === stream.hash.toString('hex')) return null;
  return forkAt(stream.seq, stream.hash);
}

const forkAt = (at: number, have: Buffer): Refused<PushNo> =>
  refused({ code: 'FORK', at, have: have.toString('hex') });

/** Judges and stores what is new; a desk that says that it is for training ends its stream there (JD4). */
async function takeFresh(
  tx: BureauWriter,
  stream: StreamRow,
  old: readonly Verdict[],
  fresh: readonly OpenedEvent[],
  now: string,
): Promise<Reply<PushOk, PushNo>> {
  const docket = openDocket(tx, now);
  const verdicts = [...old];
  let head = { seq: stream.seq, hash: stream.hash };
  for (const opened of await prepare(docket, stream, fresh)) {
    const judgement = await enter(docket, stream, opened);
    verdicts.push(verdictOf(opened.decoded, judgement));
    head = { seq: opened.decoded.seq, hash: opened.hash };
    if (judgement.s === 'rejected' && judgement.code === 'training') {
      await tx.setState(stream.stream, 'refused');
      break;
    }
  }
  if (head.seq > stream.seq) await tx.moveHead(stream.stream, head);
  await close(docket);
  return ok({ head: [head.seq, head.hash.toString('hex')], verdicts, now });
}
