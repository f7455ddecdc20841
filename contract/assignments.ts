import { z } from 'zod';
import { LocalDate } from '../domain/localDate.ts';
import { CaseCommand, Id } from './case.ts';
import { AssignmentView } from './cases.ts';
import { command, query } from './define.ts';
import { StepDone } from './handling.ts';

const OF_ASSIGNMENT = CaseCommand.extend({ assignmentId: Id });
const STEP = [
  'unknown-case',
  'unknown-assignment',
  'not-ours',
  'not-now',
  'already-done',
  'date-in-future',
  'date-before-receipt',
  'date-before-previous-step',
] as const;
const handlers = ['clerk', 'leader'] as const;

export const assignments = {
  list: query(
    ['clerk', 'mediator', 'leader'],
    z.object({ open: z.boolean().default(true) }),
    z.array(AssignmentView),
  ),
  sign: command(handlers, OF_ASSIGNMENT.extend({ signedOn: LocalDate }), StepDone, STEP),
  /** Art.23 ¶3: within 5 working days, reasons in detail. Later ones are stored and marked late after a clear question. */
  object: command(
    handlers,
    OF_ASSIGNMENT.extend({
      raisedOn: LocalDate,
      reasons: z.string().trim().min(1).max(4000),
      proposedUnit: z.string().trim().max(100).default(''),
      lateAnyway: z.boolean().default(false),
    }),
    StepDone,
    [...STEP, 'not-signed-for', 'objection-late', 'reasons-too-short'],
  ),
  report: command(
    handlers,
    OF_ASSIGNMENT.extend({
      reportedOn: LocalDate,
      text: z.string().trim().min(1).max(20_000),
      signer: z.string().trim().min(1).max(50),
    }),
    StepDone,
    [...STEP, 'not-signed-for'],
  ),
};
