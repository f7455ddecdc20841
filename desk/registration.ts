import { randomUUID } from 'node:crypto';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { removeDraft, takeCaseSequence } from '../db/desk.ts';
import { caseNumber } from '../domain/caseNumber.ts';
import type { Amendment } from '../domain/events/registration.ts';
import { unmaskPetitioners } from '../domain/mask.ts';
import type { PetitionState } from '../domain/petition.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { decideAmendment, decideRegistration } from '../domain/steps/registration.ts';
import { instantAt, once, record, todayAt } from './command.ts';
import { seenCase, subjectOf } from './seenCase.ts';
import { letterOf, stepContext } from './stepContext.ts';
import type { At, Workplace } from './workplace.ts';

type Feature = Handlers<DeskContract>['registration'];
/** The law names its refusals as text; the contract lists those that each of these calls can get. */
type RegisterAnswer = Awaited<ReturnType<Feature['register']>>;
type AmendAnswer = Awaited<ReturnType<Feature['amend']>>;

/** 登记: a new item under its number, and the correction of one. */
export const registration = (at: At): Feature => ({
  register({ commandId, registration: body, draftId }, caller) {
    const here = at();
    const command = {
      method: 'registration.register',
      commandId,
      topics: ['cases', 'drafts', 'sync'],
      input: body,
    } as const;
    return once(here, command, () => {
      const number = takeNumber(here);
      const decided = decideRegistration(body, number, stepContext(here, caller));
      if (!decided.ok) return decided;
      const caseId = randomUUID();
      const restricted = body.purpose === 'ACCUSE';
      record(here, caller, { caseId, custody: 0, restricted }, body.receivedOn, decided.value);
      if (draftId) removeDraft(here.db.orm, draftId, caller.id);
      return ok({ caseId, number });
    }) as RegisterAnswer;
  },

  amend({ commandId, caseId, changes, reason }, caller) {
    const here = at();
    const command = {
      method: 'registration.amend',
      commandId,
      topics: ['cases', 'sync'],
      input: { caseId, changes, reason },
    } as const;
    return once(here, command, () => {
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      const whole = withoutMasks(changes, state);
      if (!whole.ok) return whole;
      const decided = decideAmendment(state, whole.value, reason, stepContext(here, caller));
      if (!decided.ok) return decided;
      record(here, caller, subjectOf(state), instantAt(here), decided.value);
      return ok({ caseId });
    }) as AmendAnswer;
  },
});

/** The next case number of this desk today; given back when the command is refused. */
export function takeNumber(at: Workplace): string {
  const day = todayAt(at);
  return caseNumber({
    townCode: at.identity.unit.code,
    day,
    letter: letterOf(at),
    sequence: takeCaseSequence(at.db.orm, day),
  });
}

/** Pages hold masked numbers: a mask that comes back stands for the number it hides and never becomes data. */
function withoutMasks(changes: Amendment, state: PetitionState): Result<Amendment, 'invalid-input'> {
  if (!changes.petitioners) return ok(changes);
  const whole = unmaskPetitioners(changes.petitioners, state.registration.petitioners);
  if ('unknownMask' in whole)
    return refuse('invalid-input', { field: `changes.petitioners.${whole.unknownMask}` });
  return ok({ ...changes, petitioners: whole.petitioners });
}
