import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeEnrolment } from '../../desk/enrolment.ts';
import { createSyncLoop, type LoopState, type SyncLoop } from '../../desk/syncLoop.ts';
import { enrol } from '../../sync/enrol.ts';
import { H_SIG } from '../../sync/envelope.ts';
import { type BureauOfTown, type Interference, openBureauOfTown, openDeskOnWire } from './bureauWire.ts';
import { TOWN } from './madeUp.ts';

// Made-up people; the town is real, nothing else is.
let bureau: BureauOfTown;
beforeAll(async () => {
  bureau = await openBureauOfTown();
});
afterAll(() => bureau?.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  vi.useRealTimers();
});

let desks = 0;
/** An enrolled desk with a loop of its own whose dice always throw one half. */
async function enrolledLoop() {
  const letter = String.fromCharCode(65 + desks++);
  const { desk, wire } = await openDeskOnWire(bureau, letter);
  ends.push(() => desk.close());
  const { workplace } = desk;
  const asked = { identity: workplace.identity, letter, deskName: '接访台', training: false };
  const now = () => workplace.ports.now();
  const answer = await enrol({ ...asked, code: await bureau.code(TOWN.code), send: bureau.answer, now });
  if (!answer.ok) throw new Error(answer.refusal.code);
  workplace.db.write(() => writeEnrolment(workplace.db.orm, 'http://bureau.test', answer.value));
  const bugs: unknown[] = [];
  const start = (): SyncLoop => {
    const loop = createSyncLoop(workplace, { random: () => 0.5, report: (bug) => bugs.push(bug) });
    ends.push(() => loop.stop());
    return loop;
  };
  /** The state with the wait until the next try in ms. */
  const seen = (loop: SyncLoop) => {
    const { nextTryAt, ...rest }: LoopState = loop.state();
    return { ...rest, wait: nextTryAt && nextTryAt.getTime() - now().getTime() };
  };
  const tables = () =>
    ['event', 'feed_cursor', 'petition_case', 'known_stream', 'stream_head', 'setting'].map((table) =>
      workplace.db.sqlite.prepare(`select * from ${table}`).all(),
    );
  return { desk, wire, bugs, start, seen, tables };
}

const says =
  (status: number, body: BodyInit | null, headers: Record<string, string> = {}): Interference =>
  async () =>
    new Response(body, { status, headers });

/** The bureau's own answer, spoilt on the way. */
const spoilt =
  (change: (body: Buffer) => Buffer): Interference =>
  async (request) => {
    const { status, headers, body } = await bureau.answer(request);
    return new Response(new Uint8Array(change(Buffer.from(body))), {
      status,
      headers: { [H_SIG]: headers[H_SIG] ?? '' },
    });
  };

describe('an answer that is not the bureau’s', () => {
  it.each<[string, string, Interference]>([
    ['a login page', 'not-a-bureau', says(200, '<html>请先登录网络</html>', { 'content-type': 'text/html' })],
    ['a redirect to a login page', 'not-a-bureau', says(302, null, { location: 'http://login.test/' })],
    ['garbage', 'not-a-bureau', says(200, new Uint8Array(randomBytes(400)))],
    [
      'garbage with a signature',
      'bad-answer',
      says(200, new Uint8Array(randomBytes(400)), { [H_SIG]: 'AAAA' }),
    ],
    ['nothing with a status', 'not-a-bureau', says(200, null)],
    [
      'more than any answer has',
      'bad-answer',
      says(200, new Uint8Array(5 * 1024 * 1024), { [H_SIG]: 'AAAA' }),
    ],
    ['a truncated answer', 'bad-answer', spoilt((body) => body.subarray(0, body.length - 7))],
    ['a changed answer', 'bad-answer', spoilt((body) => Buffer.concat([body, Buffer.from('x')]))],
    ['a gateway in front of a dead bureau', 'not-reached', says(502, 'Bad Gateway')],
    ['no network', 'not-reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['silence', 'timeout', () => Promise.reject(new DOMException('too slow', 'TimeoutError'))],
  ])('EV2 %s changes nothing, is told as %s, and is tried again', async (_name, reason, interfere) => {
    const { desk, wire, bugs, start, seen, tables } = await enrolledLoop();
    await desk.register();
    const before = tables();
    wire.interfere = interfere;
    const loop = start();
    await loop.exchange();
    expect(seen(loop)).toEqual({ connection: 'offline', reason, wait: 4_000 });
    expect(tables()).toEqual(before);
    wire.interfere = async () => null;
    await loop.exchange();
    expect(seen(loop)).toEqual({ connection: 'connected', wait: 300_000 });
    expect(bugs).toEqual([]);
  });
});

describe('the loop by itself', () => {
  /** Lets this much time pass for the loop, and what it then does come to its end. */
  const pass = async (loop: SyncLoop, ms: number) => {
    vi.advanceTimersByTime(ms);
    while (loop.state().connection === 'exchanging') await new Promise((done) => setImmediate(done));
  };
  const withFakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  it('FS34 waits longer after each failure, never more than a quarter of an hour, and goes on when it can', async () => {
    const { desk, wire, start, seen } = await enrolledLoop();
    await desk.register();
    wire.interfere = says(200, '<html>');
    withFakeTimers();
    const loop = start();
    expect(seen(loop)).toEqual({ connection: 'exchanging', wait: 750 });
    const waits: (number | null)[] = [];
    for (let n = 0; n < 10; n += 1) {
      await pass(loop, seen(loop).wait ?? 0);
      waits.push(seen(loop).wait);
    }
    expect(waits).toEqual([4, 8, 16, 32, 64, 128, 256, 450, 450, 450].map((seconds) => seconds * 1_000));
    // What a clerk writes meanwhile does not hammer a bureau that is away.
    loop.wake();
    expect(seen(loop).wait).toBe(450_000);
    wire.interfere = async () => null;
    await pass(loop, 450_000);
    expect(seen(loop)).toEqual({ connection: 'connected', wait: 300_000 });
  });

  it('PU5 comes back when a busy bureau said, spread over as long again', async () => {
    const { desk, wire, start, seen } = await enrolledLoop();
    await desk.register();
    wire.interfere = async (request) => {
      const answer = await bureau.busy(request);
      return new Response(new Uint8Array(answer.body), {
        status: answer.status,
        headers: { [H_SIG]: answer.headers[H_SIG] ?? '' },
      });
    };
    const loop = start();
    await loop.exchange();
    const { wait, ...rest } = seen(loop);
    expect(rest).toEqual({ connection: 'offline', reason: 'busy' });
    // 3 to 14 seconds, times one and a half.
    expect(Array.from({ length: 12 }, (_, n) => (n + 3) * 1_500)).toContain(wait);
  });

  it('exchanges soon after something was written, once for all of it', async () => {
    const { desk, wire, start, seen } = await enrolledLoop();
    withFakeTimers();
    const loop = start();
    await pass(loop, 750);
    expect(seen(loop)).toEqual({ connection: 'connected', wait: 300_000 });
    loop.wake();
    expect(seen(loop).wait).toBe(300_000);
    wire.sent.length = 0;
    for (let n = 0; n < 3; n += 1) {
      await desk.register();
      loop.wake();
    }
    expect(seen(loop).wait).toBe(1_500);
    vi.advanceTimersByTime(1_500);
    expect(loop.state().connection).toBe('exchanging');
    await loop.exchange();
    expect(wire.sent).toEqual(['/v1/hello', '/v1/push', '/v1/pull']);
  });

  it('says that a person must do something when the bureau will not have it, and keeps trying now and then', async () => {
    const { desk, start, seen } = await enrolledLoop();
    await desk.register();
    const { stream } = desk.workplace.identity;
    await bureau.rows(`update stream set state = 'refused' where stream = $1`, [stream]);
    const loop = start();
    await loop.exchange();
    expect(seen(loop)).toEqual({ connection: 'refused', reason: 'revoked', wait: 4_000 });
  });

  it('cuts off what is under way when it is stopped, and touches nothing afterwards', async () => {
    const { desk, wire, start, seen, tables } = await enrolledLoop();
    await desk.register();
    const before = tables();
    let asked = () => {};
    const reached = new Promise<void>((done) => {
      asked = done;
    });
    wire.interfere = (_request, signal) =>
      new Promise((_done, refuse) => {
        asked();
        signal.addEventListener('abort', () => refuse(signal.reason));
      });
    const loop = start();
    const running = loop.exchange();
    await reached;
    await loop.stop();
    await running;
    wire.interfere = async () => null;
    loop.wake();
    await loop.exchange();
    expect(seen(loop)).toEqual({ connection: 'exchanging', wait: null });
    expect(tables()).toEqual(before);
    expect(wire.sent).toEqual(['/v1/hello']);
  });

  it('writes a bug of its own down, and lives on', async () => {
    const { desk, bugs, start, seen } = await enrolledLoop();
    await desk.register();
    desk.workplace.db.sqlite.exec('alter table feed_cursor rename to away');
    const loop = start();
    await loop.exchange();
    expect(seen(loop)).toEqual({ connection: 'offline', reason: 'internal', wait: 4_000 });
    expect(bugs).toHaveLength(1);
    desk.workplace.db.sqlite.exec('alter table away rename to feed_cursor');
    await loop.exchange();
    expect(seen(loop).connection).toBe('connected');
  });
});
