import { z } from 'zod';
import { LocalDate } from '../localDate.ts';

const mediationId = z.string();
const note = z.string().max(2_000);

/** Both parties asked the court together to confirm the agreement (人民调解法 Art.33). */
export const ConfirmationApplied = z.object({
  type: z.literal('mediation-confirmation-applied'),
  body: z.object({ mediationId, appliedOn: LocalDate, court: z.string().trim().min(1).max(100), note }),
});

/** What the court ruled, under its number. */
export const ConfirmationDecided = z.object({
  type: z.literal('mediation-confirmation-decided'),
  body: z.object({
    mediationId,
    decidedOn: LocalDate,
    confirmed: z.boolean(),
    documentNumber: z.string().trim().min(1).max(60),
    note,
  }),
});

/** One act of performance; by instalments there are several, and the last completes it (Art.31). */
export const AgreementPerformed = z.object({
  type: z.literal('mediation-performed'),
  body: z.object({
    mediationId,
    performedOn: LocalDate,
    what: z.string().trim().min(1).max(2_000),
    complete: z.boolean(),
  }),
});

export const RevisitFinding = z.enum(['performed', 'partly', 'not-performed']);

/** 回访: whether the agreement is kept. */
export const MediationRevisited = z.object({
  type: z.literal('mediation-revisited'),
  body: z.object({
    mediationId,
    revisitedOn: LocalDate,
    found: RevisitFinding,
    note: z.string().trim().min(1).max(2_000),
  }),
});
