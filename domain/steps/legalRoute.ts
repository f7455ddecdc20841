import { PROCEDURES } from '../codes/procedure.ts';
import type { EventOf } from '../events/all.ts';
import { findRoute, isSorted } from '../legalRoute.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { noticeNotOwed } from './notice.ts';
import { impossibleDate, notWithUs, type StepContext, step } from './step.ts';

type Decided = EventOf<'route-decided'>['body'];
type Input = Pick<Decided, 'decidedOn' | 'answers' | 'procedure' | 'organ' | 'materials' | 'ownLaw'> & {
  reason: string;
};

/**
 * 依法分类处理: the answers bear the route, the petitioner is told where his matter goes and until when (Art.31). Decided
 * again only with a reason, and after acceptance only by a leader, since a route may end the 60 days.
 */
export const decideRoute = step<Input>({
  name: 'decideRoute',
  article: '《信访工作条例》第三十一条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (!isSorted(state.registration.purpose)) return { code: 'not-a-claim' };
    if (state.opinion) return { code: 'not-now' };
    return state.acceptance && !context.person.roles.includes('leader') ? { code: 'leader-decides' } : null;
  },
  decide(state, { reason, ...input }, context) {
    const last = state.routes?.at(-1)?.decidedOn ?? state.acceptance?.acceptedOn;
    const bad = impossibleDate(state, input.decidedOn, context, 'decidedOn', last);
    if (bad) return bad;
    const again = state.routes !== undefined || state.acceptance !== undefined;
    if (again && !reason.trim()) return refuse('reason-missing', { field: 'reason' });
    const route = findRoute(input.answers)?.route;
    if (!route) return refuse('route-unanswered', { field: 'answers' });
    const wrong = wrongProcedure(route, input);
    if (wrong) return wrong;
    const told = route !== 6 && !noticeNotOwed(state);
    const body = {
      ...input,
      route,
      ...(again ? { reason: reason.trim() } : {}),
      ...(told ? { paper: paperOf(context, input.decidedOn) } : {}),
    };
    return ok([{ type: 'route-decided', body }]);
  },
});

const paperOf = (context: StepContext, on: string) => context.nextPaper('routeNotice', on);

/** The card of the procedure belongs to the route; who decides there must stand on it. */
function wrongProcedure(
  route: number,
  { procedure, organ, ownLaw, decidedOn }: Omit<Input, 'reason'>,
): Result<never, string> | null {
  const expected = procedure ? PROCEDURES[procedure].route : 6;
  if (expected !== route) return refuse('procedure-of-other-route', { field: 'procedure' });
  if (route !== 6 && !organ.trim()) return refuse('organ-missing', { field: 'organ' });
  if (!ownLaw) return null;
  if (route !== 5) return refuse('no-own-law', { field: 'ownLaw' });
  return ownLaw.due < decidedOn ? refuse('date-before-previous-step', { field: 'ownLaw.due' }) : null;
}
