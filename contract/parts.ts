import { z } from 'zod';
import { LocalDate } from '../domain/localDate.ts';
import { CaseCommand } from './case.ts';
import { command } from './define.ts';
import { STEP, StepDone } from './handling.ts';

const handlers = ['clerk', 'leader'] as const;
const reason = z.string().trim().min(1).max(1000);

/** 并案 and 拆分: steps that touch more than one case. */
export const parts = {
  /** This case goes on in the earlier one with that number. */
  merge: command(
    handlers,
    CaseCommand.extend({ mergedOn: LocalDate, intoNumber: z.string().trim().min(1).max(60), reason }),
    StepDone,
    [...STEP, 'notice-first', 'unknown-main-case', 'main-case-closed', 'merge-into-earlier'],
  ),
  /** One case a title, each received when the whole was. */
  split: command(
    handlers,
    CaseCommand.extend({
      splitOn: LocalDate,
      titles: z.array(z.string().trim().min(1).max(200)).min(2).max(10),
      reason,
    }),
    StepDone,
    [...STEP, 'parts-alike'],
  ),
};
