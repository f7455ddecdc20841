import type { DomainEvent, EventOf } from './events/all.ts';

/** What was asked for and what came, oldest first. */
export interface Supplements {
  supplements?: {
    requested: EventOf<'supplement-requested'>['body'];
    received?: EventOf<'supplement-received'>['body'];
  }[];
}

/** The petitioner still owes something that was asked for. */
export const awaitsSupplement = ({ supplements }: Supplements): boolean => {
  const last = supplements?.at(-1);
  return last !== undefined && !last.received;
};

/** Folds 补正 into the case. */
export function evolveSupplement<S extends Supplements>(state: S, event: DomainEvent): S {
  switch (event.type) {
    case 'supplement-requested':
      return { ...state, supplements: [...(state.supplements ?? []), { requested: event.body }] };
    case 'supplement-received':
      return {
        ...state,
        supplements: state.supplements?.map((one) => (one.received ? one : { ...one, received: event.body })),
      };
    default:
      return state;
  }
}
