import { isNoMore } from '../codes/refusalReason.ts';
import type { EventOf } from '../events/all.ts';
import { currentAssignment } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { noticeNotOwed } from './notice.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

type Input = Omit<EventOf<'acceptance-refused'>['body'], 'approver' | 'paper'>;

/**
 * 不予受理, 不再受理. A town may not turn away what it is competent for (Art.44 (2)), so a reason code and a leader are
 * needed; 不再受理 only with the document that ended the matter (Art.36 ¶3).
 */
export const refuseAcceptance = step<Input>({
  name: 'refuseAcceptance',
  article: '《信访工作条例》第十九条、第二十条、第三十一条、第三十六条',
  roles: ['leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.acceptance || state.transfer) return { code: 'already-done' };
    if (state.mediations.some((m) => !m.outcome)) return { code: 'mediation-open' };
    return currentAssignment(state) ? { code: 'assigned-needs-objection' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.refusedOn, context, 'refusedOn', state.routes?.at(-1)?.decidedOn);
    if (bad) return bad;
    const { document, reason, refusedOn } = input;
    if (isNoMore(reason) !== (document !== undefined))
      return refuse(document ? 'no-document' : 'document-missing', { field: 'document' });
    if (document && document.on > refusedOn) return refuse('date-in-future', { field: 'document.on' });
    const kind = isNoMore(reason) ? 'noMoreNotice' : 'rejectionNotice';
    const told = noticeNotOwed(state) ? {} : { paper: context.nextPaper(kind, refusedOn) };
    const body = { ...input, approver: context.person.name, ...told };
    return ok([{ type: 'acceptance-refused', body }]);
  },
});
