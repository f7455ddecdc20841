import type { EventOf } from '../events/all.ts';
import { currentAssignment } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

type Input = Pick<EventOf<'petition-accepted'>['body'], 'acceptedOn' | 'legalRoute' | 'department'>;

/** 受理 by the organ competent to decide. Only route 6 starts the 60 days (Art.31(6), 34; X04). */
export const accept = step<Input>({
  name: 'accept',
  article: '《信访工作条例》第三十一条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.acceptance) return { code: 'already-done' };
    const assignment = currentAssignment(state);
    if (assignment && !assignment.signedOn) return { code: 'not-signed-for' };
    return assignment?.objection && !assignment.objectionAnswer ? { code: 'not-now' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(
      state,
      input.acceptedOn,
      context,
      'acceptedOn',
      currentAssignment(state)?.signedOn,
    );
    if (bad) return bad;
    // Accusations are handled under the discipline organ's own rules (Art.30), never as a claim of route 6.
    if (state.restricted && input.legalRoute === 6)
      return refuse('route-not-petition', { field: 'legalRoute', article: '《信访工作条例》第三十条' });
    // What was decided and told to the petitioner binds the acceptance (Art.31).
    const decided = state.routes?.at(-1)?.route;
    if (decided && decided !== input.legalRoute)
      return refuse('other-route-decided', { field: 'legalRoute', detail: { route: decided } });
    const paper = context.nextPaper('acceptanceNotice', input.acceptedOn);
    return ok([{ type: 'petition-accepted', body: { ...input, paper } }]);
  },
});
