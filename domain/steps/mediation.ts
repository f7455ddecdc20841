import type { DomainEvent, EventOf } from '../events/all.ts';
import type { Party } from '../events/mediation.ts';
import type { LocalDate } from '../localDate.ts';
import type { MediationState } from '../mediation.ts';
import { isEnded } from '../petition.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { notWithUs, type StepContext, step } from './step.ts';

type Opened = EventOf<'mediation-opened'>['body'];
export type OpenMediation = Omit<Opened, 'unit' | 'parties'> & { parties: (Party & { consents: boolean })[] };

/** 移交人民调解 from a petition (访调对接). Never for accusation material; the 60 days go on (DOMAIN 2.2 no. 6). */
export const openMediationStep = step<OpenMediation>({
  name: 'openMediation',
  article: '《信访工作条例》第三十三条',
  roles: ['mediator', 'clerk', 'leader'],
  closed(state, context): Refusal<string> | null {
    if (isEnded(state)) return { code: 'concluded' };
    const elsewhere = notWithUs(state, context);
    if (elsewhere) return elsewhere;
    if (state.restricted) return { code: 'accusation' };
    return state.mediations.some((m) => !m.outcome) ? { code: 'already-mediating' } : null;
  },
  decide(state, input, context) {
    if (input.openedOn < state.registration.receivedOn)
      return refuse('date-before-receipt', { field: 'openedOn' });
    return decideOpening(input, context);
  },
});

/** Opens a mediation, from a petition or directly: voluntary on all sides (人民调解法 Art.3, 17). */
export function decideOpening(input: OpenMediation, context: StepContext): Result<DomainEvent[], string> {
  if (input.openedOn > context.today) return refuse('date-in-future', { field: 'openedOn' });
  const refuser = input.parties.findIndex((p) => !p.consents);
  if (refuser >= 0)
    return refuse('consent-missing', {
      field: `parties.${refuser}.consents`,
      article: '《人民调解法》第十七条',
    });
  const parties = input.parties.map(({ consents: _given, ...party }) => party);
  return ok([{ type: 'mediation-opened', body: { ...input, parties, unit: context.unit } }]);
}

/** Why nothing more can be added to this mediation here, or null. */
function closedMediation(
  state: MediationState,
  date: LocalDate,
  field: string,
  context: StepContext,
): Result<never, string> | null {
  if (state.opened.unit.code !== context.unit.code) return refuse('not-ours');
  if (state.conclusion) return refuse('concluded');
  if (date > context.today) return refuse('date-in-future', { field });
  return date < state.opened.openedOn ? refuse('date-before-opening', { field }) : null;
}

/** Records a session (Art.27: the committee keeps a record). */
export function decideSession(
  state: MediationState,
  body: EventOf<'mediation-session-held'>['body'],
  context: StepContext,
): Result<DomainEvent[], string> {
  return (
    closedMediation(state, body.heldOn, 'heldOn', context) ?? ok([{ type: 'mediation-session-held', body }])
  );
}

type Conclusion = Omit<EventOf<'mediation-concluded'>['body'], 'paper'>;

/** Agreement, failure (Art.26 ends the mediation) or another ending with its reason. */
export function decideMediationEnd(
  state: MediationState,
  input: Conclusion,
  context: StepContext,
): Result<DomainEvent[], string> {
  const lastSession = state.sessions
    .map((s) => s.heldOn)
    .sort()
    .at(-1);
  const closed = closedMediation(state, input.concludedOn, 'concludedOn', context);
  if (closed) return closed;
  if (lastSession && input.concludedOn < lastSession)
    return refuse('date-before-opening', { field: 'concludedOn' });
  if (input.outcome === 'agreement') {
    if (!input.terms.trim())
      return refuse('terms-missing', { field: 'terms', article: '《人民调解法》第二十九条' });
    // An agreement without any recorded session proves nothing before a court.
    if (state.sessions.length === 0)
      return refuse('no-session', { field: 'outcome', article: '《人民调解法》第二十七条' });
    const paper = context.nextPaper('mediationAgreement', input.concludedOn);
    return ok([{ type: 'mediation-concluded', body: { ...input, paper } }]);
  }
  if (input.outcome === 'ended' && !input.endReason) return refuse('reason-missing', { field: 'endReason' });
  if (!input.note.trim()) return refuse('reason-missing', { field: 'note' });
  return ok([{ type: 'mediation-concluded', body: { ...input, terms: '', performance: '' } }]);
}
