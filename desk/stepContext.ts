import type { Caller } from '../contract/dispatch.ts';
import { UnitSettings } from '../contract/unit.ts';
import { readSetting } from '../db/desk.ts';
import { findByNumber } from '../db/events.ts';
import { takePaperNumber } from '../db/project.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { paperNumber } from '../domain/papers/frame.ts';
import { PAPERS, PaperKind } from '../domain/papers/paper.ts';
import type { StepContext } from '../domain/steps/step.ts';
import { openFact } from '../sync/fact.ts';
import { decodeFrame } from '../sync/frame.ts';
import { todayAt } from './command.ts';
import type { Workplace } from './workplace.ts';

/** What a decision may know here and now. Numbers of papers are taken with it, so only within the command's transaction. */
export function stepContext(at: Workplace, caller: Caller): StepContext {
  return {
    today: todayAt(at),
    unit: at.identity.unit,
    calendar: builtInCalendar,
    person: { name: caller.name, roles: caller.roles },
    nextPaper: (kind, on) => ({ kind, number: takeNumber(at, kind, Number(on.slice(0, 4))) }),
  };
}

/** One series a unit, kind of number, year and desk: two desks offline never take the same (DOMAIN 6.2). */
function takeNumber(at: Workplace, kind: string, year: number): string {
  const { numberKind } = PAPERS[PaperKind.parse(kind)];
  if (!numberKind) throw new Error(`a paper of kind ${kind} has no number`);
  const letter = letterOf(at);
  const sequence = takePaperNumber(at.db.orm, {
    unitCode: at.identity.unit.code,
    letter,
    series: numberKind,
    year,
  });
  return paperNumber(settingsOf(at).organCode, numberKind, year, { sequence, letter });
}

/** A desk's letter is in its first fact, which never changes: read once while the desk is open. */
const letters = new WeakMap<Workplace, string>();

/** The desk's letter, from the first fact of its own stream. */
export function letterOf(at: Workplace): string {
  const letter = letters.get(at) ?? readLetter(at);
  letters.set(at, letter);
  return letter;
}

function readLetter(at: Workplace): string {
  const first = findByNumber(at.db.orm, at.identity.stream, 1);
  const frame = first && decodeFrame(first.frame);
  const started = frame && openFact(frame, at.identity.unit.code);
  if (typeof started !== 'object' || started?.event.type !== 'desk-started')
    throw new Error('this desk was never started');
  return started.event.body.letter;
}

/** Names and contact of the unit as papers print them. */
export const settingsOf = (at: Workplace): UnitSettings => UnitSettings.parse(readSetting(at.db.orm, 'unit'));
