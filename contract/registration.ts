import { z } from 'zod';
import { Amendment, Registration } from '../domain/events/registration.ts';
import { CaseCommand, CommandBase, Id } from './case.ts';
import { command } from './define.ts';

export const registration = {
  /** Registers an item and gives its number; when the answer leaves, it is on disk. */
  register: command(
    ['clerk', 'leader'],
    CommandBase.extend({ registration: Registration, draftId: Id.optional() }),
    z.object({ caseId: Id, number: z.string() }),
    [
      'received-in-future',
      'received-too-long-ago',
      'too-many-representatives',
      'no-lead-petitioner',
      'fewer-present-than-named',
      'unknown-category',
      'facts-missing',
      'birth-date-in-future',
    ],
  ),
  /** Corrects what was written; the first record stays readable. */
  amend: command(
    ['clerk', 'leader'],
    CaseCommand.extend({ changes: Amendment, reason: z.string().trim().min(1).max(500) }),
    z.object({ caseId: Id }),
    [
      'unknown-case',
      'not-ours',
      'concluded',
      'nothing-changed',
      'too-many-representatives',
      'no-lead-petitioner',
      'fewer-present-than-named',
      'unknown-category',
      'facts-missing',
      'birth-date-in-future',
    ],
  ),
};
