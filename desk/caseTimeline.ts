import type { z } from 'zod';
import type { TimelineEntry } from '../contract/cases.ts';
import { eventsOfCase, findStream, type StoredEvent } from '../db/events.ts';
import { factSentence } from '../domain/timeline.ts';
import { recordedOf } from '../sync/log.ts';
import type { Workplace } from './workplace.ts';

type Entry = z.infer<typeof TimelineEntry>;

/** Every fact of a case in the order in which this desk learned of it; refused ones too, with their verdict. */
export function caseTimeline(at: Workplace, caseId: string): Entry[] {
  const names = new Map<string, string>();
  const unitName = (stream: string): string => {
    const known = names.get(stream) ?? findStream(at.db.orm, stream)?.unitName ?? '';
    names.set(stream, known);
    return known;
  };
  return eventsOfCase(at.db.orm, caseId).map((stored) => entryOf(at, stored, unitName(stored.stream)));
}

function entryOf(at: Workplace, stored: StoredEvent, unitName: string): Entry {
  const { id, type, entered, verdict: sync } = stored;
  const recorded = recordedOf(at.db.orm, stored);
  // VR3: kept and passed on, readable after an update.
  if (!recorded)
    return {
      id,
      type,
      claimed: entered,
      entered,
      actor: '',
      unitName,
      text: '这条记录来自较新版本的程序，更新后可以查看。',
      sync,
    };
  return {
    ...{ id, type, entered, unitName, sync },
    claimed: recorded.claimed,
    actor: recorded.actor.name,
    text: factSentence(recorded),
  };
}
