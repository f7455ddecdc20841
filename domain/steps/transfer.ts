import { currentAssignment } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

interface Input {
  transferredOn: string;
  toName: string;
  toPhone: string;
  basis: string;
}

/** 转送 of a direct petition that is not ours to decide; what the bureau sent down needs an objection instead. */
export const transferOut = step<Input>({
  name: 'transferOut',
  article: '《信访工作条例》第二十三条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.acceptance || state.transfer) return { code: 'already-done' };
    return currentAssignment(state) ? { code: 'assigned-needs-objection' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.transferredOn, context, 'transferredOn');
    if (bad) return bad;
    // Art.30 ¶3: accusation material never goes to the accused unit.
    const accused = state.registration.accusedUnit?.trim();
    if (state.restricted && accused && (input.toName.includes(accused) || accused.includes(input.toName)))
      return refuse('accused-unit', { field: 'toName', article: '《信访工作条例》第三十条第三款' });
    return ok([
      {
        type: 'petition-transferred-out',
        body: {
          transferredOn: input.transferredOn,
          toUnit: { name: input.toName },
          ...(input.toPhone ? { toPhone: input.toPhone } : {}),
          basis: input.basis,
          letter: context.nextPaper('transferLetter', input.transferredOn),
          whereabouts: context.nextPaper('whereaboutsNotice', input.transferredOn),
        },
      },
    ]);
  },
});
