import { z } from 'zod';
import { DisputeType } from '../codes/disputeType.ts';
import { LocalDate } from '../localDate.ts';
import { PersonName } from '../person.ts';
import { IssuedPaper } from './handling.ts';
import { Id } from './id.ts';

/** A party of a dispute and its consent (人民调解法 Art.17, 23: voluntary). */
export const Party = z.object({
  name: PersonName,
  phone: z.string().max(40).optional(),
  idNumber: z.string().max(40).optional(),
  address: z.string().max(200).optional(),
  consentOn: LocalDate,
  consentManner: z.enum(['written', 'oral']),
});
export type Party = z.infer<typeof Party>;

export const MediationOpened = z.object({
  type: z.literal('mediation-opened'),
  body: z.object({
    mediationId: Id,
    /** The petition it came from (访调对接), or null when the parties came to the mediator directly. */
    caseId: Id.nullable(),
    unit: z.object({ code: z.string(), name: z.string() }),
    committee: z.string().trim().min(1).max(100),
    mediators: z.array(PersonName).min(1).max(9),
    disputeType: DisputeType,
    title: z.string().trim().min(1).max(200),
    facts: z.string().max(20_000),
    parties: z.array(Party).min(2).max(20),
    openedOn: LocalDate,
  }),
});

export const MediationSessionHeld = z.object({
  type: z.literal('mediation-session-held'),
  body: z.object({
    mediationId: Id,
    heldOn: LocalDate,
    place: z.string().max(200),
    present: z.string().max(500),
    record: z.string().trim().min(1).max(20_000),
  }),
});

export const MediationConcluded = z.object({
  type: z.literal('mediation-concluded'),
  body: z.object({
    mediationId: Id,
    concludedOn: LocalDate,
    /** 调解不成 ends the mediation (Art.26); refusal and withdrawal are endings of their own. */
    outcome: z.enum(['agreement', 'failed', 'ended']),
    endReason: z.enum(['refused', 'withdrawn', 'other']).optional(),
    /** Agreed content (Art.29): what, how, by when. Empty unless an agreement was reached. */
    terms: z.string().max(20_000),
    performance: z.string().max(4_000),
    performBy: LocalDate.optional(),
    note: z.string().max(4_000),
    paper: IssuedPaper.optional(),
  }),
});
