import type { DomainEvent, EventOf } from './events/all.ts';
import type { LocalDate } from './localDate.ts';

/** How a case hangs together with others. */
export interface Parts {
  merged?: EventOf<'petition-merged'>['body'];
  /** Cases that go on in this one. */
  joined?: EventOf<'petition-joined'>['body'][];
  split?: EventOf<'petition-split'>['body'];
  /** Parts that are over, with the day. */
  settled?: { partId: string; on: LocalDate }[];
  partOf?: EventOf<'part-registered'>['body']['of'];
}

/** The whole is closed when all its parts are. */
export const allPartsSettled = ({ split, settled = [] }: Parts): boolean =>
  split?.parts.every(({ caseId }) => settled.some((one) => one.partId === caseId)) ?? false;

/** Folds 并案 and 拆分 into a case. */
export function evolveParts<S extends Parts>(state: S, event: DomainEvent): S {
  switch (event.type) {
    case 'petition-merged':
      return { ...state, merged: event.body };
    case 'petition-joined':
      return { ...state, joined: [...(state.joined ?? []), event.body] };
    case 'petition-split':
      return { ...state, split: event.body };
    case 'part-registered':
      return { ...state, partOf: event.body.of };
    case 'part-settled': {
      const { partId, ended, on } = event.body;
      const others = (state.settled ?? []).filter((one) => one.partId !== partId);
      return { ...state, settled: ended ? [...others, { partId, on }] : others };
    }
    default:
      return state;
  }
}
