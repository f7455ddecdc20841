import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSync } from '../../desk/sync.ts';
import type { Result } from '../../domain/result.ts';
import { type BureauOfTown, enrolInput, openBureauOfTown, openDeskOnWire } from './bureauWire.ts';
import { administrator, clerk, leader, otherClerk } from './madeUp.ts';
import { openWorkplace } from './workplace.ts';

// Made-up people; the towns are real, nothing else is.
const DIAOFANG = { code: '441481105', name: '刁坊镇' };
let bureau: BureauOfTown;
beforeAll(async () => {
  bureau = await openBureauOfTown();
});
afterAll(() => bureau?.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

let desks = 0;
async function newDesk() {
  const letter = String.fromCharCode(65 + desks++);
  const { desk, wire } = await openDeskOnWire(bureau, letter);
  ends.push(() => desk.close());
  const sync = createSync(desk.workplace, { random: () => 0.5, report: () => {} });
  ends.push(() => sync.stop());
  return { desk, wire, sync: sync.handlers };
}
async function enrolledDesk() {
  const one = await newDesk();
  must(await one.sync.enrol(await enrolInput(bureau, randomUUID()), administrator));
  must(await one.sync.exchange({}, clerk));
  return one;
}

function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const refused = (code: string, field?: string) => ({ ok: false, refusal: { code, ...(field && { field }) } });

describe('the state of the exchange', () => {
  it('of a desk that has no bureau says so, and counts what waits all the same', async () => {
    const { desk, sync } = await newDesk();
    await desk.register();
    expect(must(await sync.exchange({}, clerk))).toEqual({
      ...{ enrolled: false, bureauName: '', bureauUrl: '', connection: 'not-enrolled', waiting: 2 },
      ...{ lastExchangeAt: null, oldestWaitingAt: '2026-03-02T09:15:00+08:00', nextTryAt: null },
      ...{ attention: 0, training: false },
    });
  });

  it('tells nobody when an accusation was written down who may not see it', async () => {
    const { desk, sync } = await newDesk();
    desk.clock.now = '2026-03-02T10:00:00+08:00';
    await desk.register({ purpose: 'ACCUSE' });
    desk.clock.now = '2026-03-02T11:00:00+08:00';
    await desk.register();
    // The start of the desk is older than both; the bureau has it.
    desk.workplace.db.sqlite.exec("update event set verdict = 'accepted' where type = 'desk-started'");
    const seenBy = [clerk, otherClerk, leader].map(
      async (who) => must(await sync.state({}, who)).oldestWaitingAt,
    );
    const [ten, eleven] = ['2026-03-02T10:00:00+08:00', '2026-03-02T11:00:00+08:00'];
    expect(await Promise.all(seenBy)).toEqual([ten, eleven, ten]);
  });

  it('of an enrolled desk tells the bureau, when it was reached, and when it is asked again', async () => {
    const { desk, wire, sync } = await enrolledDesk();
    const quiet = {
      ...{
        enrolled: true,
        bureauName: '兴宁市信访局',
        bureauUrl: 'http://bureau.test',
        connection: 'connected',
      },
      ...{ waiting: 0, lastExchangeAt: '2026-03-02T09:15:00+08:00', oldestWaitingAt: null },
      ...{ nextTryAt: '2026-03-02T09:20:00+08:00', attention: 0, training: false },
    };
    expect(must(await sync.state({}, clerk))).toEqual(quiet);
    wire.interfere = async () => new Response('<html>请先登录网络</html>');
    desk.clock.now = '2026-03-02T10:00:00+08:00';
    await desk.register();
    desk.clock.now = '2026-03-02T10:05:00+08:00';
    await desk.register();
    expect(must(await sync.exchange({}, clerk))).toEqual({
      ...quiet,
      ...{ connection: 'offline', reason: 'not-a-bureau', waiting: 2 },
      ...{ oldestWaitingAt: '2026-03-02T10:00:00+08:00', nextTryAt: '2026-03-02T10:05:04+08:00' },
    });
    wire.interfere = async () => null;
    expect(must(await sync.exchange({}, clerk))).toMatchObject({ connection: 'connected', waiting: 0 });
  });

  it('DOMAIN 10.2 counts accusations that wait only for who may see them', async () => {
    const { desk, wire, sync } = await enrolledDesk();
    wire.interfere = () => Promise.reject(new TypeError('fetch failed'));
    await desk.register({ purpose: 'ACCUSE' });
    await desk.register();
    const waiting = async (who: typeof clerk) => must(await sync.state({}, who)).waiting;
    expect([await waiting(clerk), await waiting(otherClerk), await waiting(leader)]).toEqual([2, 1, 2]);
    const texts = must(await sync.outbox({ show: 'waiting', limit: 10 }, otherClerk)).map(({ seq }) => seq);
    expect(texts).toEqual([3]);
  });
});

describe('enrolment from the page', () => {
  it.each(['bureau.test', 'ftp://bureau.test', 'http://user:pass@bureau.test', 'http://'])(
    '%j is no address, and nobody is asked',
    async (url) => {
      const { wire, sync } = await newDesk();
      const input = { ...(await enrolInput(bureau, randomUUID())), url };
      expect(await sync.enrol(input, administrator)).toEqual(refused('bad-address', 'url'));
      expect(wire.sent).toEqual([]);
    },
  );

  it('EN3 a training desk is never enrolled', async () => {
    const desk = openWorkplace({ training: true });
    ends.push(() => desk.close());
    const input = await enrolInput(bureau, randomUUID());
    expect(await desk.sync.handlers.enrol(input, administrator)).toEqual(refused('training-desk'));
  });

  it('EN1 a wrong code and a login page leave nothing behind; the right one works once and is remembered', async () => {
    const { wire, sync } = await newDesk();
    const input = await enrolInput(bureau, randomUUID());
    const wrong = { ...input, code: `2222-2222-${input.code.slice(-4)}` };
    expect(await sync.enrol(wrong, administrator)).toEqual(refused('wrong-code', 'code'));
    wire.interfere = async () => new Response('<html>请先登录网络</html>');
    expect(await sync.enrol(input, administrator)).toEqual(refused('not-a-bureau'));
    expect(must(await sync.state({}, administrator)).connection).toBe('not-enrolled');
    wire.interfere = async () => null;
    expect(must(await sync.enrol(input, administrator))).toMatchObject({ enrolled: true });
    // The page asks again, its answer was lost; somebody else tries to enrol it elsewhere.
    expect(must(await sync.enrol(input, administrator))).toMatchObject({ enrolled: true });
    const again = await enrolInput(bureau, randomUUID());
    expect(await sync.enrol(again, administrator)).toEqual(refused('already-enrolled'));
  });

  it('EN2 an answer lost after the bureau has enrolled the desk: the same code works again', async () => {
    const { wire, sync } = await newDesk();
    const input = await enrolInput(bureau, randomUUID());
    wire.interfere = async (request) => {
      await bureau.answer(request);
      throw new TypeError('fetch failed');
    };
    expect(await sync.enrol(input, administrator)).toEqual(refused('not-reached'));
    wire.interfere = async () => null;
    expect(must(await sync.enrol(input, administrator))).toMatchObject({ enrolled: true });
  });
});

describe('what the bureau did not take', () => {
  it('JD9 PU4 asks for a person until one has dealt with it, and stays readable', async () => {
    const { desk, sync } = await enrolledDesk();
    const caseId = await desk.register();
    must(await sync.exchange({}, clerk));
    await bureau.assign(caseId, DIAOFANG, 'as-1');
    const step = {
      commandId: randomUUID(),
      caseId,
      acceptedOn: '2026-03-02',
      legalRoute: 6,
      department: '办公室',
    };
    await desk.must(clerk, 'handling', 'accept', step);
    expect(must(await sync.exchange({}, clerk))).toMatchObject({
      connection: 'connected',
      waiting: 0,
      attention: 1,
    });
    const [item] = must(await sync.outbox({ show: 'attention', limit: 10 }, clerk));
    expect(item).toMatchObject({ type: 'petition-accepted', caseId, state: 'held', reason: 'custody' });
    const settling = { commandId: randomUUID(), eventId: item?.eventId ?? '', note: '已电话说明' };
    expect(await sync.settle({ ...settling, eventId: 'event-none' }, clerk)).toEqual(refused('unknown-item'));
    must(await sync.settle(settling, clerk));
    must(await sync.settle(settling, clerk));
    expect(await sync.settle({ ...settling, commandId: randomUUID() }, leader)).toEqual(
      refused('unknown-item'),
    );
    expect(must(await sync.state({}, clerk)).attention).toBe(0);
    expect(must(await sync.outbox({ show: 'attention', limit: 10 }, clerk))).toMatchObject([
      { eventId: item?.eventId, settledBy: clerk.name },
    ]);
  });
});
