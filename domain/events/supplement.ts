import { z } from 'zod';
import { LocalDate } from '../localDate.ts';

/** 补正: the petitioner is asked for what is missing. No clock stops for it; the regulation knows no pause. */
export const SupplementRequested = z.object({
  type: z.literal('supplement-requested'),
  body: z.object({
    requestedOn: LocalDate,
    materials: z.string().trim().min(1).max(2_000),
    /** The day that was named to the petitioner, if one was. */
    wantedBy: LocalDate.optional(),
  }),
});

/** What the petitioner brought, or that nothing more comes. */
export const SupplementReceived = z.object({
  type: z.literal('supplement-received'),
  body: z.object({
    receivedOn: LocalDate,
    complete: z.boolean(),
    note: z.string().trim().min(1).max(2_000),
  }),
});
