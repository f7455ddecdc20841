import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InMemoryBureau, openInMemoryBureau, type Town, townAt } from './bureau.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { createNetwork, type Fate } from './network.ts';
import { liveAndRebuilt, projectionsOf } from './projections.ts';

// Made-up people and towns.
const clock = { ms: Date.parse('2026-03-02T09:00:00+08:00') };
const now = () => new Date(clock.ms);
const towns = Array.from({ length: 100 }, (_, n) => townAt(n));

let bureau: InMemoryBureau;
/** One bureau serves all tests here; each test has a town of its own. */
let town: Town;
let tests = 0;
let cases = 0;
const desks: TestDesk[] = [];

beforeAll(async () => {
  bureau = await openInMemoryBureau(now, towns);
});
afterAll(() => bureau.close());
beforeEach(() => {
  town = townAt(tests);
  tests += 1;
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

async function enrolled(unit: Town = town): Promise<TestDesk> {
  const desk = openTestDesk({ unit, letter: String.fromCharCode(65 + desks.length), now });
  desks.push(desk);
  expect(await desk.enrol(await bureau.code(unit.code), bureau.answer)).toMatchObject({ ok: true });
  return desk;
}
const newCase = (): string => {
  cases += 1;
  return `case-${cases}`;
};
const inOrder = (...fates: Fate[]) => createNetwork(bureau.answer, () => fates.shift() ?? 'deliver');
const verdicts = (desk: TestDesk) =>
  desk.db.sqlite
    .prepare('select id, verdict, verdict_code code from event where stream = ? order by seq')
    .all(desk.identity.stream) as { id: string; verdict: string; code: string | null }[];
const arrived = async (desk: TestDesk) =>
  (
    await bureau.rows<{ id: string }>('select id from event where stream = $1 order by seq', [
      desk.identity.stream,
    ])
  ).map((row) => row.id);

describe('exactly once', () => {
  it('FS2 an answer lost after the commit: the next exchange learns the verdicts, and nothing is twice', async () => {
    const desk = await enrolled();
    const ids = [newCase(), newCase(), newCase()].map((id) => desk.register(id));
    // hello arrives; the push is taken and its answer lost.
    expect(await desk.exchange(inOrder('deliver', 'lose-answer').send)).toEqual({
      ok: false,
      refusal: { code: 'not-reached' },
    });
    expect(verdicts(desk).map((v) => v.verdict)).toEqual(['local', 'local', 'local', 'local']);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(verdicts(desk).map((v) => v.verdict)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect((await arrived(desk)).slice(1)).toEqual(ids);
  });

  it('FS2 PU2 a restricted case that never comes back by a feed still gets its verdict after a lost answer', async () => {
    const desk = await enrolled();
    desk.register(newCase(), { purpose: 'ACCUSE' });
    await desk.exchange(inOrder('deliver', 'lose-answer').send);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(verdicts(desk).map((v) => v.verdict)).toEqual(['accepted', 'accepted']);
  });

  it.each<Fate>(['drop', 'lose-answer', 'twice', 'cut-request', 'cut-answer', 'delay', 'login-page'])(
    'FS1 FS3 FS44 EV2 whatever happens to any one request (%s), the next exchange completes and nothing is doubled',
    async (fate) => {
      const desk = await enrolled();
      const ids = [newCase(), newCase()].map((id) => desk.register(id));
      for (let at = 0; at < 3; at += 1) {
        const fates: Fate[] = ['deliver', 'deliver', 'deliver'];
        fates[at] = fate;
        const network = inOrder(...fates);
        expect((await desk.exchange(network.send)).ok).toBe(false);
        await network.deliverLate();
        ids.push(desk.note(`case-${cases}`, `第 ${at} 次`));
      }
      expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
      expect((await arrived(desk)).slice(1)).toEqual(ids);
      expect(verdicts(desk).filter((v) => v.verdict !== 'accepted')).toEqual([]);
      const { live, rebuilt } = liveAndRebuilt(desk.db);
      expect(live).toEqual(rebuilt);
    },
  );

  it('FS4 FS6 a crash between the push and the writing of its verdicts: after the restart the bureau is believed', async () => {
    const desk = await enrolled();
    const ids = [newCase(), newCase()].map((id) => desk.register(id));
    const network = createNetwork(bureau.answer, (request) =>
      request.path === '/v1/push' ? 'lose-answer' : 'deliver',
    );
    await desk.exchange(network.send);
    desk.reopen();
    ids.push(desk.register(newCase()));
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect((await arrived(desk)).slice(1)).toEqual(ids);
    expect(verdicts(desk).map((v) => v.verdict)).toEqual(ids.map(() => 'accepted').concat('accepted'));
  });

  it('FS33 weeks offline, then 2,000 events: all arrive in order, in requests within the limits (PU5)', async () => {
    const desk = await enrolled();
    const ids: string[] = [];
    // One transaction for all, only to spare this test a thousand waits for the disk.
    desk.db.write(() => {
      for (let i = 0; i < 1000; i += 1) {
        const caseId = newCase();
        ids.push(desk.register(caseId), desk.note(caseId, `第 ${i} 件的补记`));
      }
    });
    const network = createNetwork(bureau.answer, () => 'deliver');
    expect(await desk.exchange(network.send)).toMatchObject({ ok: true });
    expect((await arrived(desk)).slice(1)).toEqual(ids);
    expect(verdicts(desk).filter((v) => v.verdict !== 'accepted')).toEqual([]);
    const pushes = network.sent.filter((request) => request.path === '/v1/push');
    expect(pushes.length).toBeGreaterThan(4);
    expect(pushes.every((request) => request.body.length <= 1024 * 1024)).toBe(true);
    const { live, rebuilt } = liveAndRebuilt(desk.db);
    expect(live).toEqual(rebuilt);
  });

  it('FS7 a bureau that is restarted between two requests goes on where it was', async () => {
    const desk = await enrolled();
    const id = desk.register(newCase());
    await desk.exchange(inOrder('deliver', 'drop').send);
    bureau.restart();
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect((await arrived(desk)).slice(1)).toEqual([id]);
  });
});

describe('a bureau that does not take everything', () => {
  it('PU6 a stream whose database is an older copy of itself is refused and sends nothing', async () => {
    const desk = await enrolled();
    desk.register(newCase());
    await desk.exchange(bureau.answer);
    await bureau.rows(`update stream set seq = 9, hash = '\\x${'ab'.repeat(32)}' where stream = $1`, [
      desk.identity.stream,
    ]);
    const network = createNetwork(bureau.answer, () => 'deliver');
    expect(await desk.exchange(network.send)).toMatchObject({ ok: false, refusal: { code: 'fork' } });
    expect(network.sent.map((request) => request.path)).toEqual(['/v1/hello']);
  });

  it('PU6 a frozen stream is told so at each hello and keeps its events', async () => {
    const desk = await enrolled();
    await bureau.rows(`update stream set state = 'forked' where stream = $1`, [desk.identity.stream]);
    desk.register(newCase());
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'fence-fork' } });
    expect(verdicts(desk).map((v) => v.verdict)).toEqual(['local', 'local']);
  });

  it('FD5 a feed that differs is read again from the beginning; nothing of our own is deleted, and the end is the same', async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const [x, y] = [newCase(), newCase()];
    a.register(x);
    b.register(y);
    for (const desk of [a, b, a]) await desk.exchange(bureau.answer);
    const before = projectionsOf(a.db);
    const events = verdicts(a);
    a.db.sqlite.prepare(`update feed_cursor set digest = zeroblob(32) where scope like 'unit:%'`).run();
    a.note(x, '其后的补记');
    b.note(x, '乙机其后的补记');
    for (const desk of [b, a]) expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(verdicts(a).slice(0, -1)).toEqual(events);
    expect(projectionsOf(a.db)).toEqual(before);
    const { live, rebuilt } = liveAndRebuilt(a.db);
    expect(live).toEqual(rebuilt);
  });
});
