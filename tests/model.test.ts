/**
 * Random lawful walks through the state machine: nobody gets stuck, no clock is lost, and the tables are nothing but the
 * fold of the events. `FENGQIAO_WALKS=10000` walks more; `FENGQIAO_SEED=…` begins elsewhere. The people are made up.
 */
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../db/testDatabase.ts';
import { builtInCalendar as calendar } from '../domain/calendar.ts';
import type { CaseClock } from '../domain/clocks/settle.ts';
import { clocksOf } from '../domain/clocks.ts';
import type { DomainEvent, EventType } from '../domain/events/all.ts';
import { caseAfter, exampleContext, recordedAs, registeredEvent, TOWN } from '../domain/example.ts';
import { exampleWalk } from '../domain/exampleSteps.ts';
import { addDays } from '../domain/localDate.ts';
import { evolvePetition, isEnded, type PetitionState } from '../domain/petition.ts';
import { lawfulSteps } from '../domain/steps/all.ts';
import { closedToAssign, closedToDecide } from '../domain/steps/sendDown.ts';
import { unitScope } from '../sync/feed.ts';
import { makeKeyPair, streamIdOf } from '../sync/keys.ts';
import { appendOwn } from '../sync/log.ts';
import { liveAndRebuilt } from './sync/projections.ts';
import { diceOf } from './sync/random.ts';

const WALKS = Number(process.env.FENGQIAO_WALKS ?? 400);
const FIRST_SEED = Number(process.env.FENGQIAO_SEED ?? 1);
const STEPS = 60;
/** Every how-manieth walk is also written to a real database. */
const STORED = 10;

const PURPOSES = ['CLAIM', 'CLAIM', 'APPEAL', 'OTHER', 'ACCUSE', 'SUGGEST'] as const;

interface Lived {
  event: DomainEvent;
  today: string;
}

/** The facts of one lawful history; the same seed lives the same. */
function live(seed: number): { first: ReturnType<typeof registeredEvent>; lived: Lived[] } {
  const next = diceOf(seed);
  const pick = (n: number) => Math.floor(next() * n);
  const unclear = pick(6) === 0 ? { anonymous: true } : pick(6) === 0 ? { addressUnclear: true } : {};
  const first = registeredEvent({ purpose: PURPOSES[pick(PURPOSES.length)] ?? 'CLAIM', ...unclear });
  const lived = [...exampleWalk(first, pick, STEPS)].flatMap(({ today, answer }) =>
    answer.ok ? answer.value.map((event) => ({ event, today })) : [],
  );
  return { first, lived };
}

/** Somebody may lawfully go on: at the unit that has the case, at the one that registered it, or at the bureau. */
function mayGoOn(state: PetitionState, today: string): boolean {
  if (closedToAssign(state) === null || closedToDecide(state) === null) return true;
  // The mediator goes on with what he has; the end of a mediation is no step of the case.
  if (state.mediations.some((m) => !m.outcome)) return true;
  return [state.custodian, state.origin].some((unit) =>
    lawfulSteps(state, exampleContext(today, { unit })).some((step) => step.open),
  );
}

/** Clocks that begin anew with a fact: an assignment brings its own receipt, a new opinion its own remedies. */
const RENEWED: Partial<Record<EventType, readonly string[]>> = {
  'petition-assigned': ['D03', 'D04', 'D11', 'D12', 'D21'],
  'opinion-issued': ['D07', 'D08', 'D09', 'D10'],
};

/** What became of clocks between two facts that may not happen: gone, or running again after it was met. */
function lost(before: readonly CaseClock[], after: readonly CaseClock[], event: DomainEvent): string[] {
  const renewed = RENEWED[event.type] ?? [];
  return before.flatMap((clock) => {
    if (renewed.includes(clock.rule)) return [];
    const now = after.find((c) => c.rule === clock.rule);
    if (!now) return [`${clock.rule} is gone after ${event.type}`];
    const undone = clock.metOn !== undefined && now.metOn === undefined;
    return undone ? [`${clock.rule} was met and is ${now.state} after ${event.type}`] : [];
  });
}

function complaintsOf(seed: number, reached: Set<string>): string[] {
  const { first, lived } = live(seed);
  let state = caseAfter(first);
  let clocks = clocksOf(state, { today: '2026-03-02', calendar });
  return lived.flatMap(({ event, today }, i) => {
    state = evolvePetition(state, recordedAs(event, i + 2)) ?? state;
    const context = { today, calendar };
    const found = lost(clocks, clocksOf(state, context), event);
    clocks = clocksOf(state, context);
    reached.add(event.type);
    if (!isEnded(state) && !mayGoOn(state, addDays(today, 1))) found.push(`stuck after ${event.type}`);
    const impossible = clocks.filter((c) => c.dueRaw < c.start || c.dueLegal < c.dueRaw);
    return [...found, ...impossible.map((c) => `${c.rule} ends before it begins`)].map(
      (complaint) => `seed ${seed}: ${complaint}`,
    );
  });
}

describe(`${WALKS} random lawful walks from seed ${FIRST_SEED}`, () => {
  const timeout = 60_000 + 50 * WALKS;
  const seeds = Array.from({ length: WALKS }, (_, i) => FIRST_SEED + i);

  it('everybody may go on until the end, and no clock is lost', { timeout }, () => {
    const reached = new Set<string>();
    expect(seeds.flatMap((seed) => complaintsOf(seed, reached))).toEqual([]);
    // A walk that gets nowhere proves nothing.
    const seldom = [
      ...(['hearing-held', 'acceptance-refused', 'objection-decided', 'simple-handling-chosen'] as const),
      ...(['petition-terminated', 'registration-voided', 'petition-merged', 'petition-split'] as const),
      ...(['supplement-received', 'mediation-concluded'] as const),
    ];
    expect(seldom.filter((type) => !reached.has(type))).toEqual([]);
  });

  it('the tables built anew from the events are the live ones', { timeout }, () => {
    const db = testDatabase();
    const keys = makeKeyPair();
    const identity = { stream: streamIdOf(keys.publicKey), keys, unit: TOWN };
    const entered = (today: string) => `${today}T09:15:00+08:00`;
    const append = (seed: number, { event, today }: Lived, n: number) =>
      appendOwn(db.orm, identity, {
        ...{ id: `event-${seed}-${n}`, event: distinct(event, seed), caseId: `case-${seed}` },
        ...{ scope: unitScope(TOWN.code), custody: 0, actor: { id: 'clerk-1', name: '罗秀英' } },
        ...{ claimed: entered(today), entered: entered(today), clockOffset: null },
      });
    try {
      for (const seed of seeds.filter((_, i) => i % STORED === 0)) {
        const { first, lived } = live(seed);
        const all = [{ event: first, today: '2026-03-02' }, ...lived];
        db.write(() => all.map((one, n) => append(seed, one, n)));
      }
      const { live: tables, rebuilt } = liveAndRebuilt(db);
      expect(JSON.stringify(rebuilt)).toBe(JSON.stringify(tables));
    } finally {
      db.remove();
    }
  });
});

/** Numbers and ids that are unique among cases, told apart by the walk. */
function distinct(event: DomainEvent, seed: number): DomainEvent {
  const text = JSON.stringify(event)
    .replace(/"(assignment|mediation)-(\d+)"/g, `"$1-${seed}-$2"`)
    .replaceAll('case-0001', `case-${seed}`)
    .replace('441481104-20260302-A0001-K', `441481104-20260302-A${seed}-K`);
  return JSON.parse(text) as DomainEvent;
}
