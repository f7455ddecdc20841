/** A bureau that is killed, and a PostgreSQL that falls, in the middle of an exchange with real desks. Everybody is made up. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { TOWN } from '../desk/madeUp.ts';
import type { Desk } from '../desk/workplace.ts';
import { type RunningBureau, startBureau } from '../programs/bureau.ts';
import { newFolder, taken } from '../programs/desk.ts';
import { startOwnPostgres } from '../programs/postgres.ts';
import { ensureBuilt } from '../shells/built.ts';
import { diceOf } from '../sync/random.ts';
import { createLine, enrolDeskOf, exchanged, expectNothingLostOrDoubled, registerCases } from './blows.ts';

// The server will not start without its pages.
beforeAll(ensureBuilt);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function folderOf(name: string): string {
  const folder = newFolder(name);
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Request of the exchange during which each round's blow falls: hello is 0, then pushes, then pulls. */
const ROUNDS = [1, 2, 0];
/** Longest time (ms) between a request and its blow: about as long as a push takes. */
const SPREAD = 60;
/** Ms; programs start slowly where two cores do everything. */
const TIME_LIMIT = 300_000;
/** Cases that each desk registers a round. */
const [MANY, FEW] = [80, 20];

async function twoDesks(bureau: RunningBureau, line: ReturnType<typeof createLine>): Promise<[Desk, Desk]> {
  const desks: [Desk, Desk] = [
    await enrolDeskOf(bureau, 'A', line.fetch),
    await enrolDeskOf(bureau, 'B', fetch),
  ];
  for (const desk of desks) ends.push(() => desk.close());
  return desks;
}

/** An officer sends a case down, so that the bureau has facts of its own to be pulled. */
const sendDown = async (bureau: RunningBureau, caseId: string) =>
  taken(
    await bureau.console.cases.assign({
      ...{ commandId: randomUUID(), caseId, toUnit: TOWN.code, manner: 'transfer', reportDue: null },
      requirement: '请依法处理。',
    }),
  );

/** Both exchange until nothing is new. */
async function heal(desks: readonly Desk[]): Promise<void> {
  for (const desk of [...desks, ...desks])
    expect(await exchanged(desk)).toEqual({ connection: 'connected', waiting: 0 });
}

it(
  'PU2 PU3 PL3 a bureau killed in the middle of exchanges and started again loses and doubles nothing',
  async () => {
    const folder = folderOf('killed');
    let bureau = await startBureau(folder);
    ends.push(() => bureau.end());
    const { port } = new URL(bureau.url);
    const line = createLine();
    const [desk, other] = await twoDesks(bureau, line);
    const dice = diceOf(20_261);
    for (const during of ROUNDS) {
      const caseId = await registerCases(other, FEW);
      await heal([other]);
      await sendDown(bureau, caseId);
      await registerCases(desk, MANY);
      // What runs behind the pages may have sent some of it by now; its next exchange meets the blow all the same.
      line.set({ during, after: dice() * SPREAD, strike: () => bureau.end('SIGKILL') });
      while (!line.fell()) await exchanged(desk);
      expect(await exchanged(desk)).toMatchObject({ connection: 'offline', reason: 'not-reached' });
      bureau = await startBureau(folder, { port });
    }
    await heal([desk, other]);
    const password = readFileSync(join(folder, 'postgres.password'), 'utf8');
    const own = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
    const url = `postgres://bureau:${password}@127.0.0.1:${own}/postgres`;
    const events = await expectNothingLostOrDoubled(url, [desk, other]);
    // Registrations, starts and enrolments of two desks, and what was sent down.
    expect(events).toBe(ROUNDS.length * (MANY + FEW + 1) + 4);
  },
  TIME_LIMIT,
);

it(
  'PU2 PU3 a PostgreSQL that falls in the middle of exchanges: the desk hears "later", and all goes on by itself',
  async () => {
    const postgres = await startOwnPostgres(folderOf('fallen'));
    ends.push(() => postgres.stop('fast'));
    const env = { ...process.env, DATABASE_URL: postgres.url };
    const bureau = await startBureau(folderOf('server'), { env });
    ends.push(() => bureau.end());
    let ended = false;
    void bureau.program.ended.then(() => {
      ended = true;
    });
    const line = createLine();
    const [desk, other] = await twoDesks(bureau, line);
    const dice = diceOf(20_262);
    for (const during of ROUNDS) {
      const caseId = await registerCases(other, FEW);
      await heal([other]);
      await sendDown(bureau, caseId);
      await registerCases(desk, MANY);
      line.set({ during, after: dice() * SPREAD, strike: () => postgres.stop('immediate') });
      while (!line.fell()) await exchanged(desk);
      for (const one of [desk, other])
        expect(await exchanged(one)).toMatchObject({ connection: 'offline', reason: 'busy' });
      await postgres.start();
    }
    await heal([desk, other]);
    expect(ended, bureau.program.output()).toBe(false);
    const events = await expectNothingLostOrDoubled(postgres.url, [desk, other]);
    expect(events).toBe(ROUNDS.length * (MANY + FEW + 1) + 4);
  },
  TIME_LIMIT,
);
