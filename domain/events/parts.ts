import { z } from 'zod';
import { LocalDate } from '../localDate.ts';

const CaseRef = z.object({ caseId: z.string(), number: z.string().max(60) });

/** 并案: the same matter of the same people goes on in the earlier case; this one ends. */
export const PetitionMerged = z.object({
  type: z.literal('petition-merged'),
  body: z.object({ mergedOn: LocalDate, into: CaseRef, reason: z.string().trim().min(1).max(1_000) }),
});

/** The same, told by the case that goes on. */
export const PetitionJoined = z.object({
  type: z.literal('petition-joined'),
  body: z.object({ joinedOn: LocalDate, from: CaseRef.extend({ title: z.string().max(200) }) }),
});

/** 拆分: several matters came as one; each goes on as a case of its own, received when the whole was. */
export const PetitionSplit = z.object({
  type: z.literal('petition-split'),
  body: z.object({
    splitOn: LocalDate,
    reason: z.string().trim().min(1).max(1_000),
    parts: z
      .array(CaseRef.extend({ title: z.string().max(200) }))
      .min(2)
      .max(10),
  }),
});

/** Where a part comes from. */
export const PartRegistered = z.object({
  type: z.literal('part-registered'),
  body: z.object({ of: CaseRef }),
});

/** A part ended, or was opened again by a review; the whole is closed while all its parts are. */
export const PartSettled = z.object({
  type: z.literal('part-settled'),
  body: z.object({ partId: z.string(), ended: z.boolean(), on: LocalDate }),
});
