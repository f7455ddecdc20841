import type { MediationState } from '../domain/mediation.ts';
import type { PetitionState } from '../domain/petition.ts';
import type { FeedKind } from './feed.ts';
import type { KeyPair } from './keys.ts';

/** This bureau: its name and unit, its own stream and key, and the epoch of its database. */
export interface Bureau {
  name: string;
  unit: Unit;
  stream: string;
  keys: KeyPair;
  epoch: string;
}

export interface Unit {
  code: string;
  name: string;
}

/** A stream as the bureau knows it. */
export interface StreamRow {
  stream: string;
  kind: 'desk' | 'bureau';
  publicKey: string;
  unit: Unit;
  letter: string;
  state: 'active' | 'forked' | 'refused';
  /** Number and hash of its last stored event; 0 and zero bytes before the first. */
  seq: number;
  hash: Buffer;
  /** Last clock reading of the bureau's own stream. */
  hlc: string;
}

/** A stored event's place, identity and verdict. */
export interface StoredVerdict {
  seq: number;
  id: string;
  hash: Buffer;
  verdict: VerdictName;
  code: string | null;
}
export type VerdictName = 'accepted' | 'rejected' | 'held';

export interface NewEvent extends StoredVerdict {
  stream: string;
  type: string;
  v: number;
  caseId: string;
  unitCode: string;
  received: string;
  frame: Buffer;
  sig: Buffer;
  position: number | null;
  restricted: boolean;
}

/** What facts are about: a petition with its mediations, or a mediation that stands alone. Folded in memory. */
export interface Subject {
  caseId: string;
  petition: PetitionState | null;
  mediations: Map<string, MediationState>;
  /** Units that registered it or ever had it. */
  units: Set<string>;
  /** Accepted events so far. */
  position: number;
  restricted: boolean;
  /** When its first event arrived. */
  arrivedAt: string;
}

/** An entry on its way into a feed; its number is given out last (FD2). */
export interface Entry {
  scope: string;
  kind: FeedKind;
  /** Hash of the event, or of the notice's text. */
  hash: Buffer;
  /** Exact JSON text of a notice. */
  note?: string;
}

export interface ScopeHead {
  scope: string;
  cursor: number;
  digest: Buffer;
}

/** An entry with its number and its event's bytes, as a page carries it. */
export interface FeedRow {
  cursor: number;
  kind: FeedKind;
  note: string | null;
  digest: Buffer;
  received: string;
  event: { frame: Buffer; hash: Buffer; sig: Buffer } | null;
}

/** What a desk says of itself at a contact. */
export interface Contact {
  at: string;
  waiting: number;
  calendarVersion: string;
  appVersion: string;
  clockBehind: number | null;
}

export interface EnrolmentCode {
  id: string;
  unit: Unit;
  expiresAt: string;
  usedBy: string | null;
  cancelled: boolean;
}

/** What can be asked of the store without a lock. */
export interface BureauReader {
  findStream(stream: string): Promise<StreamRow | null>;
  /** Heads of these scopes; a scope without entries is missing. */
  readHeads(scopes: readonly string[]): Promise<ScopeHead[]>;
  /** Digest of a feed at this cursor; null when there is no such entry. */
  readDigest(scope: string, cursor: number): Promise<Buffer | null>;
  /** Entries after `cursor` in order, about `bytes` of event bytes together, but at least one if there is one. */
  readFeed(scope: string, cursor: number, bytes: number): Promise<FeedRow[]>;
}

/** One writing transaction. Locks are taken in the order: code, stream, subjects, scopes. */
export interface BureauWriter extends BureauReader {
  lockStream(stream: string): Promise<StreamRow | null>;
  /** What is stored of a stream between two numbers, both included. */
  storedBetween(stream: string, from: number, to: number): Promise<StoredVerdict[]>;
  /** Those of the ids that an event already has, whatever became of it. */
  takenIds(ids: readonly string[]): Promise<Set<string>>;
  /** Locks and loads subjects by their ids; unknown ones are missing. `mediations` among them are loaded too. */
  lockSubjects(ids: readonly string[]): Promise<Subject[]>;
  /** Those of the mediation ids that exist already, in whatever case. */
  takenMediations(ids: readonly string[]): Promise<Set<string>>;
  /** Hashes of a case's accepted events in the order of acceptance. */
  acceptedHashes(caseId: string): Promise<Buffer[]>;
  insertEvents(events: readonly NewEvent[]): Promise<void>;
  saveSubjects(subjects: readonly Subject[]): Promise<void>;
  moveHead(stream: string, head: { seq: number; hash: Buffer; hlc?: string }): Promise<void>;
  setState(stream: string, state: StreamRow['state']): Promise<void>;
  noteContact(stream: string, contact: Contact): Promise<void>;
  /** Locks the heads of these scopes in their order and answers where each stands. */
  lockHeads(scopes: readonly string[]): Promise<ScopeHead[]>;
  insertFeed(rows: readonly (Entry & { cursor: number; digest: Buffer; received: string })[]): Promise<void>;
  saveHeads(heads: readonly ScopeHead[]): Promise<void>;
  lockCode(codeHash: Buffer): Promise<EnrolmentCode | null>;
  spendCode(id: string, stream: string, at: string): Promise<void>;
  letterTaken(unitCode: string, letter: string): Promise<boolean>;
  insertStream(
    row: Omit<StreamRow, 'unit'> & { unitCode: string; deskName: string; enrolledAt: string },
  ): Promise<void>;
}

/** Where a bureau keeps everything. `write` is one transaction: all of the work or nothing, on disk when it answers. */
export interface BureauStore {
  reader: BureauReader;
  write<T>(work: (tx: BureauWriter) => Promise<T>): Promise<T>;
}
