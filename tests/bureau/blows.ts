/** Two real desks of one town, and a network on which a blow falls while a request is under way. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { expect } from 'vitest';
import { readCursors } from '../../db/desk.ts';
import { administrator, clerk, TOWN } from '../desk/madeUp.ts';
import { type Desk, openWorkplace } from '../desk/workplace.ts';
import type { RunningBureau } from '../programs/bureau.ts';
import { taken } from '../programs/desk.ts';
import { liveAndRebuilt } from '../sync/projections.ts';

/** What falls, during which request from now (0 = the next), and how many milliseconds after that was sent. */
export interface Blow {
  during: number;
  after: number;
  strike(): Promise<unknown>;
}

/** A line to the bureau that carries requests, and a blow when one is set. */
export function createLine() {
  let blow: Blow | null = null;
  const carry: typeof fetch = async (input, init) => {
    const answer = fetch(input, init);
    // Whoever asked hears of it below; until then nobody listens.
    answer.catch(() => {});
    if (blow && blow.during-- === 0) {
      const { after, strike } = blow;
      blow = null;
      await delay(after);
      await strike();
    }
    return answer;
  };
  return {
    fetch: carry,
    set(next: Blow): void {
      blow = { ...next };
    },
    /** Whether the blow that was set last has fallen. */
    fell: () => blow === null,
  };
}

/** A desk of the town that is enrolled there. */
export async function enrolDeskOf(
  bureau: RunningBureau,
  letter: string,
  network: typeof fetch,
): Promise<Desk> {
  const desk = openWorkplace({ letter, fetch: network });
  const code = await bureau.code(TOWN.code);
  const asked = { commandId: randomUUID(), url: bureau.url, code, deskName: `${letter} 机` };
  taken(await desk.sync.handlers.enrol(asked, administrator));
  return desk;
}

/** What a person sees after pressing the button that exchanges. */
export async function exchanged({
  sync,
}: Desk): Promise<{ connection: string; reason?: string; waiting: number }> {
  const { connection, reason, waiting } = taken(await sync.handlers.exchange({}, clerk));
  return { connection, ...(reason && { reason }), waiting };
}

/** So many cases, each registered by a command of its own. Answers the id of the last. */
export async function registerCases(desk: Desk, count: number): Promise<string> {
  let last = '';
  for (let i = 0; i < count; i += 1) last = await desk.register({ title: `第 ${i} 件：村道路面破损` });
  return last;
}

interface Row {
  stream: string;
  seq: number;
  id: string;
  hash: string;
  verdict: string;
}

/**
 * After everything has healed: each desk's own events are at the bureau, each once and with one verdict on both sides; the
 * other's and the bureau's came to it, each once; feeds are dense, and every table is the fold of its events.
 */
export async function expectNothingLostOrDoubled(url: string, desks: readonly Desk[]): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const rows = async <T>(query: string): Promise<T[]> => (await client.query(query)).rows;
  try {
    const there = await rows<Row & { type: string }>(
      `select stream, seq::int seq, id, upper(encode(hash, 'hex')) hash, verdict, type from event order by stream collate "C", seq`,
    );
    const heads = await rows<{ scope: string; cursor: number }>(
      'select scope, cursor::int cursor from scope_head',
    );
    const uneven = await rows(
      'select scope from feed group by scope having min(cursor) <> 1 or max(cursor) <> count(*)',
    );
    expect(uneven).toEqual([]);
    for (const { workplace } of desks) {
      const { db, identity } = workplace;
      const here = db.sqlite
        .prepare('select stream, seq, id, hex(hash) hash, verdict from event order by stream, seq')
        .all();
      // That a desk was started is of no use to any other.
      const fed = there.filter(({ stream, type }) => stream === identity.stream || type !== 'desk-started');
      expect(here).toEqual(fed.map(({ type: _type, ...row }) => row));
      const cursors = readCursors(db.orm).map(({ scope, cursor }) => ({ scope, cursor }));
      const read = heads.filter(({ scope }) => cursors.some((one) => one.scope === scope));
      const byScope = (a: { scope: string }, b: { scope: string }) => (a.scope < b.scope ? -1 : 1);
      expect(cursors.sort(byScope)).toEqual(read.sort(byScope));
      const { live, rebuilt } = liveAndRebuilt(db);
      expect(live).toEqual(rebuilt);
    }
    return there.length;
  } finally {
    await client.end();
  }
}
