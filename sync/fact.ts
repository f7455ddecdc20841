import { DomainEvent, EVENT_VERSION, type EventType, type Recorded } from '../domain/events/all.ts';
import { Id } from '../domain/events/id.ts';
import { beijingDate, LocalDate } from '../domain/localDate.ts';
import { Actor } from '../domain/person.ts';
import type { Frame } from './frame.ts';

const TYPES: ReadonlySet<string> = new Set<EventType>(
  DomainEvent.options.map((option) => option.shape.type.value),
);

/** An instant with its offset; that it exists is the desk's business, that it can be read is ours. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Why a frame is no fact to this program: the program is too old for it, or the content is not of the shape. */
export type NoFact = 'unknown-type' | 'malformed';

/**
 * The fact inside a frame of a stream of this unit, or why there is none. Desk and bureau read by this and nothing else, so
 * that what one of them folds the other folds too. Hostile content never throws.
 */
export function openFact(frame: Frame, unit: string): Recorded | NoFact {
  if (frame.v > EVENT_VERSION || !TYPES.has(frame.type)) return 'unknown-type';
  try {
    const actor = Actor.safeParse(parseText(frame.actor));
    const event = DomainEvent.safeParse({ type: frame.type, body: parseText(frame.body) });
    const timed = [frame.claimed, frame.entered].every(isInstant);
    const named = frame.case === '' || Id.safeParse(frame.case).success;
    if (!actor.success || !event.success || !timed || !named) return 'malformed';
    const { id, stream, seq, case: caseId, custody, claimed, entered } = frame;
    return { id, stream, seq, caseId, custody, unit, actor: actor.data, claimed, entered, event: event.data };
  } catch {
    return 'malformed';
  }
}

/** True for an instant that falls on a day of Beijing that can be written down. */
const isInstant = (at: string): boolean =>
  INSTANT.test(at) && !Number.isNaN(Date.parse(at)) && LocalDate.safeParse(beijingDate(at)).success;

/** JSON whose texts can be written and read anywhere; throws at U+0000 or half a character, which no database keeps. */
const parseText = (json: string): unknown =>
  JSON.parse(json, (_key, value: unknown) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      throw new SyntaxError('text that is none');
    return value;
  });
