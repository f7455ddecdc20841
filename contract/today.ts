import { z } from 'zod';
import { LocalDate } from '../domain/localDate.ts';
import { CaseRow, Clock } from './case.ts';
import { AssignmentView } from './cases.ts';
import { query } from './define.ts';

/** A duty with a date, in the order in which it would hurt. */
export const Duty = z.object({ row: CaseRow, clock: Clock });
export type Duty = z.infer<typeof Duty>;

export const today = {
  overview: query(
    ['clerk', 'mediator', 'leader'],
    z.object({}),
    z.object({
      today: LocalDate,
      registeredToday: z.number().int(),
      openCases: z.number().int(),
      overdue: z.number().int(),
      dueToday: z.number().int(),
      dueWeek: z.number().int(),
      duties: z.array(Duty),
      newAssignments: z.array(AssignmentView),
      /** Extensions that wait for this person's decision (leaders). */
      approvals: z.array(
        z.object({ row: CaseRow, days: z.number().int(), reason: z.string(), requestedOn: LocalDate }),
      ),
      mediating: z.number().int(),
      drafts: z.number().int(),
      attention: z.number().int(),
    }),
  ),
};
