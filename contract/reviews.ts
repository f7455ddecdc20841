import { z } from 'zod';
import { ReviewResult } from '../domain/codes/reviewResult.ts';
import { ServiceMethod } from '../domain/codes/serviceMethod.ts';
import { ReviewStage } from '../domain/events/review.ts';
import { LocalDate } from '../domain/localDate.ts';
import { CaseCommand } from './case.ts';
import { command } from './define.ts';
import { STEP, StepDone } from './handling.ts';

const handlers = ['clerk', 'leader'] as const;

/** 复查 and 复核 as the handling unit follows them: what the petitioner asked, what the reviewing organ did. */
export const reviews = {
  /** Art.35, 36: within 30 days of having the opinion; a letter counts by its postmark. */
  request: command(
    handlers,
    CaseCommand.extend({
      stage: ReviewStage,
      receivedOn: LocalDate,
      postmarkedOn: LocalDate.optional(),
      organ: z.string().trim().min(1).max(100),
      request: z.string().trim().min(1).max(4000),
      /** Record it although the period is over. */
      lateAnyway: z.boolean().default(false),
    }),
    StepDone,
    [...STEP, 'no-more', 'postmark-impossible', 'review-late'],
  ),
  answer: command(
    handlers,
    CaseCommand.extend({
      answeredOn: LocalDate,
      accepted: z.boolean(),
      reason: z.string().trim().max(1000).default(''),
    }),
    StepDone,
    [...STEP, 'no-more', 'reason-missing'],
  ),
  /** Art.36 ¶2: only in the 复核; days not counted. */
  holdHearing: command(
    handlers,
    CaseCommand.extend({
      from: LocalDate,
      to: LocalDate,
      days: z.number().int().optional(),
      place: z.string().trim().max(200).default(''),
      note: z.string().trim().max(2000).default(''),
    }),
    StepDone,
    [...STEP, 'no-more', 'hearing-overlaps', 'hearing-days'],
  ),
  recordOpinion: command(
    handlers,
    CaseCommand.extend({
      issuedOn: LocalDate,
      result: ReviewResult,
      documentNumber: z.string().trim().min(1).max(60),
      opinion: z.string().trim().min(1).max(20_000),
    }),
    StepDone,
    [...STEP, 'no-more'],
  ),
  serveOpinion: command(
    handlers,
    CaseCommand.extend({
      servedOn: LocalDate,
      method: ServiceMethod,
      receivedBy: z.string().trim().min(1).max(50),
    }),
    StepDone,
    [...STEP, 'no-more'],
  ),
};
