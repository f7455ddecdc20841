import { z } from 'zod';
import { LocalDate } from '../localDate.ts';
import { IssuedPaper } from './handling.ts';
import { Id } from './id.ts';

const Unit = z.object({ code: z.string().max(20), name: z.string().max(100) });

/** The bureau sends an item to a unit (Art.22): 转送 without, 交办 with a report date. Written by the bureau only. */
export const PetitionAssigned = z.object({
  type: z.literal('petition-assigned'),
  body: z.object({
    assignmentId: Id,
    manner: z.enum(['transfer', 'assign']),
    from: Unit,
    to: Unit,
    /** Fixed date of the conclusion report; null for a transfer. Never rolls (D11). */
    reportDue: LocalDate.nullable(),
    requirement: z.string().max(2_000),
    assignedOn: LocalDate,
    documentNumber: z.string().max(60).optional(),
  }),
});

/** 签收: the unit has seen it arrive. D03 and D04 run from here or, if earlier known, from the sender's date. */
export const AssignmentSigned = z.object({
  type: z.literal('assignment-signed'),
  body: z.object({ assignmentId: Id, signedOn: LocalDate }),
});

/** 异议 within 5 working days with detailed reasons (Art.23 ¶3). A request: the item stays until the sender answers. */
export const ObjectionRaised = z.object({
  type: z.literal('objection-raised'),
  body: z.object({
    assignmentId: Id,
    raisedOn: LocalDate,
    reasons: z.string().trim().min(1).max(4_000),
    proposedUnit: z.string().max(100),
    late: z.boolean(),
    paper: IssuedPaper,
  }),
});

/** The bureau's answer to an objection. Upheld = the material goes back (交还). Written by the bureau only. */
export const ObjectionDecided = z.object({
  type: z.literal('objection-decided'),
  body: z.object({
    assignmentId: Id,
    upheld: z.boolean(),
    reason: z.string().max(2_000),
    decidedOn: LocalDate,
  }),
});

/** 办结报告 / 交办件回复 (Art.22(3)). Ends D11. */
export const AssignmentReported = z.object({
  type: z.literal('assignment-reported'),
  body: z.object({
    assignmentId: Id,
    reportedOn: LocalDate,
    text: z.string().trim().min(1).max(20_000),
    signer: z.string().trim().min(1).max(50),
    paper: IssuedPaper,
  }),
});
