import type { EventOf } from '../events/all.ts';
import type { LocalDate } from '../localDate.ts';
import { currentAssignment, currentReview, type PetitionState } from '../petition.ts';
import { opinionServedOn } from '../petitionStatus.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { isPending } from '../review.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

type Termination = Omit<EventOf<'petition-terminated'>['body'], 'approver'>;

/**
 * 撤回 and 终结. Nobody may be talked into taking a matter back unseen, so a leader records it, with the petitioner's words.
 * An assignment's report stays owed.
 */
export const terminate = step<Termination>({
  name: 'terminate',
  article: '《信访工作条例》第三十四条',
  roles: ['leader'],
  aside: true,
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.mediations.some((m) => !m.outcome)) return { code: 'mediation-open' };
    const review = currentReview(state);
    if (review && isPending(review)) return { code: 'not-now' };
    const assignment = currentAssignment(state);
    if (assignment && !assignment.signedOn) return { code: 'not-signed-for' };
    return assignment?.objection && !assignment.objectionAnswer ? { code: 'objection-open' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.terminatedOn, context, 'terminatedOn', lastStepOn(state));
    if (bad) return bad;
    // Who left no name cannot be known to have taken anything back.
    if (input.ground === 'withdrawn' && state.registration.anonymous)
      return refuse('nobody-to-withdraw', { field: 'ground' });
    return ok([{ type: 'petition-terminated', body: { ...input, approver: context.person.name } }]);
  },
});

const lastStepOn = (state: PetitionState): LocalDate | undefined =>
  [state.acceptance?.acceptedOn, currentAssignment(state)?.signedOn, opinionServedOn(state)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

type Void = Omit<EventOf<'registration-voided'>['body'], 'approver'>;

/**
 * 作废 with a reason, by a leader. What was accepted, sent on or sent down has entered the procedure and ends only by it:
 * a void must never make a duty disappear (Art.44).
 */
export const voidRegistration = step<Void>({
  name: 'voidRegistration',
  article: '《信访工作条例》第二十一条第二款',
  roles: ['leader'],
  aside: true,
  closed(state, context) {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    const begun = state.acceptance ?? state.transfer ?? state.routes ?? state.mediations[0];
    return begun || state.assignments.length > 0 ? { code: 'too-late-to-void' } : null;
  },
  decide: (state, input, context) =>
    impossibleDate(state, input.voidedOn, context, 'voidedOn', state.notices.at(-1)?.givenOn) ??
    ok([{ type: 'registration-voided', body: { ...input, approver: context.person.name } }]),
});
