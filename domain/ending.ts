import type { DomainEvent, EventOf } from './events/all.ts';
import type { Parts } from './parts.ts';

/** What may end a case; at most one of them does. */
export interface Endings extends Parts {
  conclusion?: EventOf<'petition-concluded'>['body'];
  /** 不予受理 or 不再受理. */
  refusal?: EventOf<'acceptance-refused'>['body'];
  /** 撤回 or 终结: it ended without a decision on the matter. */
  termination?: EventOf<'petition-terminated'>['body'];
  /** 作废: it should not have been registered. */
  voided?: EventOf<'registration-voided'>['body'];
}

/** How a case ended. */
export type Ending = 'concluded' | 'refused' | 'terminated' | 'voided' | 'merged' | 'split';

/** What ended the case, or undefined while it is open. */
export function endingOf(state: Endings): Ending | undefined {
  if (state.merged) return 'merged';
  // Nothing is decided on the whole any more; it is closed for good when its parts are.
  if (state.split) return 'split';
  if (state.voided) return 'voided';
  if (state.termination) return 'terminated';
  if (state.refusal) return 'refused';
  return state.conclusion && 'concluded';
}

/** Folds what ends a case without a decision on the matter. */
export function evolveEnding<S extends Endings>(state: S, event: DomainEvent): S {
  switch (event.type) {
    case 'petition-terminated':
      return { ...state, termination: event.body };
    case 'registration-voided':
      return { ...state, voided: event.body };
    default:
      return state;
  }
}
