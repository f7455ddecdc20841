import type { Caller } from '../contract/dispatch.ts';
import type { Here, Reader } from '../db/cases.ts';
import { readCase } from '../db/project.ts';
import { addDays } from '../domain/localDate.ts';
import type { PetitionState } from '../domain/petition.ts';
import { type Subject, todayAt } from './command.ts';
import type { Workplace } from './workplace.ts';

/** Who asks, for the lists: accusations are seen by leaders and by whoever registered them (DOMAIN 10.2). */
export const readerOf = (caller: Caller): Reader => ({
  id: caller.id,
  seesRestricted: caller.roles.includes('leader'),
});

/** What the filters of the lists compare with. */
export function hereOf(at: Workplace): Here {
  const today = todayAt(at);
  return { today, weekAhead: addDays(today, 7), unitCode: at.identity.unit.code };
}

/** A case as this person may see it; to everybody else a restricted one does not exist. Every call on a case asks here. */
export function seenCase(at: Workplace, caller: Caller, caseId: string): PetitionState | undefined {
  const found = readCase(at.db.orm, caseId);
  if (!found) return undefined;
  const { seesRestricted, id } = readerOf(caller);
  return !found.state.restricted || seesRestricted || found.registrar === id ? found.state : undefined;
}

/** What facts about this case carry. */
export const subjectOf = ({ caseId, custody, restricted }: PetitionState): Subject => ({
  caseId,
  custody,
  restricted,
});
