import { z } from 'zod';
import { ReviewResult } from '../codes/reviewResult.ts';
import { ServiceMethod } from '../codes/serviceMethod.ts';
import { LocalDate } from '../localDate.ts';
import { PersonName } from '../person.ts';

/** 复查 (Art.35), then 复核 (Art.36): the two remedies against an opinion, each before the next higher organ. */
export const ReviewStage = z.enum(['review', 'reexamination']);
export type ReviewStage = z.infer<typeof ReviewStage>;

/** The petitioner asked for it. Starts D08 or D10 with the day on which the reviewing organ received the request. */
export const ReviewRequested = z.object({
  type: z.literal('review-requested'),
  body: z.object({
    stage: ReviewStage,
    receivedOn: LocalDate,
    /** The post office's stamp: what was posted in time is in time (X08). */
    postmarkedOn: LocalDate.optional(),
    organ: z.string().trim().min(1).max(100),
    request: z.string().trim().min(1).max(4_000),
    /** Neither received nor posted within the 30 days; the reviewing organ decides what becomes of it. */
    late: z.boolean(),
  }),
});

/** The reviewing organ takes the request up or does not, and says why. */
export const ReviewAnswered = z.object({
  type: z.literal('review-answered'),
  body: z.object({
    stage: ReviewStage,
    answeredOn: LocalDate,
    accepted: z.boolean(),
    reason: z.string().max(1_000),
  }),
});

/** 听证 in the 复核; its days are not counted in the period (Art.36 ¶2). */
export const HearingHeld = z.object({
  type: z.literal('hearing-held'),
  body: z.object({
    from: LocalDate,
    to: LocalDate,
    /** First to last day inclusive unless a person says fewer: the text does not define 听证所需时间. */
    days: z.number().int().min(1).max(90),
    place: z.string().max(200),
    note: z.string().max(2_000),
  }),
});

/** 复查意见 or 复核意见, written by the reviewing organ under its own number. */
export const ReviewOpinionIssued = z.object({
  type: z.literal('review-opinion-issued'),
  body: z.object({
    stage: ReviewStage,
    issuedOn: LocalDate,
    result: ReviewResult,
    documentNumber: z.string().trim().min(1).max(60),
    opinion: z.string().trim().min(1).max(20_000),
  }),
});

/** The petitioner has it: D09 runs from here, or nothing more after the 复核. */
export const ReviewOpinionServed = z.object({
  type: z.literal('review-opinion-served'),
  body: z.object({
    stage: ReviewStage,
    servedOn: LocalDate,
    method: ServiceMethod,
    receivedBy: PersonName,
  }),
});
