import { z } from 'zod';
import { Registration } from '../domain/events/registration.ts';
import { LocalDate } from '../domain/localDate.ts';
import { OfficerRole } from '../domain/person.ts';
import { CaseStatus, Id } from './case.ts';
import { AssignmentView, CaseView } from './cases.ts';

/** What the bureau shows its officers; `bureauConsole.ts` says in which calls. */
export const UnitRef = z.object({ code: z.string(), name: z.string() });
export const Name = z.string().trim().min(2).max(50);

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
    route: true,
    simple: true,
    resolution: true,
    refusal: true,
    termination: true,
    voided: true,
    supplements: true,
    merged: true,
    joined: true,
    split: true,
    partOf: true,
    reviews: true,
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
