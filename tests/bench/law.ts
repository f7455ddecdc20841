import { project } from '../../db/project.ts';
import { testDatabase } from '../../db/testDatabase.ts';
import { builtInCalendar as calendar } from '../../domain/calendar.ts';
import { clocksOf } from '../../domain/clocks.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import { caseAfter, exampleContext, recordedAs, registeredEvent } from '../../domain/example.ts';
import { acceptedOn } from '../../domain/exampleFacts.ts';
import { addDays } from '../../domain/localDate.ts';
import type { PetitionState } from '../../domain/petition.ts';
import { lawfulSteps } from '../../domain/steps/all.ts';
import { type Figure, quantile, timed } from './figure.ts';

const CASES = 20_000;
const EVENTS = 200;
const ROUNDS = 5;
const ASKED = 400;
const TODAY = '2026-11-02';

/** A real database with open cases received over the last year, every other one accepted. */
function openCases(): ReturnType<typeof testDatabase> {
  const db = testDatabase();
  db.write(() => {
    for (let i = 0; i < CASES; i += 1) {
      const receivedOn = addDays(TODAY, -(i % 365));
      const caseId = `case-${i}`;
      const facts: DomainEvent[] = [
        registeredEvent({ receivedOn }, `n-${i}`),
        ...(i % 2 === 0 ? [acceptedOn(receivedOn)] : []),
      ];
      for (const event of facts) project(db.orm, recordedAs(event, 1, { caseId }));
    }
  });
  return db;
}

/** All clocks of 20,000 open cases counted anew, beside the floor of reading and parsing the same rows. */
async function recount(): Promise<Figure> {
  const db = openCases();
  const read = (): PetitionState[] =>
    (db.sqlite.prepare('select state from petition_case').pluck().all() as string[]).map(
      (state) => JSON.parse(state) as PetitionState,
    );
  const floor: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await timed(read));
    all.push(await timed(() => read().map((state) => clocksOf(state, { today: TODAY, calendar }))));
  }
  db.remove();
  const [value, reference] = [quantile(all, 0.5), quantile(floor, 0.5)];
  return { name: 'clocks-of-20000-anew', value, unit: 'ms', reference, barOn: 'value', bar: 2000 };
}

/** What the law allows on a case with 200 facts: the fold and the question together, as the page asks it. */
async function nextSteps(): Promise<Figure> {
  const facts: DomainEvent[] = [registeredEvent(), acceptedOn('2026-03-10')];
  while (facts.length < EVENTS) {
    const n = facts.length;
    const file = { attachmentId: `a-${n}`, name: `照片${n}.jpg`, mime: 'image/jpeg', size: n };
    facts.push({ type: 'attachment-added', body: { ...file, sha256: 'a'.repeat(64) } });
  }
  const samples: number[] = [];
  for (let i = 0; i < ASKED; i += 1)
    samples.push(await timed(() => lawfulSteps(caseAfter(...facts), exampleContext('2026-03-20'))));
  const [value, reference] = [quantile(samples, 0.95), quantile(samples, 0.5)];
  return { name: 'next-steps-p95-of-200-facts', value, unit: 'ms', reference, barOn: 'value', bar: 5 };
}

/** (f) What the rules cost: the clocks after a new calendar, the next steps of a long case. */
export const ruling = async (): Promise<Figure[]> => [await recount(), await nextSteps()];
