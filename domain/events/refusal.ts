import { z } from 'zod';
import { RefusalReason } from '../codes/refusalReason.ts';
import { LocalDate } from '../localDate.ts';
import { PersonName } from '../person.ts';
import { IssuedPaper } from './handling.ts';

/** 不予受理 or 不再受理, with the reason the law knows; decided by a leader. The case ends with it. */
export const AcceptanceRefused = z.object({
  type: z.literal('acceptance-refused'),
  body: z.object({
    refusedOn: LocalDate,
    reason: RefusalReason,
    /** RJ: where the petitioner should go, or who is handling it. NM: who wrote the document that ended the matter. */
    organ: z.string().trim().min(1).max(100),
    /** NM: the 复核 opinion or the document of termination. */
    document: z.object({ number: z.string().trim().min(1).max(60), on: LocalDate }).optional(),
    note: z.string().max(1_000),
    approver: PersonName,
    /** None where name or address is unclear. */
    paper: IssuedPaper.optional(),
  }),
});
