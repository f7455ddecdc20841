import { z } from 'zod';
import { Id } from './case.ts';
import { query } from './define.ts';

const readers = ['clerk', 'mediator', 'leader'] as const;
const PaperRef = z.object({
  /** Case or mediation the paper belongs to. */
  subject: z.enum(['case', 'mediation']),
  id: Id,
  paperId: z.string().max(120),
});

export const papers = {
  /** The paper as PDF (base64), made by Chromium from the very page that is printed; rare characters are named. */
  pdf: query(
    readers,
    PaperRef,
    z.object({
      title: z.string(),
      fileName: z.string(),
      pdf: z.string(),
      rareCharacters: z.array(z.string()),
    }),
    ['unknown-paper', 'printing-unavailable'],
  ),
  /** Called when the person sent it to a printer or saved it; counted and logged. */
  printed: query(readers, PaperRef, z.object({ prints: z.number().int() }), ['unknown-paper']),
};
