import { z } from 'zod';
import { ClaimOutcome } from '../codes/outcome.ts';
import { ServiceMethod } from '../codes/serviceMethod.ts';
import { LocalDate } from '../localDate.ts';
import { PersonName } from '../person.ts';

/** A formal paper that came into being with a step: its kind and its number of that unit and year. */
export const IssuedPaper = z.object({ kind: z.string().max(40), number: z.string().max(60) });
export type IssuedPaper = z.infer<typeof IssuedPaper>;

/** Written notice of receipt and of the route (Art.23 ¶2/¶3). Ends D02 or D03. */
export const NoticeGiven = z.object({
  type: z.literal('notice-given'),
  body: z.object({
    /** `on-the-spot` = 当场书面告知, `later` = within 15 days of receipt. */
    manner: z.enum(['on-the-spot', 'later']),
    givenOn: LocalDate,
    method: ServiceMethod,
    /** Which way the matter goes and what follows, in words the petitioner reads. */
    route: z.string().trim().min(1).max(1_000),
    paper: IssuedPaper,
  }),
});

/** Acceptance by the organ competent to decide. Starts D05 when the matter is of route 6 (Art.31(6), 34). */
export const PetitionAccepted = z.object({
  type: z.literal('petition-accepted'),
  body: z.object({
    acceptedOn: LocalDate,
    /** 1 to 6, the items of Art.31; only route 6 has the 60-day period. */
    legalRoute: z.number().int().min(1).max(6),
    department: z.string().trim().min(1).max(100),
    paper: IssuedPaper,
  }),
});

/** 转送 to the competent organ outside this unit; the petitioner is told where it went (Art.23 ¶2). */
export const PetitionTransferredOut = z.object({
  type: z.literal('petition-transferred-out'),
  body: z.object({
    transferredOn: LocalDate,
    toUnit: z.object({ code: z.string().max(20).optional(), name: z.string().trim().min(1).max(100) }),
    toPhone: z.string().max(40).optional(),
    basis: z.string().trim().min(1).max(1_000),
    letter: IssuedPaper,
    whereabouts: IssuedPaper,
  }),
});

/** Art.34: complex matters, at most 30 days, approved by the organ's leader, petitioner told the reason. */
export const ExtensionRequested = z.object({
  type: z.literal('extension-requested'),
  body: z.object({
    days: z.number().int().min(1).max(30),
    reason: z.string().trim().min(1).max(1_000),
    requestedOn: LocalDate,
  }),
});

export const ExtensionApproved = z.object({
  type: z.literal('extension-approved'),
  body: z.object({
    days: z.number().int().min(1).max(30),
    reason: z.string(),
    approvedOn: LocalDate,
    approver: PersonName,
    /** X06: approved after the legal due date of the 60 days; stored, but overdue stays overdue. */
    late: z.boolean(),
    paper: IssuedPaper,
  }),
});

export const ExtensionRefused = z.object({
  type: z.literal('extension-refused'),
  body: z.object({ reason: z.string().trim().min(1).max(1_000), refusedOn: LocalDate }),
});

/** Art.32: every claim has an outcome and a legal basis. */
export const Claim = z.object({
  request: z.string().trim().min(1).max(1_000),
  outcome: ClaimOutcome,
  opinion: z.string().trim().min(1).max(4_000),
  basis: z.string().trim().min(1).max(1_000),
});
export type Claim = z.infer<typeof Claim>;

export const OpinionIssued = z.object({
  type: z.literal('opinion-issued'),
  body: z.object({
    issuedOn: LocalDate,
    factsFound: z.string().trim().min(1).max(20_000),
    claims: z.array(Claim).min(1).max(20),
    /** Organ to which 复查 is requested (Art.35): the next higher organ of the handling organ. */
    superiorOrgan: z.string().trim().min(1).max(100),
    signer: PersonName,
    paper: IssuedPaper,
  }),
});

/** 送达回证: proof of service of one paper. The date starts the petitioner's remedies (DOMAIN 6.5). */
export const PaperServed = z.object({
  type: z.literal('paper-served'),
  body: z.object({
    paper: IssuedPaper,
    servedOn: LocalDate,
    method: ServiceMethod,
    place: z.string().max(200),
    receivedBy: z.string().trim().min(1).max(50),
    relation: z.string().max(50).optional(),
    refused: z.boolean(),
    note: z.string().max(500).optional(),
    deliverer: PersonName,
  }),
});

/** 办结: the procedure is finished. 化解 (solved in substance) is another field and comes with its own event. */
export const PetitionConcluded = z.object({
  type: z.literal('petition-concluded'),
  body: z.object({
    concludedOn: LocalDate,
    ground: z.enum(['opinion-delivered', 'agreement', 'answered', 'transferred-out', 'no-address']),
    summary: z.string().trim().min(1).max(4_000),
  }),
});
