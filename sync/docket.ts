import type { DomainEvent, Recorded } from '../domain/events/all.ts';
import { evolveMediation } from '../domain/mediation.ts';
import { evolvePetition } from '../domain/petition.ts';
import type { BureauWriter, Entry, NewEvent, StreamRow, Subject } from './bureauStore.ts';
import { type NoFact, openFact } from './fact.ts';
import type { OpenedEvent } from './frame.ts';
import { type Judgement, judge } from './judge.ts';
import { entriesOf, noticeOf, placeEntries, unitReached } from './place.ts';
import type { Verdict } from './protocol.ts';

/**
 * The events of one writing transaction on their way in: judged and folded one after the other in memory, then written
 * together. Desks' events and the bureau's own go this way.
 */
export interface Docket {
  tx: BureauWriter;
  received: string;
  subjects: Map<string, Subject>;
  mediations: Set<string>;
  ids: Set<string>;
  /** Hashes of each case's accepted events that are not written yet. */
  fresh: Map<string, Buffer[]>;
  events: NewEvent[];
  touched: Set<Subject>;
  entries: Entry[];
}

/** An empty docket of this transaction; `received` is the server's time. */
export const openDocket = (tx: BureauWriter, received: string): Docket => ({
  tx,
  received,
  subjects: new Map(),
  mediations: new Set(),
  ids: new Set(),
  fresh: new Map(),
  events: [],
  touched: new Set(),
  entries: [],
});

type Author = Pick<StreamRow, 'kind' | 'unit' | 'stream'>;

/** Reads these events' facts, then locks and loads what judging them will ask for. */
export async function prepare(
  docket: Docket,
  author: Author,
  opened: readonly OpenedEvent[],
): Promise<Read[]> {
  const { tx, ids, mediations } = docket;
  const read = opened.map((one): Read => ({ ...one, fact: openFact(one.decoded, author.unit.code) }));
  const named = read.flatMap(({ fact }) => mediationBegun(fact));
  await loadSubjects(docket, [...opened.map(({ decoded }) => decoded.case), ...named]);
  for (const id of await tx.takenIds(opened.map(({ decoded }) => decoded.id))) ids.add(id);
  if (named.length > 0) for (const id of await tx.takenMediations(named)) mediations.add(id);
  return read;
}

/** An event with the fact in it, or why there is none. */
type Read = OpenedEvent & { fact: Recorded | NoFact };

/** A new mediation's id is locked as a case id is: no two cases may begin it at once. */
function mediationBegun(fact: Recorded | NoFact): string[] {
  return typeof fact === 'object' && fact.event.type === 'mediation-opened'
    ? [fact.event.body.mediationId]
    : [];
}

/** Locks and loads the subjects with these ids that the docket does not hold yet. */
export async function loadSubjects(docket: Docket, ids: readonly string[]): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => id !== '' && !docket.subjects.has(id));
  if (missing.length === 0) return;
  for (const subject of await docket.tx.lockSubjects(missing)) docket.subjects.set(subject.caseId, subject);
}

/** Judges one event, folds it when accepted, and notes what is to be written. */
export async function enter(docket: Docket, author: Author, opened: Read): Promise<Judgement> {
  const { decoded: frame } = opened;
  const known = docket.subjects.get(frame.case);
  const judgement = judge(opened.fact, {
    author: { kind: author.kind, unit: author.unit.code },
    idTaken: (id) => docket.ids.has(id),
    mediationTaken: (id) => docket.mediations.has(id),
    subject: known,
  });
  const subject = judgement.s === 'accepted' ? await accept(docket, opened, judgement.recorded) : known;
  docket.ids.add(frame.id);
  const code = judgement.s === 'accepted' ? null : judgement.code;
  docket.events.push({
    ...rowOf(opened, author.unit.code, docket.received),
    verdict: judgement.s,
    code,
    position: judgement.s === 'accepted' && subject ? subject.position : null,
    // What was not taken belongs to nothing: it may name an ordinary case and tell of an accusation all the same.
    restricted: subject?.restricted || (judgement.s !== 'accepted' && saysRestricted(opened)),
  });
  if (judgement.s !== 'accepted') docket.entries.push(noticeOf(author.stream, verdictOf(frame, judgement)));
  return judgement;
}

/** Folds an accepted event into its subject and finds the feeds it goes to. */
async function accept(
  docket: Docket,
  { hash }: OpenedEvent,
  recorded: Recorded,
): Promise<Subject | undefined> {
  const { event, caseId } = recorded;
  const subject = caseId === '' ? undefined : (docket.subjects.get(caseId) ?? begin(docket, caseId));
  const reached = unitReached(event);
  let newUnit: string | undefined;
  if (subject) {
    fold(subject, recorded);
    docket.touched.add(subject);
    if (event.type === 'mediation-opened') docket.mediations.add(event.body.mediationId);
    // Accusation material is handed to nobody: only the unit that took it may add to it (FD8).
    const mayJoin = reached !== undefined && (!subject.restricted || subject.position === 1);
    if (mayJoin && !subject.units.has(reached)) {
      if (subject.position > 1) newUnit = reached;
      subject.units.add(reached);
    }
  }
  docket.entries.push(...(await entriesOf(event, hash, subject, newUnit, () => earlier(docket, caseId))));
  if (subject) docket.fresh.set(caseId, [...(docket.fresh.get(caseId) ?? []), hash]);
  return subject;
}

function begin(docket: Docket, caseId: string): Subject {
  const subject: Subject = {
    caseId,
    petition: null,
    mediations: new Map(),
    units: new Set(),
    position: 0,
    restricted: false,
    arrivedAt: docket.received,
  };
  docket.subjects.set(caseId, subject);
  return subject;
}

function fold(subject: Subject, recorded: Recorded): void {
  const { event } = recorded;
  subject.position += 1;
  subject.petition = evolvePetition(subject.petition, recorded);
  subject.restricted = subject.petition?.restricted ?? false;
  if (!isOfMediation(event)) return;
  const { mediationId } = event.body;
  const state = evolveMediation(subject.mediations.get(mediationId) ?? null, recorded);
  if (state) subject.mediations.set(mediationId, state);
}

const isOfMediation = (
  event: DomainEvent,
): event is Extract<DomainEvent, { body: { mediationId: string } }> => 'mediationId' in event.body;

async function earlier(docket: Docket, caseId: string): Promise<Buffer[]> {
  return [...(await docket.tx.acceptedHashes(caseId)), ...(docket.fresh.get(caseId) ?? [])];
}

/** What nobody may know of although it is in no case: a refused registration of an accusation, or a fact of such a case. */
function saysRestricted({ decoded }: OpenedEvent): boolean {
  return decoded.scope.endsWith(':restricted') || /"purpose"\s*:\s*"ACCUSE"/.test(decoded.body);
}

const rowOf = ({ decoded, frame, hash, sig }: OpenedEvent, unitCode: string, received: string) => ({
  stream: decoded.stream,
  seq: decoded.seq,
  id: decoded.id,
  type: decoded.type,
  v: decoded.v,
  caseId: decoded.case,
  unitCode,
  received,
  frame,
  hash,
  sig,
});

/** The verdict as it travels. */
export const verdictOf = (
  { id, seq }: { id: string; seq: number },
  judgement: { s: Verdict['s']; code?: string | null },
): Verdict => ({ id, seq, s: judgement.s, ...(judgement.code ? { code: judgement.code } : {}) });

/** Writes the events entered since the last time, and what they changed; feeds wait for `close`. */
export async function write(docket: Docket): Promise<void> {
  const { tx, events, touched } = docket;
  if (events.length > 0) await tx.insertEvents(events);
  if (touched.size > 0) await tx.saveSubjects([...touched]);
  docket.events = [];
  docket.fresh = new Map();
  docket.touched = new Set();
}

/** Writes the rest and gives out the feed numbers: the last step of the transaction. */
export async function close(docket: Docket): Promise<void> {
  await write(docket);
  await placeEntries(docket.tx, docket.entries, docket.received);
}
