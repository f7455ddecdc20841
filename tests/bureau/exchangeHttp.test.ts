/** The exchange's four calls over HTTP, with what a network brings besides desks. */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../bureau/database.ts';
import { event } from '../../bureau/schema.ts';
import { buildServer } from '../../bureau/server.ts';
import type { BureauStore } from '../../sync/bureauStore.ts';
import { taggedHash, toB64 } from '../../sync/bytes.ts';
import { openAnswer, packRequest, type WireRequest } from '../../sync/envelope.ts';
import { makeKeyPair, signHash, streamIdOf } from '../../sync/keys.ts';
import { MAX_BYTES, MAX_EVENTS } from '../../sync/protocol.ts';
import { createExchange } from '../../sync/serve.ts';
import { type MadeUpDesk, NINGXIN, note, registered } from './madeUpDesk.ts';
import { openMemory } from './memory.ts';
import { type FreshBureau, freshBureau, NOW } from './stores.ts';

// Made-up people; the towns are real, nothing else is.
let lite: PGlite;
let at: FreshBureau;
let desk: MadeUpDesk;
let app: FastifyInstance;
const bugs: unknown[] = [];

/** What the store does before each piece of work: nothing, or what a test wants. */
const weather: { before: () => Promise<void> } = { before: async () => {} };

beforeAll(async () => {
  lite = await openMemory();
  at = await freshBureau(drizzle(lite) as unknown as Database);
  desk = await at.desk(NINGXIN);
  const store: BureauStore = {
    reader: at.store.reader,
    async write(work) {
      await weather.before();
      return at.store.write(work);
    },
  };
  const now = () => new Date(NOW);
  const exchange = createExchange({ bureau: at.bureau, store, now, mostInFlight: 2 });
  const cost = { memory: 64, passes: 1, lanes: 1 };
  const report = (bug: unknown) => `incident-${bugs.push(bug)}`;
  const office = { orm: at.orm, bureau: at.bureau, version: '0.1.0', cost, now, report };
  app = await buildServer({ office, exchange });
});
afterAll(async () => {
  await app?.close();
  await lite?.close();
});

const helloBody = (change = {}) => ({
  ...{ proto: 1, app: '0.1.0', stream: desk.stream, head: [0, '0'.repeat(64)] },
  ...{ waiting: 0, calendar: 'c1', now: NOW, ...change },
});
const packed = (path: string, json: unknown) => packRequest(path, json, desk.stream, desk.keys, NOW);
const hello = () => packed('/v1/hello', helloBody());

/** One request as it comes off the wire. */
async function post({ path, headers, body }: WireRequest) {
  const answer = await app.inject({ method: 'POST', url: path, headers, payload: body });
  const bytes = answer.rawPayload;
  const wire = {
    status: answer.statusCode,
    headers: { 'x-fq-sig': answer.headers['x-fq-sig'] as string },
    body: bytes,
  };
  const nonce = headers['x-fq-nonce'] ?? '';
  return {
    status: answer.statusCode,
    bytes: bytes.length,
    retryAfter: answer.headers['retry-after'],
    cache: answer.headers['cache-control'],
    /** What the bureau signed for this very request; null when it signed nothing. */
    said: openAnswer(wire, nonce, at.bureau.keys.publicKey),
  };
}
const stored = () => at.orm.$count(event);

describe('what is no request of an enrolled desk', () => {
  it('EV1 an answer to a signed request is signed for it, and no proxy may keep it', async () => {
    expect(await post(hello())).toMatchObject({
      ...{ status: 200, cache: 'no-store' },
      said: { ok: true, value: { head: [0, '0'.repeat(64)], now: NOW } },
    });
  });

  it.each<[string, number, () => WireRequest]>([
    [
      'the signature of another request',
      401,
      () => ({ ...hello(), headers: { ...hello().headers, 'x-fq-sig': hello().headers['x-fq-sig'] ?? '' } }),
    ],
    [
      'a body that was changed on the way',
      401,
      () => ({ ...hello(), body: gzipSync(JSON.stringify(helloBody({ waiting: 7 }))) }),
    ],
    ['no signature', 401, () => packRequest('/v1/hello', helloBody(), desk.stream, null, NOW)],
    ['the signature of another call', 401, () => ({ ...packed('/v1/push', helloBody()), path: '/v1/hello' })],
    [
      'a body that speaks of another stream',
      401,
      () => packed('/v1/hello', helloBody({ stream: 's-other' })),
    ],
    [
      'a nonce that is none',
      400,
      () => ({ ...hello(), headers: { ...hello().headers, 'x-fq-nonce': 'a b' } }),
    ],
    ['no nonce', 400, () => ({ ...hello(), headers: {} })],
    ['a signed body of another shape', 400, () => packed('/v1/hello', { proto: 'one' })],
    ['signed noise', 400, () => signedBytes('/v1/hello', randomBytes(300))],
    ['an enrolment that is none', 400, () => packRequest('/v1/enrol', { code: 7 }, 's-x', null, NOW)],
  ])('EV1 %s gets no answer of the protocol (%i), and nothing is written', async (_name, status, request) => {
    const before = await stored();
    expect(await post(request())).toMatchObject({ status, bytes: 0, said: null });
    expect(await stored()).toBe(before);
    expect(bugs).toEqual([]);
  });

  it('EV1 a stream that nobody enrolled is told so, signed by the bureau', async () => {
    const keys = makeKeyPair();
    const stream = streamIdOf(keys.publicKey);
    const request = packRequest('/v1/hello', helloBody({ stream }), stream, keys, NOW);
    expect(await post(request)).toMatchObject({
      ...{ status: 409, said: { ok: false, refusal: { code: 'UNKNOWN_STREAM' } } },
    });
  });

  it('EV3 a request that was answered is refused when it comes again, and does nothing twice', async () => {
    const request = packed('/v1/push', {
      stream: desk.stream,
      events: [desk.sign(registered(NINGXIN), 'case-1')],
    });
    expect(await post(request)).toMatchObject({ status: 200, said: { ok: true } });
    const before = await stored();
    expect(await post(request)).toMatchObject({ status: 409, said: null });
    expect(await stored()).toBe(before);
  });

  it.each([
    ['GET', '/v1/hello', 404],
    ['POST', '/v1/none', 404],
    ['PUT', '/v1/push', 404],
  ] as const)('%s %s is not there', async (method, url, status) => {
    const answer = await app.inject({ method, url });
    expect([answer.statusCode, answer.body]).toEqual([status, '']);
  });
});

/** A request whose body is these very bytes, signed. */
function signedBytes(path: string, bytes: Buffer): WireRequest {
  const request = packed(path, {});
  const header = { ...request.headers };
  const hash = taggedHash('rq1', `${path}\n${desk.stream}\n${header['x-fq-nonce']}\n${NOW}\n`, bytes);
  header['x-fq-sig'] = toB64(signHash(desk.keys.privateKey, hash));
  return { path, headers: header, body: bytes };
}

describe('PU5 how much a request may carry', () => {
  const tooBig = { status: 413, said: { ok: false, refusal: { code: 'TOO_BIG' } } };

  it('PU5 a body of more than 1 MiB is answered TOO_BIG unread', async () => {
    expect(await post(signedBytes('/v1/push', randomBytes(MAX_BYTES + 1)))).toMatchObject(tooBig);
  });

  it('PU5 a push that expands beyond its bound is TOO_BIG; a hello of that kind is no request', async () => {
    const bomb = gzipSync(Buffer.alloc(17 * MAX_BYTES, 32));
    expect(bomb.length).toBeLessThan(MAX_BYTES);
    expect(await post(signedBytes('/v1/push', bomb))).toMatchObject(tooBig);
    expect(await post(signedBytes('/v1/hello', bomb))).toMatchObject({ status: 400, said: null });
  });

  it('PU5 more events than a request may have are TOO_BIG, and none of them is stored', async () => {
    const before = await stored();
    const one = { f: 'AAAA', h: 'A'.repeat(43), s: 'A'.repeat(86) };
    const events = Array.from({ length: MAX_EVENTS + 1 }, () => one);
    expect(await post(packed('/v1/push', { stream: desk.stream, events }))).toMatchObject(tooBig);
    expect(await stored()).toBe(before);
  });
});

describe('PU5 a bureau that has too much to do', () => {
  it('PU5 answers BUSY with a time to those beyond its number, before it reads or remembers anything of them', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let arrived = 0;
    const both = new Promise<void>((done) => {
      weather.before = async () => {
        arrived += 1;
        if (arrived === 2) done();
        await held;
      };
    });
    const working = [post(hello()), post(hello())];
    await both;
    const late = hello();
    const answer = await post(late);
    expect(answer).toMatchObject({ status: 429, said: { ok: false, refusal: { code: 'BUSY' } } });
    const { retryAfter } = (answer.said as { refusal: { retryAfter: number } }).refusal;
    expect(answer.retryAfter).toBe(String(retryAfter));
    expect(retryAfter).toBeGreaterThanOrEqual(3);
    expect(retryAfter).toBeLessThan(15);
    weather.before = async () => {};
    release();
    expect(await Promise.all(working)).toMatchObject([{ status: 200 }, { status: 200 }]);
    // The very request that was sent away is answered now: its nonce was not used up.
    expect(await post(late)).toMatchObject({ status: 200, said: { ok: true } });
  });

  it.each([
    ['is recovering', Object.assign(new Error('starting up'), { code: '57P03' })],
    ['is not there', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['ended in the middle', new Error('Connection terminated unexpectedly')],
  ])('PU5 answers BUSY while its database %s, and reports no bug', async (_name, thrown) => {
    weather.before = () => Promise.reject(thrown);
    const events = [desk.sign(note('稍后'), 'case-1')];
    const answer = await post(packed('/v1/push', { stream: desk.stream, events }));
    weather.before = async () => {};
    expect(answer).toMatchObject({ status: 503, said: { ok: false, refusal: { code: 'BUSY' } } });
    expect(answer.retryAfter).toMatch(/^\d+$/);
    expect(bugs).toEqual([]);
    expect(await post(packed('/v1/push', { stream: desk.stream, events }))).toMatchObject({
      said: { ok: true },
    });
  });

  it('a bug is reported and answered without a word of the protocol', async () => {
    weather.before = () => Promise.reject(new Error('a bug'));
    expect(await post(hello())).toMatchObject({ status: 500, bytes: 0, said: null });
    weather.before = async () => {};
    expect(bugs.splice(0)).toHaveLength(1);
  });
});
