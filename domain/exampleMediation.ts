import { TOWN } from './example.ts';
import { type Attempt, claimedDate, oneOf } from './exampleChoice.ts';
import type { MediationState } from './mediation.ts';
import { refuse } from './result.ts';
import { decideMediationEnd } from './steps/mediation.ts';

/** What a mediator may try to end the mediation of the example case, with a session behind him or without. */
export const endMediation: Attempt = (state, context, pick) => {
  const open = state.mediations.find((m) => !m.outcome);
  if (!open) return refuse('unknown-mediation');
  const { mediationId, title, openedOn } = open;
  const session = { mediationId, heldOn: openedOn, place: '', present: '', record: '双方陈述。', actor: '' };
  const mediation: MediationState = {
    mediationId,
    opened: {
      ...{ mediationId, title, openedOn, caseId: state.caseId, unit: TOWN, facts: '' },
      ...{ committee: '新陂镇人民调解委员会', mediators: ['黄国强'], disputeType: '02', parties: [] },
    },
    sessions: pick(4) > 0 ? [session] : [],
  };
  const outcome = oneOf<'agreement' | 'failed' | 'ended'>(pick, 'agreement', 'failed', 'ended');
  const end = {
    ...{ mediationId, concludedOn: claimedDate(context, pick), outcome, endReason: 'withdrawn' as const },
    ...{ terms: '各退一尺', performance: '', note: '分歧较大' },
  };
  return decideMediationEnd(mediation, end, context);
};
