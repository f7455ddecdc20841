import type { EventOf, Recorded } from './events/all.ts';

/** A mediation: the fold of its events. Plain JSON. */
export interface MediationState {
  mediationId: string;
  opened: EventOf<'mediation-opened'>['body'];
  sessions: (EventOf<'mediation-session-held'>['body'] & { actor: string })[];
  conclusion?: EventOf<'mediation-concluded'>['body'];
  /** 司法确认: the joint request and the court's ruling. */
  confirmation?: {
    applied: EventOf<'mediation-confirmation-applied'>['body'];
    decided?: EventOf<'mediation-confirmation-decided'>['body'];
  };
  /** 履行 and 回访, oldest first. */
  performances?: EventOf<'mediation-performed'>['body'][];
  revisits?: EventOf<'mediation-revisited'>['body'][];
}

/** Folds one fact; the first must be `mediation-opened`. Pure. */
export function evolveMediation(
  state: MediationState | null,
  { event, actor }: Recorded,
): MediationState | null {
  switch (event.type) {
    case 'mediation-opened':
      return state ?? { mediationId: event.body.mediationId, opened: event.body, sessions: [] };
    case 'mediation-session-held':
      return state && { ...state, sessions: [...state.sessions, { ...event.body, actor: actor.name }] };
    case 'mediation-concluded':
      return state && { ...state, conclusion: event.body };
    case 'mediation-confirmation-applied':
      return state && { ...state, confirmation: { applied: event.body } };
    case 'mediation-confirmation-decided':
      return state?.confirmation
        ? { ...state, confirmation: { ...state.confirmation, decided: event.body } }
        : state;
    case 'mediation-performed':
      return state && { ...state, performances: [...(state.performances ?? []), event.body] };
    case 'mediation-revisited':
      return state && { ...state, revisits: [...(state.revisits ?? []), event.body] };
    default:
      return state;
  }
}
