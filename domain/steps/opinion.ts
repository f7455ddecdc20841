import type { EventOf } from '../events/all.ts';
import { currentRoute } from '../legalRoute.ts';
import type { LocalDate } from '../localDate.ts';
import { isEnded, type PetitionState } from '../petition.ts';
import { opinionServedOn } from '../petitionStatus.ts';
import { ok, type Refusal, refuse } from '../result.ts';
import { needsService } from '../service.ts';
import { impossibleDate, notWithUs, step } from './step.ts';

type Opinion = Pick<
  EventOf<'opinion-issued'>['body'],
  'issuedOn' | 'factsFound' | 'claims' | 'superiorOrgan' | 'signer'
>;

const OTHER_ROUTES = '《信访工作条例》第三十一条第一项至第五项';

/** 信访处理意见书: every claim has an outcome and a legal basis, the remedy names the superior organ (Art.32, 35). */
export const issueOpinion = step<Opinion>({
  name: 'issueOpinion',
  article: '《信访工作条例》第三十二条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (!state.acceptance) return { code: 'not-now' };
    // Art.31(1) to (5) have their own procedures and answers; the opinion belongs to the petition route alone.
    if (currentRoute(state) !== 6) return { code: 'no-opinion-on-route', article: OTHER_ROUTES };
    return state.opinion ? { code: 'already-done' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.issuedOn, context, 'issuedOn', state.acceptance?.acceptedOn);
    if (bad) return bad;
    return ok([
      {
        type: 'opinion-issued',
        body: { ...input, paper: context.nextPaper('handlingOpinion', input.issuedOn) },
      },
    ]);
  },
});

type Served = EventOf<'paper-served'>['body'];
type Delivery = Pick<Served, 'servedOn' | 'method' | 'place' | 'receivedBy' | 'refused'> & {
  paper: Served['paper'];
  relation: string;
  note: string;
};

/** 送达: the date on the receipt is the date of service (DOMAIN 6.5); any unserved paper of the case may be recorded. */
export const recordDelivery = step<Delivery>({
  name: 'recordDelivery',
  article: '参照《民事诉讼法》第八十七条至第九十一条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    const elsewhere = isEnded(state) ? null : notWithUs(state, context);
    if (elsewhere && elsewhere.code !== 'not-ours') return elsewhere;
    return state.papers.some((p) => !p.served && needsService(p.paper.kind)) ? null : { code: 'not-now' };
  },
  decide(state, input, context) {
    const paper = state.papers.find(
      (p) => p.paper.kind === input.paper.kind && p.paper.number === input.paper.number,
    );
    if (!paper) return refuse('unknown-paper', { field: 'paperId' });
    if (paper.served) return refuse('already-done');
    const bad = impossibleDate(state, input.servedOn, context, 'servedOn', paper.issuedOn);
    if (bad) return bad;
    // Refused service counts only with witnesses or pictures noted (民诉法 Art.89 by analogy).
    if (input.refused && !input.note.trim()) return refuse('witness-missing', { field: 'note' });
    const { relation, note, ...rest } = input;
    const body = {
      ...rest,
      ...(relation ? { relation } : {}),
      ...(note ? { note } : {}),
      deliverer: context.person.name,
    };
    return ok([{ type: 'paper-served', body }]);
  },
});

type Conclusion = EventOf<'petition-concluded'>['body'];

/** The latest day on which something happened that a conclusion builds on. */
const lastStepOn = (state: PetitionState): LocalDate | undefined =>
  [state.acceptance?.acceptedOn, state.transfer?.transferredOn, opinionServedOn(state)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** 办结. Guard (DOMAIN 5.5): route 6 needs a delivered opinion, or an agreement, or the no-address exception. */
export const conclude = step<Conclusion>({
  name: 'conclude',
  article: '《信访工作条例》第三十四条',
  roles: ['clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    if (isEnded(state)) return { code: 'already-done' };
    const transferredByUs =
      state.transfer !== undefined &&
      state.origin.code === context.unit.code &&
      state.assignments.length === 0;
    if (!transferredByUs && state.custodian.code !== context.unit.code) return { code: 'not-ours' };
    if (state.mediations.some((m) => !m.outcome)) return { code: 'mediation-open' };
    const assignment = state.assignments.findLast((a) => !a.superseded);
    return assignment?.objection && !assignment.objectionAnswer ? { code: 'objection-open' } : null;
  },
  decide(state, input, context) {
    const bad = impossibleDate(state, input.concludedOn, context, 'concludedOn', lastStepOn(state));
    if (bad) return bad;
    const agreement = state.mediations.some((m) => m.outcome === 'agreement');
    const nobody = state.registration.anonymous || state.registration.addressUnclear;
    if (input.ground === 'opinion-delivered' && !opinionServedOn(state))
      return refuse('opinion-not-delivered', { field: 'ground' });
    if (input.ground === 'agreement' && !agreement) return refuse('no-agreement', { field: 'ground' });
    if (input.ground === 'no-address' && !nobody) return refuse('opinion-not-delivered', { field: 'ground' });
    if (input.ground === 'transferred-out' && !state.transfer) return refuse('not-now', { field: 'ground' });
    // A matter accepted under Art.31(6) is not answered away at the counter: it ends by opinion or agreement.
    if (input.ground === 'answered' && state.acceptance && currentRoute(state) === 6)
      return refuse('opinion-not-delivered', { field: 'ground' });
    return ok([{ type: 'petition-concluded', body: input }]);
  },
});
