import { z } from 'zod';
import { Id } from './case.ts';
import { query } from './define.ts';

/** Half-typed forms, on disk within two seconds, offered again after a crash. Last save wins; no facts. */
export const Draft = z.object({
  draftId: Id,
  form: z.string().max(40),
  title: z.string().max(200),
  body: z.string().max(200_000),
  savedAt: z.string(),
  author: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export const drafts = {
  save: query('signed-in', Draft.omit({ savedAt: true, author: true }), z.object({ savedAt: z.string() })),
  /** Own drafts, newest first; `form` narrows. */
  list: query('signed-in', z.object({ form: z.string().max(40).optional() }), z.array(Draft)),
  discard: query('signed-in', z.object({ draftId: Id }), z.object({})),
};
