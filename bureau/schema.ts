import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { MediationState } from '../domain/mediation.ts';
import type { OfficerRole } from '../domain/person.ts';
import type { PetitionState } from '../domain/petition.ts';
import { type AssignmentSummary, bytea, count, tsvector } from './columns.ts';

/**
 * Instants are UTC text of one width (`Date.toISOString`), so that text order is time order; days are Beijing dates.
 * What was signed is `bytea`; `jsonb` holds only what can be folded again from it.
 */

const ofUnit = () =>
  text('unit_code')
    .notNull()
    .references(() => unit.code);

/** Every enrolled desk, and the bureau's own stream: whose signatures count, and how far we have it. */
export const stream = pgTable(
  'stream',
  {
    stream: text('stream').primaryKey(),
    kind: text('kind', { enum: ['desk', 'bureau'] }).notNull(),
    publicKey: text('public_key').notNull(),
    unitCode: ofUnit(),
    letter: text('letter').notNull(),
    deskName: text('desk_name').notNull(),
    /** forked = two machines wrote under it (PU6); refused = it said itself that it is for training (JD4). */
    state: text('state', { enum: ['active', 'forked', 'refused'] }).notNull(),
    /** Number of its last stored event, and that event's hash; 0 and 32 zero bytes before the first. */
    seq: count('seq').notNull(),
    hash: bytea('hash').notNull(),
    /** Last clock reading of the bureau's own stream; empty for desks. */
    hlc: text('hlc').notNull().default(''),
    enrolledAt: text('enrolled_at').notNull(),
    lastSeenAt: text('last_seen_at'),
    /** Events it said were still to be sent at the last contact. */
    waiting: count('waiting').notNull().default(0),
    calendarVersion: text('calendar_version').notNull().default(''),
    appVersion: text('app_version').notNull().default(''),
    /** Milliseconds its clock was behind ours at the last contact. */
    clockBehind: count('clock_behind'),
  },
  // A unit has one desk a letter (EN3); the bureau's own stream has the empty letter.
  (t) => [uniqueIndex('stream_letter').on(t.unitCode, t.letter)],
);

/** Every event of every stream, as signed bytes with our verdict. Append only. */
export const event = pgTable(
  'event',
  {
    stream: text('stream')
      .notNull()
      .references(() => stream.stream),
    seq: count('seq').notNull(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    v: count('v').notNull(),
    /** Case or mediation; empty for facts of a desk itself. */
    caseId: text('case_id').notNull(),
    unitCode: text('unit_code').notNull(),
    received: text('received').notNull(),
    frame: bytea('frame').notNull(),
    hash: bytea('hash').notNull().unique(),
    sig: bytea('sig').notNull(),
    verdict: text('verdict', { enum: ['accepted', 'rejected', 'held'] }).notNull(),
    /** Why it was rejected or held. */
    code: text('code'),
    /** 1, 2, 3 … among the accepted events of its case: the order in which the case is folded. */
    position: integer('position'),
    /** Belongs to accusation material, whatever its verdict: not even its existence is shown to others. */
    restricted: boolean('restricted').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.seq] }),
    // A refused event may carry another's id (JD6), and is kept all the same.
    uniqueIndex('event_accepted_id').on(t.id).where(sql`verdict = 'accepted'`),
    index('event_id').on(t.id),
    uniqueIndex('event_position').on(t.caseId, t.position).where(sql`position is not null`),
    index('event_case').on(t.caseId, t.received),
    index('event_attention').on(t.received).where(sql`verdict <> 'accepted'`),
  ],
);

/** Projection: one row a case. `state` is the fold the rules decide on, the other columns are for lists. */
export const petitionCase = pgTable(
  'petition_case',
  {
    caseId: text('case_id').primaryKey(),
    number: text('number').notNull(),
    receivedOn: text('received_on').notNull(),
    /** When the bureau got the registration. */
    arrivedAt: text('arrived_at').notNull(),
    channel: text('channel').notNull(),
    purpose: text('purpose').notNull(),
    category: text('category').notNull(),
    title: text('title').notNull(),
    leadName: text('lead_name').notNull(),
    personsPresent: integer('persons_present').notNull(),
    placeName: text('place_name').notNull(),
    originCode: text('origin_code').notNull(),
    originName: text('origin_name').notNull(),
    custodianCode: text('custodian_code').notNull(),
    custodianName: text('custodian_name').notNull(),
    custody: integer('custody').notNull(),
    status: text('status').notNull(),
    restricted: boolean('restricted').notNull(),
    assignment: jsonb('assignment').$type<AssignmentSummary>(),
    /** Report date of the assignment in force while the report is owed; null when nothing is. */
    reportDue: text('report_due'),
    objectionOpen: boolean('objection_open').notNull(),
    /** Never sent down or returned, and not concluded: waits for an officer. */
    unassigned: boolean('unassigned').notNull(),
    concluded: boolean('concluded').notNull(),
    /** Tokens of `domain/bigrams.ts`; empty for restricted cases, which no search may find. */
    words: tsvector('words').notNull(),
    state: jsonb('state').$type<PetitionState>().notNull(),
  },
  (t) => [
    index('petition_case_number').on(t.number),
    index('petition_case_arrived').on(t.arrivedAt, t.caseId),
    index('petition_case_received').on(t.receivedOn, t.caseId),
    index('petition_case_report').on(t.reportDue, t.caseId),
    index('petition_case_origin').on(t.originCode, t.arrivedAt),
    index('petition_case_custodian').on(t.custodianCode, t.arrivedAt),
    index('petition_case_unassigned').on(t.arrivedAt).where(sql`unassigned`),
    index('petition_case_objection').on(t.arrivedAt).where(sql`objection_open`),
    index('petition_case_words').using('gin', t.words),
  ],
);

/** Units that registered the case or ever had it: they get its events (FD7) and may add facts (JD8). */
export const caseUnit = pgTable(
  'case_unit',
  { caseId: text('case_id').notNull(), unitCode: text('unit_code').notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.unitCode] }), index('case_unit_unit').on(t.unitCode)],
);

/** Projection: one row a mediation; `state` is its fold. */
export const mediation = pgTable(
  'mediation',
  {
    mediationId: text('mediation_id').primaryKey(),
    /** The petition it came from; null when the parties came to the mediator directly. */
    caseId: text('case_id'),
    title: text('title').notNull(),
    openedOn: text('opened_on').notNull(),
    unitCode: text('unit_code').notNull(),
    unitName: text('unit_name').notNull(),
    outcome: text('outcome', { enum: ['mediating', 'agreement', 'failed', 'ended'] }).notNull(),
    restricted: boolean('restricted').notNull(),
    arrivedAt: text('arrived_at').notNull(),
    state: jsonb('state').$type<MediationState>().notNull(),
  },
  (t) => [index('mediation_case').on(t.caseId), index('mediation_unit').on(t.unitCode, t.openedOn)],
);

/** What the readers of one scope get, in one order without a gap (FD1, FD2). Append only. */
export const feed = pgTable(
  'feed',
  {
    scope: text('scope').notNull(),
    cursor: count('cursor').notNull(),
    kind: text('kind', { enum: ['event', 'backfill', 'evict', 'notice'] }).notNull(),
    /** Hash of the event; null for a notice. */
    hash: bytea('hash').references(() => event.hash),
    /** Exact JSON text of a notice. */
    note: text('note'),
    digest: bytea('digest').notNull(),
    received: text('received').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.cursor] })],
);

/** Where each feed stands; its row is the lock under which numbers are given out (FD2). */
export const scopeHead = pgTable('scope_head', {
  scope: text('scope').primaryKey(),
  cursor: count('cursor').notNull(),
  digest: bytea('digest').notNull(),
});

/** Units that items can be sent to, the bureau itself among them. */
export const unit = pgTable('unit', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  /** Built in with the town list; others were added by hand. */
  builtIn: boolean('built_in').notNull(),
});

/** One-time codes (EN1). The code itself is shown once; its hash is kept. */
export const enrolmentCode = pgTable(
  'enrolment_code',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the normalised code. */
    codeHash: bytea('code_hash').notNull(),
    unitCode: ofUnit(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedBy: text('used_by').references(() => stream.stream),
    usedAt: text('used_at'),
    cancelledAt: text('cancelled_at'),
  },
  (t) => [uniqueIndex('enrolment_code_hash').on(t.codeHash)],
);

/** Cost of a password hash (Argon2id): memory in KiB, passes, lanes. */
export interface PasswordCost {
  memory: number;
  passes: number;
  lanes: number;
}

/** People who sign in at the console. */
export const officer = pgTable(
  'officer',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    roles: text('roles').array().$type<OfficerRole[]>().notNull(),
    /** May read accusation material. */
    restricted: boolean('restricted').notNull(),
    active: boolean('active').notNull(),
    createdAt: text('created_at').notNull(),
    passwordSalt: bytea('password_salt').notNull(),
    passwordHash: bytea('password_hash').notNull(),
    passwordCost: jsonb('password_cost').$type<PasswordCost>().notNull(),
    /** The password was made by somebody else: only changing it is allowed. */
    mustChange: boolean('must_change').notNull(),
  },
  (t) => [uniqueIndex('officer_name').on(t.name)],
);

/** Who is signed in; the cookie holds the token, this its SHA-256. */
export const officerSession = pgTable(
  'officer_session',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    officerId: text('officer_id')
      .notNull()
      .references(() => officer.id),
    createdAt: text('created_at').notNull(),
    seenAt: text('seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('officer_session_officer').on(t.officerId)],
);

/** Failed tries per name (and per address), shared by all server processes. */
export const signInTry = pgTable('sign_in_try', {
  name: text('name').primaryKey(),
  tries: integer('tries').notNull(),
  lastAt: text('last_at').notNull(),
  /** No try is looked at before this instant. */
  blockedUntil: text('blocked_until'),
});

/** What was answered to a command: asked again, it answers the same and does nothing. */
export const commandDone = pgTable('command_done', {
  commandId: text('command_id').primaryKey(),
  method: text('method').notNull(),
  officerId: text('officer_id').notNull(),
  answer: text('answer').notNull(),
  at: text('at').notNull(),
});

/** Daily sequence of the numbers of items that came to the bureau itself. */
export const caseSequence = pgTable('case_sequence', {
  day: text('day').primaryKey(),
  last: integer('last').notNull(),
});

/** Named values of this bureau, JSON text: its name and code, its key, the epoch. */
export const setting = pgTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

/** Who read, assigned, signed in: append only, hash-chained. */
export const audit = pgTable('audit', {
  n: count('n').primaryKey(),
  at: text('at').notNull(),
  person: text('person').notNull(),
  act: text('act').notNull(),
  ref: text('ref').notNull(),
  prev: bytea('prev').notNull(),
  hash: bytea('hash').notNull(),
});
