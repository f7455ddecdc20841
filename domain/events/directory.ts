import { z } from 'zod';

/** First event of every desk stream: which installation this is and where it stands in law. */
export const DeskStarted = z.object({
  type: z.literal('desk-started'),
  body: z.object({
    unit: z.object({ code: z.string(), name: z.string() }),
    /** DOMAIN 0.1: a township desk works under Art.23, a petition department under Art.22. */
    statutoryRole: z.enum(['ART22_BUREAU', 'ART23_ORGAN']),
    letter: z.string().regex(/^[A-Z]$/),
    /** A training desk can never be enrolled; the bureau refuses its stream for ever. */
    training: z.boolean(),
  }),
});

/** The bureau names a desk it trusts; other desks check that desk's signatures with this key. */
export const StreamEnrolled = z.object({
  type: z.literal('stream-enrolled'),
  body: z.object({
    stream: z.string(),
    publicKey: z.string(),
    unit: z.object({ code: z.string(), name: z.string() }),
    letter: z.string(),
    deskName: z.string().max(60),
  }),
});
