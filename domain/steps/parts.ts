import type { DomainEvent, EventOf } from '../events/all.ts';
import { isEnded, noticeOf, type PetitionState } from '../petition.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { noticeNotOwed } from './notice.ts';
import { impossibleDate, notWithUs, type StepContext, step } from './step.ts';

const roles = ['clerk', 'leader'] as const;
const ARTICLE = '《信访工作条例》第二十一条第二款';

/** What was sent down, sent on, mediated or answered goes its own way to its own end. */
const onItsWay = (state: PetitionState): boolean =>
  state.assignments.length > 0 ||
  Boolean(state.transfer ?? state.opinion ?? state.mediations[0] ?? state.reviews);

type Merge = { mergedOn: string; reason: string; target: PetitionState | undefined };

/** 并案 into the earlier case, so that no period begins later than it did; everybody has been told before. */
export const merge = step<Merge>({
  name: 'merge',
  article: ARTICLE,
  roles,
  aside: true,
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (onItsWay(state) || state.partOf) return { code: 'not-now' };
    const told = noticeOf(state) ?? state.acceptance ?? state.routes?.some((r) => r.paper);
    return told || noticeNotOwed(state) ? null : { code: 'notice-first' };
  },
  decide(state, { target, ...input }, context) {
    const bad = impossibleDate(state, input.mergedOn, context, 'mergedOn', state.acceptance?.acceptedOn);
    if (bad) return bad;
    const unfit = unfitTarget(state, target, context);
    if (unfit || !target) return refuse(unfit ?? 'unknown-main-case', { field: 'intoNumber' });
    const { caseId, number } = target;
    return ok([{ type: 'petition-merged', body: { ...input, into: { caseId, number } } }]);
  },
});

/** Why a case cannot take another in, or null. */
function unfitTarget(
  state: PetitionState,
  target: PetitionState | undefined,
  context: StepContext,
): string | null {
  if (!target || target.caseId === state.caseId) return 'unknown-main-case';
  if (isEnded(target) || target.custodian.code !== context.unit.code) return 'main-case-closed';
  // An accusation stays in its own package (Art.30 ¶3).
  if (target.restricted !== state.restricted) return 'main-case-closed';
  if (target.registration.receivedOn > state.registration.receivedOn) return 'merge-into-earlier';
  const { acceptance } = state;
  if (!acceptance) return null;
  return target.acceptance && target.acceptance.acceptedOn <= acceptance.acceptedOn
    ? null
    : 'merge-into-earlier';
}

/** What the main case is told when another goes on in it. */
export const joinedFrom = (
  { caseId, number, registration }: PetitionState,
  joinedOn: string,
): EventOf<'petition-joined'> => ({
  type: 'petition-joined',
  body: { joinedOn, from: { caseId, number, title: registration.title } },
});

type Split = EventOf<'petition-split'>['body'];

/** 拆分 before anything is decided; each part keeps the day of receipt, so that no period begins later. */
export const split = step<Split>({
  name: 'split',
  article: ARTICLE,
  roles,
  aside: true,
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.partOf || state.joined || state.acceptance || state.routes) return { code: 'not-now' };
    return onItsWay(state) ? { code: 'not-now' } : null;
  },
  decide(state, body, context) {
    const bad = impossibleDate(state, body.splitOn, context, 'splitOn', state.notices.at(-1)?.givenOn);
    if (bad) return bad;
    const titles = new Set(body.parts.map((part) => part.title.trim()));
    if (titles.size < Math.max(2, body.parts.length)) return refuse('parts-alike', { field: 'titles' });
    return ok([{ type: 'petition-split', body }]);
  },
});

/** The first facts of one part: the registration of the whole under its own number and title, and where it comes from. */
export function partFacts(
  whole: PetitionState,
  part: Split['parts'][number],
  context: Pick<StepContext, 'unit'>,
): DomainEvent[] {
  const { title, number } = part;
  const body = { ...whole.registration, title, number, unit: context.unit };
  return [
    { type: 'petition-registered', body },
    { type: 'part-registered', body: { of: { caseId: whole.caseId, number: whole.number } } },
  ];
}

/** What the whole is told when a part ended or was opened again; null when it did neither. */
export function settledPart(
  before: PetitionState,
  after: PetitionState,
  on: string,
): EventOf<'part-settled'> | null {
  const ended = isEnded(after);
  return before.partOf && isEnded(before) !== ended
    ? { type: 'part-settled', body: { partId: after.caseId, ended, on } }
    : null;
}
