import { z } from 'zod';
import { SimpleGround } from '../codes/simpleGround.ts';
import { LocalDate } from '../localDate.ts';

/** 简易办理 is chosen by the competent organ; the numbers of its clocks lie in the rule pack. */
export const SimpleHandlingChosen = z.object({
  type: z.literal('simple-handling-chosen'),
  body: z.object({ chosenOn: LocalDate, ground: SimpleGround }),
});

/** It proved complex: back to the ordinary procedure. The day of acceptance stays what it was. */
export const OrdinaryHandlingResumed = z.object({
  type: z.literal('ordinary-handling-resumed'),
  body: z.object({ resumedOn: LocalDate, reason: z.string().trim().min(1).max(1_000) }),
});

/** 化解: the problem is solved, or the petitioner lets it rest. Another thing than 办结, and it may come undone. */
export const ResolutionRecorded = z.object({
  type: z.literal('resolution-recorded'),
  body: z.object({
    recordedOn: LocalDate,
    resolution: z.enum(['solved', 'at-rest', 'not-resolved']),
    note: z.string().trim().min(1).max(2_000),
  }),
});
