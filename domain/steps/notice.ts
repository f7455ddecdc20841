import type { EventOf } from '../events/all.ts';
import type { PetitionState } from '../petition.ts';
import { acceptanceOf, currentAssignment, noticeOf } from '../petition.ts';
import { ok, type Refusal } from '../result.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

type Input = Pick<EventOf<'notice-given'>['body'], 'manner' | 'givenOn' | 'method' | 'route'>;

/** Why no written notice is owed (X03): name or address unclear (Art.23 ¶2). */
export const noticeNotOwed = (state: PetitionState): boolean =>
  state.registration.anonymous || state.registration.addressUnclear;

/** 书面告知: on the spot if possible, else within 15 days of receipt. */
export const giveNotice = step<Input>({
  name: 'giveNotice',
  article: '《信访工作条例》第二十三条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    // 受理告知书 (F04) is the written notice.
    if (noticeOf(state) || acceptanceOf(state)) return { code: 'already-done' };
    if (noticeNotOwed(state)) return { code: 'notice-not-owed' };
    const assignment = currentAssignment(state);
    return assignment && !assignment.signedOn ? { code: 'not-now' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.givenOn, context, 'givenOn', currentAssignment(state)?.signedOn);
    if (bad) return bad;
    const paper = context.nextPaper('acceptanceNotice', input.givenOn);
    return ok([{ type: 'notice-given', body: { ...input, paper } }]);
  },
});
