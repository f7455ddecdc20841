import { z } from 'zod';
import { Registration } from '../domain/events/registration.ts';
import { LocalDate } from '../domain/localDate.ts';
import { OfficerRole } from '../domain/person.ts';
import { CaseCommand, CaseStatus, CommandBase, Id } from './case.ts';
import { AssignmentView, CaseView } from './cases.ts';
import { command, query } from './define.ts';
import { Password } from './session.ts';

/** What an officer's page may ask of the bureau. Each call is `POST /console/<group>/<name>` with the input as JSON. */

const UnitRef = z.object({ code: z.string(), name: z.string() });
const Name = z.string().trim().min(2).max(50);

export const Officer = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(OfficerRole),
  /** May read accusation material (检举控告); without it such items do not exist, not even in counts. */
  restricted: z.boolean(),
  active: z.boolean(),
  createdAt: z.string(),
});
export type Officer = z.infer<typeof Officer>;

export const ConsoleState = z.object({
  bureauName: z.string(),
  version: z.string(),
  today: LocalDate,
  /** null = show the sign-in page. */
  officer: Officer.pick({ id: true, name: true, roles: true, restricted: true }).nullable(),
  /** First sign-in: everything but `changePassword` and `signOut` answers `password-change-due`. */
  mustChangePassword: z.boolean(),
});
export type ConsoleState = z.infer<typeof ConsoleState>;

/** A row of the bureau's list. Phones and ID numbers never stand here. */
export const BureauRow = z.object({
  caseId: Id,
  number: z.string(),
  receivedOn: LocalDate,
  /** When the bureau got the registration, ISO. */
  arrivedAt: z.string(),
  channel: z.string(),
  purpose: z.string(),
  category: z.string(),
  title: z.string(),
  leadName: z.string(),
  personsPresent: z.number().int(),
  placeName: z.string(),
  /** Unit that registered it and unit that has it now. */
  origin: UnitRef,
  custodian: UnitRef,
  status: CaseStatus,
  restricted: z.boolean(),
  /** The assignment in force or last answered; null = never sent down. */
  assignment: AssignmentView.pick({
    assignmentId: true,
    manner: true,
    toName: true,
    assignedOn: true,
    reportDue: true,
    state: true,
  }).nullable(),
  /** Calendar days from today to the report date, negative when past; null when nothing is owed. */
  reportDaysLeft: z.number().int().nullable(),
  /** An objection waits for the bureau's answer. */
  objectionOpen: z.boolean(),
});
export type BureauRow = z.infer<typeof BureauRow>;

export const BureauFilter = z.object({
  /** Number, title, names, facts; one box. */
  text: z.string().trim().max(100).default(''),
  /** Code of the unit that registered it or has it now; '' = all. */
  unit: z.string().max(20).default(''),
  status: z.array(CaseStatus).default([]),
  channel: z.array(z.string().max(20)).default([]),
  /** Never sent down or returned, and not concluded: what waits for an officer. */
  unassigned: z.boolean().default(false),
  /** An objection waits for an answer. */
  objectionOpen: z.boolean().default(false),
  sort: z.enum(['arrived', 'received', 'report-due']).default('arrived'),
  offset: z.number().int().min(0).max(1_000_000).default(0),
  limit: z.number().int().min(1).max(200).default(100),
});

/** One line of what happened, oldest first. Refused and held facts are shown too, marked. */
export const BureauEntry = z.object({
  id: z.string(),
  type: z.string(),
  claimed: z.string(),
  entered: z.string(),
  /** When the bureau got it, ISO. */
  received: z.string(),
  actor: z.string(),
  unitName: z.string(),
  /** Chinese sentence of the fact. */
  text: z.string(),
  verdict: z.enum(['accepted', 'rejected', 'held']),
  code: z.string().optional(),
});
export type BureauEntry = z.infer<typeof BureauEntry>;

export const BureauCase = z.object({
  row: BureauRow,
  /** Phones and ID numbers masked (`unmask` shows one person's). */
  registration: Registration,
  ...CaseView.pick({
    registeredBy: true,
    registeredAt: true,
    notice: true,
    acceptance: true,
    transfer: true,
    extension: true,
    opinion: true,
    conclusion: true,
    assignments: true,
    mediations: true,
  }).shape,
  attachments: z.array(
    z.object({ name: z.string(), mime: z.string(), size: z.number().int(), addedAt: z.string() }),
  ),
  timeline: z.array(BureauEntry),
  /** The same function shows the button and refuses the call: null = open, else the refusal code. */
  steps: z.object({ assign: z.string().nullable(), decideObjection: z.string().nullable() }),
});
export type BureauCase = z.infer<typeof BureauCase>;

export const BureauUnit = UnitRef.extend({
  /** Built in with the town list; others were added by hand. */
  builtIn: z.boolean(),
  desks: z.number().int(),
  /** Items registered by it, items in its custody that are not concluded. */
  registered: z.number().int(),
  open: z.number().int(),
});
export type BureauUnit = z.infer<typeof BureauUnit>;

export const BureauDesk = z.object({
  stream: z.string(),
  unit: UnitRef,
  letter: z.string(),
  deskName: z.string(),
  /** forked = two machines wrote under one identity; nothing more is taken from it. */
  state: z.enum(['active', 'forked']),
  enrolledAt: z.string(),
  lastSeenAt: z.string().nullable(),
  /** Events that the bureau has of it, and events it said were still waiting at the last contact. */
  head: z.number().int(),
  waiting: z.number().int(),
  calendarVersion: z.string(),
  appVersion: z.string(),
  /** Milliseconds its clock was behind the bureau's at the last contact. */
  clockBehind: z.number().int().nullable(),
});
export type BureauDesk = z.infer<typeof BureauDesk>;

export const EnrolmentCode = z.object({
  id: z.string(),
  unit: UnitRef,
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  /** Name of the desk that used it. */
  usedBy: z.string().nullable(),
});
export type EnrolmentCode = z.infer<typeof EnrolmentCode>;

/** A fact of a desk that was refused or held, with enough to find it. */
export const HeldEvent = BureauEntry.extend({
  caseId: z.string(),
  caseNumber: z.string(),
  deskName: z.string(),
  seq: z.number().int(),
});
export type HeldEvent = z.infer<typeof HeldEvent>;

const officers = ['officer'] as const;
const administrators = ['administrator'] as const;

export const Assign = z.object({
  toUnit: z.string().min(1).max(20),
  /** 转送 without, 交办 with a report date (Art.22). */
  manner: z.enum(['transfer', 'assign']),
  reportDue: LocalDate.nullable(),
  requirement: z.string().trim().max(2_000),
  documentNumber: z.string().trim().max(60).optional(),
});
const ASSIGN_REFUSALS = [
  'unknown-unit',
  'report-due-missing',
  'report-due-past',
  'report-due-on-transfer',
] as const;

const session = {
  state: query('anyone', z.object({}), ConsoleState),
  /** The session is a cookie that no script sees. */
  signIn: query(
    'anyone',
    z.object({ name: z.string().trim().min(1).max(50), password: z.string().min(1).max(128) }),
    ConsoleState,
    ['wrong-password', 'too-many-tries'],
  ),
  signOut: query('anyone', z.object({}), ConsoleState),
  changePassword: command(
    'signed-in',
    CommandBase.extend({ oldPassword: z.string().max(128), newPassword: Password }),
    ConsoleState,
    ['wrong-password', 'weak-password', 'too-many-tries'],
  ),
};

const cases = {
  list: query(
    officers,
    BureauFilter,
    z.object({
      rows: z.array(BureauRow),
      total: z.number().int(),
      /** Over all items that the officer may see, for the head of the list. */
      counts: z.object({
        unassigned: z.number().int(),
        objectionOpen: z.number().int(),
        reportOverdue: z.number().int(),
      }),
    }),
  ),
  /** Reading a case is logged. */
  get: query(officers, z.object({ caseId: Id }), BureauCase, ['unknown-case']),
  /** Full phone and ID number of one petitioner. Logged. */
  unmask: query(
    officers,
    z.object({ caseId: Id, index: z.number().int().min(0) }),
    z.object({ phone: z.string(), idNumber: z.string() }),
    ['unknown-case'],
  ),
  /** Sends an item to a unit: 转送 or 交办 (Art.22). Answers the case as it is then. */
  assign: command(officers, CaseCommand.extend(Assign.shape), BureauCase, [
    'unknown-case',
    'restricted',
    'concluded',
    'already-assigned',
    ...ASSIGN_REFUSALS,
  ]),
  /** Answers an objection; upheld = the material comes back (交还, Art.23 ¶3). */
  decideObjection: command(
    officers,
    CaseCommand.extend({ assignmentId: Id, upheld: z.boolean(), reason: z.string().trim().max(2_000) }),
    BureauCase,
    ['unknown-case', 'unknown-assignment', 'no-objection', 'already-done', 'reason-missing'],
  ),
  /** An item that came to the bureau itself (a letter, a call); assigned in the same step when `assign` is given. */
  register: command(
    officers,
    CommandBase.extend({ registration: Registration, assign: Assign.optional() }),
    z.object({ caseId: Id, number: z.string() }),
    [
      'received-in-future',
      'received-too-long-ago',
      'too-many-representatives',
      'no-lead-petitioner',
      'fewer-present-than-named',
      'unknown-category',
      'facts-missing',
      'birth-date-in-future',
      'restricted',
      ...ASSIGN_REFUSALS,
    ],
  ),
};

const units = {
  list: query('signed-in', z.object({}), z.array(BureauUnit)),
  /** A unit that is not among the built-in towns; its code is up to 20 digits or capitals. */
  add: command(
    administrators,
    CommandBase.extend({
      code: z
        .string()
        .trim()
        .regex(/^[0-9A-Z]{4,20}$/),
      name: z.string().trim().min(2).max(60),
    }),
    BureauUnit,
    ['code-taken'],
  ),
};

const desks = {
  list: query('signed-in', z.object({}), z.array(BureauDesk)),
  /** Facts refused or held, newest first. */
  attention: query(
    officers,
    z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    z.array(HeldEvent),
  ),
  codes: query(administrators, z.object({}), z.array(EnrolmentCode)),
  /** The code itself is shown this once; only its hash is kept. */
  createCode: command(
    administrators,
    CommandBase.extend({ unit: z.string().min(1).max(20), days: z.number().int().min(1).max(30).default(7) }),
    EnrolmentCode.extend({ code: z.string() }),
    ['unknown-unit'],
  ),
  cancelCode: command(administrators, CommandBase.extend({ id: z.string().max(64) }), z.object({}), [
    'unknown-code',
    'already-done',
  ]),
};

const officerCalls = {
  list: query(administrators, z.object({}), z.array(Officer)),
  /** The one-time password is shown this once and must be changed at the first sign-in. */
  add: command(
    administrators,
    CommandBase.extend({ name: Name, roles: z.array(OfficerRole).min(1).max(2), restricted: z.boolean() }),
    Officer.extend({ password: z.string() }),
    ['name-taken'],
  ),
  update: command(
    administrators,
    CommandBase.extend({
      id: z.string().max(64),
      roles: z.array(OfficerRole).min(1).max(2),
      restricted: z.boolean(),
      active: z.boolean(),
    }),
    Officer,
    ['unknown-person', 'last-administrator'],
  ),
  resetPassword: command(
    administrators,
    CommandBase.extend({ id: z.string().max(64) }),
    Officer.extend({ password: z.string() }),
    ['unknown-person'],
  ),
};

/** Everything a page may ask of the bureau. A refusal that any call may answer besides its own: `password-change-due`. */
export const bureauContract = { session, cases, units, desks, officers: officerCalls } as const;
export type BureauContract = typeof bureauContract;
