import type { EventOf, Recorded } from './events/all.ts';

/** A mediation: the fold of its events. Plain JSON. */
export interface MediationState {
  mediationId: string;
  opened: EventOf<'mediation-opened'>['body'];
  sessions: (EventOf<'mediation-session-held'>['body'] & { actor: string })[];
  conclusion?: EventOf<'mediation-concluded'>['body'];
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
    default:
      return state;
  }
}
