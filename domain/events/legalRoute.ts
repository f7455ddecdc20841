import { z } from 'zod';
import { Procedure } from '../codes/procedure.ts';
import { LocalDate } from '../localDate.ts';
import { IssuedPaper } from './handling.ts';

/** The questions of the route card, one an item of Art.31 (1) to (5). */
export const RouteQuestion = z.enum(['litigation', 'arbitration', 'party', 'administrative', 'performance']);
export type RouteQuestion = z.infer<typeof RouteQuestion>;

export const RouteAnswer = z.object({ question: RouteQuestion, yes: z.boolean() });
export type RouteAnswer = z.infer<typeof RouteAnswer>;

/** 依法分类处理 (Art.31): which of the six routes the matter takes, how that was found, and what the petitioner was told. */
export const RouteDecided = z.object({
  type: z.literal('route-decided'),
  body: z.object({
    decidedOn: LocalDate,
    route: z.number().int().min(1).max(6),
    /** The questions as they were answered, in order; they bear the route. */
    answers: z.array(RouteAnswer).min(1).max(5),
    /** The procedure of routes 1 to 5; null for the petition route itself. */
    procedure: Procedure.nullable(),
    /** The body that decides there; empty for route 6. */
    organ: z.string().max(100),
    /** What to bring. */
    materials: z.string().max(500),
    /** Route 5: the law that names its own period instead of the two months, and its last day. */
    ownLaw: z.object({ basis: z.string().trim().min(1).max(200), due: LocalDate }).optional(),
    /** Why it is decided again. */
    reason: z.string().max(1_000).optional(),
    /** The explanation for the petitioner; none where he cannot be reached or the route is the petition route. */
    paper: IssuedPaper.optional(),
  }),
});
