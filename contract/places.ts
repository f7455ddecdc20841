import { z } from 'zod';
import { query } from './define.ts';

export const PlaceView = z.object({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  leaf: z.boolean(),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const places = {
  /** Children of a code: '' = provinces, 2 digits = cities … 9 digits = villages (where loaded). */
  children: query('anyone', z.object({ code: z.string().max(12) }), z.array(PlaceView)),
  /** By name or pinyin initials; within = code prefix to search in. At most 50. */
  search: query(
    'anyone',
    z.object({ text: z.string().max(40), within: z.string().max(12).default('') }),
    z.array(PlaceView),
  ),
};
