import { z } from 'zod';
import { Procedure } from '../domain/codes/procedure.ts';
import { RefusalReason } from '../domain/codes/refusalReason.ts';
import { ReviewResult } from '../domain/codes/reviewResult.ts';
import { SimpleGround } from '../domain/codes/simpleGround.ts';
import { PetitionTerminated, RegistrationVoided } from '../domain/events/ending.ts';
import { Claim } from '../domain/events/handling.ts';
import { ResolutionRecorded } from '../domain/events/handlingMode.ts';
import { RouteAnswer } from '../domain/events/legalRoute.ts';
import { PartRegistered, PetitionJoined, PetitionMerged, PetitionSplit } from '../domain/events/parts.ts';
import { Registration } from '../domain/events/registration.ts';
import { ReviewStage } from '../domain/events/review.ts';
import { SupplementReceived, SupplementRequested } from '../domain/events/supplement.ts';
import { LocalDate } from '../domain/localDate.ts';
import { CaseCommand, CaseRow, CaseStatus, Clock, Id, StepView } from './case.ts';
import { command, query } from './define.ts';

export const CaseFilter = z.object({
  /** Words, names, initials, number, phone or ID tail; one box. */
  text: z.string().max(100).default(''),
  status: z.array(CaseStatus).default([]),
  channel: z.array(z.string()).default([]),
  category: z.string().default(''),
  receivedFrom: LocalDate.optional(),
  receivedTo: LocalDate.optional(),
  due: z.enum(['any', 'overdue', 'today', 'week']).default('any'),
  /** ours = in this unit's custody; elsewhere = handed on. */
  custody: z.enum(['any', 'ours', 'elsewhere']).default('any'),
  sort: z.enum(['received', 'due', 'number']).default('received'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(100),
});

/** One line of what happened, newest last. */
export const TimelineEntry = z.object({
  id: z.string(),
  type: z.string(),
  claimed: z.string(),
  entered: z.string(),
  actor: z.string(),
  unitName: z.string(),
  /** Chinese sentence of the fact, made by the desk from the event. */
  text: z.string(),
  /** Verdict of the bureau: local = not sent yet. */
  sync: z.enum(['local', 'accepted', 'rejected', 'held']),
});

export const AttachmentView = z.object({
  attachmentId: Id,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  addedAt: z.string(),
  here: z.boolean(),
});
export const PaperView = z.object({
  /** Stable within the case: kind, or kind:number. */
  paperId: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: LocalDate,
  /** Needs proof of service (送达回证) and does not have it yet. */
  awaitsService: z.boolean(),
  servedOn: LocalDate.nullable(),
  prints: z.number().int(),
});
export type PaperView = z.infer<typeof PaperView>;

export const AssignmentView = z.object({
  assignmentId: Id,
  caseId: Id,
  caseNumber: z.string(),
  title: z.string(),
  leadName: z.string(),
  manner: z.enum(['transfer', 'assign']),
  fromName: z.string(),
  toName: z.string(),
  assignedOn: LocalDate,
  reportDue: LocalDate.nullable(),
  requirement: z.string(),
  /** 发文字号 of the letter, to be cited in the report. */
  documentNumber: z.string().optional(),
  state: z.enum([
    'await-sign',
    'signed',
    'objection-pending',
    'objection-rejected',
    'returned',
    'accepted',
    'reported',
    'superseded',
  ]),
  signedOn: LocalDate.optional(),
  objection: z
    .object({
      raisedOn: LocalDate,
      reasons: z.string(),
      proposedUnit: z.string(),
      answer: z.string().optional(),
      upheld: z.boolean().optional(),
    })
    .optional(),
  report: z.object({ reportedOn: LocalDate, text: z.string() }).optional(),
  /** Last day for an objection (D04), while it may be raised. */
  objectionDue: LocalDate.optional(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const CaseView = z.object({
  row: CaseRow,
  registration: Registration,
  unit: z.object({ code: z.string(), name: z.string() }),
  registeredBy: z.string(),
  registeredAt: z.string(),
  notice: z
    .object({
      givenOn: LocalDate,
      manner: z.enum(['on-the-spot', 'later']),
      route: z.string(),
      number: z.string(),
    })
    .optional(),
  /** The decision on the legal route that holds, and how often it was decided. */
  route: z
    .object({
      decidedOn: LocalDate,
      route: z.number().int(),
      answers: z.array(RouteAnswer),
      procedure: Procedure.nullable(),
      organ: z.string(),
      materials: z.string(),
      number: z.string().optional(),
      times: z.number().int(),
    })
    .optional(),
  /** 简易办理, and when it was given up. */
  simple: z
    .object({
      chosenOn: LocalDate,
      ground: SimpleGround,
      resumedOn: LocalDate.optional(),
      reason: z.string().optional(),
    })
    .optional(),
  /** 化解, apart from 办结. */
  resolution: ResolutionRecorded.shape.body.optional(),
  /** 不予受理 or 不再受理. */
  refusal: z
    .object({
      refusedOn: LocalDate,
      reason: RefusalReason,
      organ: z.string(),
      document: z.string().optional(),
      note: z.string(),
      approver: z.string(),
      number: z.string().optional(),
    })
    .optional(),
  /** 撤回, 终结; 作废. */
  termination: PetitionTerminated.shape.body.optional(),
  voided: RegistrationVoided.shape.body.optional(),
  /** 补正, oldest first. */
  supplements: z
    .array(
      z.object({
        requested: SupplementRequested.shape.body,
        received: SupplementReceived.shape.body.optional(),
      }),
    )
    .optional(),
  /** 并案 and 拆分. */
  merged: PetitionMerged.shape.body.optional(),
  joined: z.array(PetitionJoined.shape.body).optional(),
  split: PetitionSplit.shape.body
    .extend({
      parts: z.array(z.object({ caseId: Id, number: z.string(), title: z.string(), ended: z.boolean() })),
    })
    .optional(),
  partOf: PartRegistered.shape.body.shape.of.optional(),
  acceptance: z
    .object({ acceptedOn: LocalDate, legalRoute: z.number(), department: z.string(), number: z.string() })
    .optional(),
  transfer: z
    .object({ transferredOn: LocalDate, toName: z.string(), basis: z.string(), number: z.string() })
    .optional(),
  extension: z
    .object({
      state: z.enum(['requested', 'approved', 'refused']),
      days: z.number().int(),
      reason: z.string(),
      requestedOn: LocalDate,
      decidedOn: LocalDate.optional(),
      approver: z.string().optional(),
    })
    .optional(),
  opinion: z
    .object({
      issuedOn: LocalDate,
      number: z.string(),
      factsFound: z.string(),
      claims: z.array(Claim),
      signer: z.string(),
    })
    .optional(),
  /** 复查 and 复核, oldest first. */
  reviews: z
    .array(
      z.object({
        stage: ReviewStage,
        organ: z.string(),
        receivedOn: LocalDate,
        postmarkedOn: LocalDate.optional(),
        late: z.boolean(),
        refused: z.string().optional(),
        hearingDays: z.number().int(),
        result: ReviewResult.optional(),
        number: z.string().optional(),
        issuedOn: LocalDate.optional(),
        servedOn: LocalDate.optional(),
        /** Art.36 ¶3: nothing more after it. */
        final: z.boolean(),
      }),
    )
    .optional(),
  /** The remedy that the petitioner may ask for next. */
  nextReview: ReviewStage.optional(),
  conclusion: z.object({ concludedOn: LocalDate, ground: z.string(), summary: z.string() }).optional(),
  assignments: z.array(AssignmentView),
  mediations: z.array(
    z.object({ mediationId: Id, title: z.string(), state: z.string(), openedOn: LocalDate }),
  ),
  clocks: z.array(Clock),
  steps: z.array(StepView),
  papers: z.array(PaperView),
  attachments: z.array(AttachmentView),
  timeline: z.array(TimelineEntry),
});
export type CaseView = z.infer<typeof CaseView>;

export const cases = {
  list: query(
    ['clerk', 'mediator', 'leader'],
    CaseFilter,
    z.object({ rows: z.array(CaseRow), total: z.number().int() }),
  ),
  /** Reading a case is logged. */
  get: query(['clerk', 'mediator', 'leader'], z.object({ caseId: Id }), CaseView, ['unknown-case']),
  /** Full phone and ID number of one petitioner; lists and pages are masked. Logged. */
  unmask: query(
    ['clerk', 'mediator', 'leader'],
    z.object({ caseId: Id, index: z.number().int().min(0) }),
    z.object({ phone: z.string(), idNumber: z.string() }),
    ['unknown-case'],
  ),
  addNote: command(
    ['clerk', 'mediator', 'leader'],
    CaseCommand.extend({ text: z.string().trim().min(1).max(4000) }),
    z.object({ caseId: Id }),
    ['unknown-case'],
  ),
};
