/** Many desks, readers and two server processes at one real PostgreSQL at the same time. */
import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, inTransaction, isAway, openDatabase } from '../../bureau/database.ts';
import { event, feed, scopeHead, stream as streams } from '../../bureau/schema.ts';
import { createStore } from '../../bureau/store.ts';
import { acceptPush } from '../../sync/accept.ts';
import { toB64 } from '../../sync/bytes.ts';
import { unitScope } from '../../sync/feed.ts';
import type { SignedEvent } from '../../sync/frame.ts';
import { assigned, LUOGANG, type MadeUpDesk, NINGXIN, note, registered, YETANG } from './madeUpDesk.ts';
import { pages, START } from './reading.ts';
import { type FreshBureau, freshBureau, NOW, openReal } from './stores.ts';

// Made-up people; the towns are real, nothing else is.
let opened: Awaited<ReturnType<typeof openReal>>;
let second: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  opened = await openReal();
});
afterAll(async () => {
  await second?.close();
  await opened?.close();
});

const UNITS = [NINGXIN, YETANG, LUOGANG] as const;
const ROUNDS = 8;
/** Every other round a desk loses the answer and asks the other server process at the same moment. */
const isTwice = (round: number) => round % 2 === 1;

/** What one desk sends in one round: a case of its own, with two notes. */
const batchOf = (desk: MadeUpDesk, n: number): SignedEvent[] => {
  const caseId = `case-${desk.unit.code}${desk.letter}-${n}`;
  return [
    desk.sign(registered(desk.unit), caseId),
    desk.sign(note('已联系'), caseId),
    desk.sign(note('已到现场'), caseId),
  ];
};

/** Pushes round after round; whatever server takes it, every event is accepted. */
async function pushAll(servers: readonly FreshBureau[], desk: MadeUpDesk, first: number): Promise<string[]> {
  const sent: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = batchOf(desk, round);
    const [one, other] = round % 2 === first % 2 ? servers : [...servers].reverse();
    const answers = await Promise.all([
      one?.push(desk, ...events),
      isTwice(round) ? other?.push(desk, ...events) : undefined,
    ]);
    for (const answer of answers.filter((some) => some !== undefined))
      expect(answer.ok ? answer.value.verdicts.map(({ s }) => s) : answer.refusal).toEqual([
        ...['accepted', 'accepted', 'accepted'],
      ]);
    sent.push(...events.map(({ h }) => h));
  }
  return sent;
}

/** Reads the feed of the desk's unit in small pages until `done`, and then to its end; answers the hashes as they came. */
async function readAll(server: FreshBureau, desk: MadeUpDesk, done: () => boolean): Promise<string[]> {
  const scope = unitScope(desk.unit.code);
  const seen: string[] = [];
  let at = START;
  for (;;) {
    const last = done();
    const [page] = await pages(server, desk, { [scope]: at }, 8_000);
    if (!page) throw new Error('a pull of one feed has one page');
    seen.push(...page.items.map(({ e }) => e?.h ?? ''));
    at = [page.to, page.digest];
    if (last && !page.more) return seen;
  }
}

const hashesIn = async (orm: Database, scope: string): Promise<string[]> =>
  (await orm.select().from(feed).where(sql`scope = ${scope}`).orderBy(feed.cursor)).map(({ hash }) =>
    toB64(hash ?? Buffer.alloc(0)),
  );

it('FD2 PU2 PU3 eight desks push, the bureau assigns and six readers read: nothing is skipped, nothing comes twice', async () => {
  const one = await freshBureau(opened.orm);
  second = await openDatabase(opened.url, () => {});
  const two: FreshBureau = { ...one, orm: second.orm, store: createStore(second.orm) };
  two.push = ({ stream }, ...events) => acceptPush(two.store, { stream, events }, NOW);
  const desks: MadeUpDesk[] = [];
  for (let n = 0; n < 8; n += 1)
    desks.push(await one.desk(UNITS[n % 3] ?? NINGXIN, String.fromCharCode(65 + n)));

  // A case of one unit that the bureau sends to the others meanwhile: its feeds are locked by everybody.
  const [first] = desks;
  if (!first) throw new Error('no desk');
  const shared = [first.sign(registered(first.unit), 'case-shared')];
  await one.push(first, ...shared);

  let ended = false;
  const readers = UNITS.flatMap((unit) => {
    const reader = desks.find((desk) => desk.unit === unit) ?? first;
    return [one, two].map((server) => readAll(server, reader, () => ended));
  });
  const assigning = (async () => {
    for (let n = 0; n < 12; n += 1) {
      const to = UNITS[n % 3] ?? NINGXIN;
      await one.append('case-shared', assigned(to, `assignment-${n}`));
    }
  })();
  const sent = await Promise.all([
    ...desks.map((desk, n) => pushAll([one, two], desk, n)),
    assigning.then(() => []),
  ]).finally(() => {
    ended = true;
  });
  const read = await Promise.all(readers);

  // Every event once, in the order of its stream; the heads stand at the last one.
  for (const [n, desk] of desks.entries()) {
    const stored = await opened.orm
      .select()
      .from(event)
      .where(sql`stream = ${desk.stream}`)
      .orderBy(event.seq);
    const all = [...(n === 0 ? shared.map(({ h }) => h) : []), ...(sent[n] ?? [])];
    expect(stored.map(({ seq, hash }) => [seq, toB64(hash)])).toEqual(all.map((h, i) => [i + 1, h]));
    const [row] = await opened.orm.select().from(streams).where(sql`stream = ${desk.stream}`);
    expect([row?.seq, row?.hash.toString('hex')]).toEqual([desk.head.seq, desk.head.hash]);
  }
  // Each reader saw exactly what the feed has now, and each feed has every event of its unit once.
  for (const [n, unit] of UNITS.entries()) {
    const whole = await hashesIn(opened.orm, unitScope(unit.code));
    expect(read[2 * n]).toEqual(whole);
    expect(read[2 * n + 1]).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
    const own = desks.flatMap((desk, i) => (desk.unit === unit ? (sent[i] ?? []) : []));
    expect(own.filter((h) => !whole.includes(h))).toEqual([]);
  }
  const heads = await opened.orm.select().from(scopeHead).orderBy(scopeHead.scope);
  const ends = await opened.orm
    .select({ scope: feed.scope, last: sql`max(cursor)::int`, entries: sql`count(*)::int` })
    .from(feed)
    .groupBy(feed.scope)
    .orderBy(feed.scope);
  expect(heads.map(({ scope, cursor }) => ({ scope, last: cursor, entries: cursor }))).toEqual(ends);
});

it('connections that died unseen give their places back, and the next request is answered', async () => {
  const { orm, url } = opened;
  const ten = Array.from({ length: 10 });
  // Ten at once, so that ten connections lie in the pool.
  const wait = () => inTransaction(orm, (tx) => tx.execute(sql`select pg_sleep(0.2)`));
  await Promise.all(ten.map(wait));
  // While this process is blocked, it cannot see that they die.
  const killer = `const { Client } = require('pg'); const c = new Client(${JSON.stringify(url)});
    c.connect().then(() => c.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fengqiao-bureau'")).then(() => c.end());`;
  expect(spawnSync(process.execPath, ['-e', killer], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
  const failed = await Promise.allSettled(ten.map(wait));
  expect(failed.map((one) => one.status === 'rejected' && isAway(one.reason))).toEqual(ten.map(() => true));
  await Promise.all(ten.map(wait));
});
