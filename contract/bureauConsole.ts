import { z } from 'zod';
import { Registration } from '../domain/events/registration.ts';
import { LocalDate } from '../domain/localDate.ts';
import { OfficerRole } from '../domain/person.ts';
import {
  BureauCase,
  BureauDesk,
  BureauFilter,
  BureauRow,
  BureauUnit,
  ConsoleState,
  EnrolmentCode,
  HeldEvent,
  Name,
  Officer,
} from './bureauViews.ts';
import { CaseCommand, CommandBase, Id } from './case.ts';
import { command, query } from './define.ts';
import { Password } from './session.ts';

/** What an officer's page may ask of the bureau. Each call is `POST /console/<group>/<name>` with the input as JSON. */
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
