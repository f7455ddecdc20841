import { afterEach, describe, expect, it } from 'vitest';
import type { Push } from '../../sync/protocol.ts';
import { townAt } from './bureau.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { helloOf, nothingNew, type Said, type ScriptedBureau, scriptedBureau } from './scripted.ts';

// Made-up people and towns.
const now = () => new Date('2026-03-02T01:00:00Z');
const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

/** A desk with so many events, its `desk-started` counted. */
function deskWith(events: number): TestDesk {
  const desk = openTestDesk({ unit: townAt(0), letter: 'A', now });
  desks.push(desk);
  desk.db.write(() => {
    for (let i = 1; i < events; i += 1) desk.register(`case-${i}`);
  });
  return desk;
}
const ownRows = (desk: TestDesk) =>
  desk.db.sqlite
    .prepare('select seq, id, lower(hex(hash)) hash, verdict from event where stream = ? order by seq')
    .all(desk.identity.stream) as { seq: number; id: string; hash: string; verdict: string }[];

/** A bureau that takes what it gets, unless `refuse` says otherwise; it answers hello with `head`. */
function bureauFor(
  desk: TestDesk,
  refuse: (push: Push, n: number) => Said | null,
  { head, limits }: { head?: number; limits?: object } = {},
) {
  let pushes = 0;
  const bureau: ScriptedBureau = scriptedBureau((path, json: Push) => {
    const rows = ownRows(desk);
    const at = rows[(head ?? 0) - 1];
    if (path === '/v1/hello') return helloOf(desk, at && [at.seq, at.hash], limits);
    if (path === '/v1/pull') return nothingNew(desk, bureau.keys);
    pushes += 1;
    const refused = refuse(json, pushes);
    if (refused) return refused;
    const taken = rows.filter(({ hash }) =>
      json.events.some((event) => Buffer.from(event.h, 'base64url').toString('hex') === hash),
    );
    const last = taken.at(-1);
    const verdicts = taken.map(({ seq, id }) => ({ seq, id, s: 'accepted' }));
    return { ok: true, value: { head: [last?.seq, last?.hash], verdicts, now: now().toISOString() } };
  });
  bureau.adopt(desk);
  return bureau;
}
const sizes = (bureau: ReturnType<typeof bureauFor>) =>
  bureau.heard.filter(({ path }) => path === '/v1/push').map(({ json }) => (json as Push).events.length);
const no = (refusal: object): Said => ({ ok: false, refusal });

describe('how much goes at once (PU5)', () => {
  it('begins with a small request and grows as long as they are taken', async () => {
    const desk = deskWith(600);
    const bureau = bureauFor(desk, () => null);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([128, 256, 216]);
    expect(desk.pace.events).toBe(500);
  });

  it('halves when the bureau says TOO_BIG, and grows again', async () => {
    const desk = deskWith(200);
    const bureau = bureauFor(desk, ({ events }, n) =>
      n < 3 && events.length > 32 ? no({ code: 'TOO_BIG' }) : null,
    );
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([128, 64, 32, 64, 104]);
    expect(ownRows(desk).every(({ verdict }) => verdict === 'accepted')).toBe(true);
  });

  it('halves for the next exchange after a time-out, from which it cannot know what arrived', async () => {
    const desk = deskWith(200);
    const bureau = bureauFor(desk, () => null);
    const timesOut = () => Promise.reject(new DOMException('too slow', 'TimeoutError'));
    const result = await desk.exchange((request) =>
      request.path === '/v1/push' ? timesOut() : bureau.answer(request),
    );
    expect(result).toEqual({ ok: false, refusal: { code: 'timeout' } });
    expect(desk.pace.events).toBe(64);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([64, 128, 8]);
  });

  it('stays within the limits that the bureau names', async () => {
    const desk = deskWith(40);
    const bureau = bureauFor(desk, () => null, { limits: { events: 15, bytes: 4_000 } });
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    const pushes = bureau.heard.filter(({ path }) => path === '/v1/push');
    expect(pushes.every(({ bytes }) => bytes <= 4_000)).toBe(true);
    expect(Math.max(...sizes(bureau))).toBeLessThanOrEqual(15);
    expect(ownRows(desk).every(({ verdict }) => verdict === 'accepted')).toBe(true);
  });
});

describe('PU1 PU2 the bureau says what it has', () => {
  it('events that it has and whose verdict we know are not sent again', async () => {
    const desk = deskWith(10);
    desk.db.sqlite.prepare(`update event set verdict = 'accepted' where seq <= 6`).run();
    const bureau = bureauFor(desk, () => null, { head: 6 });
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([4]);
  });

  it('FS11 a bureau that lost events gets them again, whatever our own marks say', async () => {
    const desk = deskWith(10);
    desk.db.sqlite.prepare(`update event set verdict = 'accepted'`).run();
    const bureau = bureauFor(desk, () => null, { head: 3 });
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([7]);
  });

  it('GAP sends from the number that it needs', async () => {
    const desk = deskWith(10);
    desk.db.sqlite.prepare(`update event set verdict = 'accepted'`).run();
    const bureau = bureauFor(desk, (_push, n) => (n === 1 ? no({ code: 'GAP', need: 2 }) : null), {
      head: 8,
    });
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(sizes(bureau)).toEqual([2, 9]);
  });

  it('a bureau that says GAP for ever is left with a state', async () => {
    const desk = deskWith(3);
    const bureau = bureauFor(desk, () => no({ code: 'GAP', need: 1 }));
    expect(await desk.exchange(bureau.answer)).toEqual({
      ok: false,
      refusal: { code: 'gap', detail: { need: 1 } },
    });
    expect(sizes(bureau)).toEqual([3, 3, 3, 3]);
  });

  it.each([
    [
      { code: 'FORK', at: 2, have: 'ab' },
      { code: 'fork', detail: { at: 2 } },
    ],
    [
      { code: 'BAD_EVENT', at: 2 },
      { code: 'bad-event', detail: { at: 2 } },
    ],
    [{ code: 'REVOKED' }, { code: 'revoked' }],
    [{ code: 'UNKNOWN_STREAM' }, { code: 'unknown-stream' }],
  ])(
    '%j becomes a state, nothing is lost, and what the bureau has for us is still read',
    async (said, refusal) => {
      const desk = deskWith(3);
      const bureau = bureauFor(desk, () => no(said));
      expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal });
      expect(ownRows(desk).map(({ verdict }) => verdict)).toEqual(['local', 'local', 'local']);
      expect(bureau.heard.at(-1)?.path).toBe('/v1/pull');
    },
  );

  it('BUSY ends the exchange with the seconds to wait', async () => {
    const desk = deskWith(3);
    const bureau = bureauFor(desk, () => no({ code: 'BUSY', retryAfter: 20 }));
    expect(await desk.exchange(bureau.answer)).toEqual({
      ok: false,
      refusal: { code: 'busy', detail: { seconds: 20 } },
    });
    expect(bureau.heard.map(({ path }) => path)).toEqual(['/v1/hello', '/v1/push']);
  });

  it.each([
    [{ code: 'UPGRADE' }, { code: 'upgrade' }],
    [{ code: 'FENCE_FORK' }, { code: 'fence-fork' }],
    [{ code: 'REVOKED' }, { code: 'revoked' }],
    [{ code: 'UNKNOWN_STREAM' }, { code: 'unknown-stream' }],
    [
      { code: 'BUSY', retryAfter: 9 },
      { code: 'busy', detail: { seconds: 9 } },
    ],
    [{ code: 'BUSY' }, { code: 'busy' }],
  ])('a hello refused with %j becomes a state', async (said, refusal) => {
    const desk = deskWith(2);
    const bureau: ScriptedBureau = scriptedBureau(() => no(said));
    bureau.adopt(desk);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal });
  });

  it.each<[string, (push: Push) => Said]>([
    [
      'names other events',
      () => ({
        ok: true,
        value: { head: [3, 'ab'], verdicts: [{ id: 'x', seq: 1, s: 'accepted' }], now: '' },
      }),
    ],
    ['stored nothing', () => ({ ok: true, value: { head: [0, ''], verdicts: [], now: '' } })],
  ])('an answer that %s is not believed', async (_name, say) => {
    const desk = deskWith(3);
    const bureau = bureauFor(desk, say);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'bad-answer' } });
    expect(ownRows(desk).map(({ verdict }) => verdict)).toEqual(['local', 'local', 'local']);
  });
});
