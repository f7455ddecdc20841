import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Every fact this desk knows, its own and pulled ones, as signed bytes. Append only. */
export const event = sqliteTable(
  'event',
  {
    /** Local order of arrival; what the bureau has not placed yet is folded in this order, after the rest. */
    pos: integer('pos').primaryKey({ autoIncrement: true }),
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    v: integer('v').notNull(),
    caseId: text('case_id').notNull(),
    /** Device time of entry, Beijing time; for lists only. */
    entered: text('entered').notNull(),
    frame: blob('frame', { mode: 'buffer' }).notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
    sig: blob('sig', { mode: 'buffer' }).notNull(),
    /** local = not yet at the bureau; then its verdict (PU4). */
    verdict: text('verdict', { enum: ['local', 'accepted', 'rejected', 'held'] }).notNull(),
    verdictCode: text('verdict_code'),
    /** Who dealt with a refused or held event, and how; it stays readable for ever. */
    settledBy: text('settled_by'),
    settledNote: text('settled_note'),
    /** Kind or version unknown to this program: kept, folded after an update (VR3). */
    deferred: integer('deferred', { mode: 'boolean' }).notNull().default(false),
    /** Cursor of the bureau's feed at which it stands; null until it came (back) from there. */
    placed: integer('placed'),
  },
  (t) => [
    uniqueIndex('event_stream_seq').on(t.stream, t.seq),
    uniqueIndex('event_id').on(t.id),
    // With the verdict: whether a case waits for the bureau is told without reading its events.
    index('event_case').on(t.caseId, t.verdict),
    index('event_verdict').on(t.verdict, t.stream, t.seq),
  ],
);

/** Head of this desk's own stream; one row. */
export const streamHead = sqliteTable('stream_head', {
  stream: text('stream').primaryKey(),
  seq: integer('seq').notNull(),
  /** Hash of the last event, hex. */
  hash: text('hash').notNull(),
  hlc: text('hlc').notNull(),
});

/** Desks and the bureau whose signatures are trusted: from `stream-enrolled` events, and our own. */
export const knownStream = sqliteTable('known_stream', {
  stream: text('stream').primaryKey(),
  publicKey: text('public_key').notNull(),
  unitCode: text('unit_code').notNull(),
  unitName: text('unit_name').notNull(),
});

/** How far each feed has been applied (PL3: moved in the transaction that applies the page). */
export const feedCursor = sqliteTable('feed_cursor', {
  scope: text('scope').primaryKey(),
  cursor: integer('cursor').notNull(),
  digest: blob('digest', { mode: 'buffer' }).notNull(),
});

/** What was answered to a command: asked again, it answers the same and does nothing. The file has it WITHOUT ROWID. */
export const commandDone = sqliteTable('command_done', {
  commandId: text('command_id').primaryKey(),
  method: text('method').notNull(),
  answer: text('answer').notNull(),
  at: text('at').notNull(),
  /** SHA-256 of what was asked: other words under the same id are not what was answered. Null where it was not kept yet. */
  inputHash: blob('input_hash', { mode: 'buffer' }),
});

/** Projection: one row a case. `state` is the fold the rules decide on. */
export const petitionCase = sqliteTable(
  'petition_case',
  {
    rowId: integer('row_id').primaryKey({ autoIncrement: true }),
    caseId: text('case_id').notNull(),
    number: text('number').notNull(),
    receivedOn: text('received_on').notNull(),
    registeredAt: text('registered_at').notNull(),
    channel: text('channel').notNull(),
    purpose: text('purpose').notNull(),
    category: text('category').notNull(),
    title: text('title').notNull(),
    leadName: text('lead_name').notNull(),
    personsPresent: integer('persons_present').notNull(),
    placeCode: text('place_code').notNull(),
    placeName: text('place_name').notNull(),
    unitCode: text('unit_code').notNull(),
    unitName: text('unit_name').notNull(),
    status: text('status').notNull(),
    restricted: integer('restricted', { mode: 'boolean' }).notNull(),
    /** Due date of the running clock that ends first (`dueRaw`), with its rule; null when none runs. */
    nextDue: text('next_due'),
    nextRule: text('next_rule'),
    /** The same clock rolled over rest days; past it the duty is legally overdue. */
    nextLegal: text('next_legal'),
    /** Account that registered it: sees a restricted case besides the leaders. */
    registrar: text('registrar').notNull(),
    state: text('state').notNull(),
  },
  (t) => [
    uniqueIndex('petition_case_id').on(t.caseId),
    // Visibility beside the number: a page deep in the list by number reads no rows before it.
    index('petition_case_number').on(t.number, t.restricted, t.registrar),
    index('petition_case_due').on(t.nextDue),
    // Everything that lists filter, sort and count by: they never read the rows, whose states are long and encrypted.
    index('petition_case_list').on(
      t.receivedOn,
      t.number,
      t.status,
      t.channel,
      t.category,
      t.unitCode,
      t.nextDue,
      t.nextLegal,
      t.restricted,
      t.registrar,
      t.registeredAt,
    ),
  ],
);

/** Projection: how people are found. Tails are stored reversed so that "ends with" is a prefix. WITHOUT ROWID. */
export const petitionerKey = sqliteTable(
  'petitioner_key',
  {
    caseRow: integer('case_row').notNull(),
    ord: integer('ord').notNull(),
    name: text('name').notNull(),
    initials: text('initials').notNull(),
    phoneReversed: text('phone_reversed').notNull(),
    idReversed: text('id_reversed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseRow, t.ord] }),
    index('petitioner_key_initials').on(t.initials),
    // Many people give no number: what is empty finds nobody and stays out.
    index('petitioner_key_phone').on(t.phoneReversed).where(sql`phone_reversed <> ''`),
    index('petitioner_key_id').on(t.idReversed).where(sql`id_reversed <> ''`),
  ],
);

/** Projection: one row an item sent down by the bureau, for the 交办件 list. */
export const assignment = sqliteTable(
  'assignment',
  {
    assignmentId: text('assignment_id').primaryKey(),
    caseId: text('case_id').notNull(),
    toUnit: text('to_unit').notNull(),
    assignedOn: text('assigned_on').notNull(),
    reportDue: text('report_due'),
    state: text('state').notNull(),
  },
  (t) => [index('assignment_unit').on(t.toUnit, t.state), index('assignment_case').on(t.caseId)],
);

/** Projection: one row a mediation; `state` is its fold. */
export const mediation = sqliteTable(
  'mediation',
  {
    mediationId: text('mediation_id').primaryKey(),
    caseId: text('case_id'),
    openedOn: text('opened_on').notNull(),
    unitCode: text('unit_code').notNull(),
    outcome: text('outcome').notNull(),
    state: text('state').notNull(),
  },
  (t) => [index('mediation_case').on(t.caseId), index('mediation_opened').on(t.openedOn)],
);

/** Projection: the last number issued of each kind and year by this unit in this desk's block. */
export const paperNumber = sqliteTable(
  'paper_number',
  {
    unitCode: text('unit_code').notNull(),
    letter: text('letter').notNull(),
    series: text('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitCode, t.letter, t.series, t.year] })],
);

/** Daily sequence of case numbers of this desk. */
export const caseSequence = sqliteTable('case_sequence', {
  day: text('day').primaryKey(),
  last: integer('last').notNull(),
});

/** How often a paper was printed; not a fact of the case. */
export const paperPrint = sqliteTable(
  'paper_print',
  {
    subject: text('subject').notNull(),
    id: text('id').notNull(),
    paperId: text('paper_id').notNull(),
    prints: integer('prints').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.id, t.paperId] })],
);

/** Half-typed forms. */
export const draft = sqliteTable(
  'draft',
  {
    draftId: text('draft_id').primaryKey(),
    author: text('author').notNull(),
    form: text('form').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [index('draft_author').on(t.author, t.savedAt)],
);

/** People who sign in. Their key slots live in the key file, not here. */
export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** JSON array of roles. */
    roles: text('roles').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('account_name').on(t.name)],
);

/** Named values of this desk: unit settings, enrolment, last exchange. JSON text. */
export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

/** Who read, printed, signed in: insert only, hash-chained. */
export const audit = sqliteTable('audit', {
  n: integer('n').primaryKey({ autoIncrement: true }),
  at: text('at').notNull(),
  person: text('person').notNull(),
  act: text('act').notNull(),
  ref: text('ref').notNull(),
  prev: text('prev').notNull(),
  hash: text('hash').notNull(),
});
