/** What the loopback desk answers to clients that are not its own page, byte by byte. */
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY_LIMIT } from '../../loopback/checks.ts';
import { type Headers, type LoopbackServer, OWN, openServer, TYPED } from './loopbackServer.ts';
import { rawRequest } from './rawRequest.ts';

let at: LoopbackServer;
beforeAll(async () => {
  at = await openServer();
});
afterAll(() => at.close());

const ask: LoopbackServer['ask'] = (...request) => at.ask(...request);
const post: LoopbackServer['post'] = (...request) => at.post(...request);
const call = (headers: Headers = {}, body = '{"method":"test.echo","input":1}') =>
  post('/call', body, { authorization: `Bearer ${at.key()}`, ...headers });

describe('who reaches the desk', () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);

  it.skipIf(others.length === 0)(
    'nobody by another address of this computer (skipped where it has none)',
    async () => {
      for (const address of others)
        await expect(rawRequest({ port: at.port, address })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
  );

  it('a person who opens the address: the page, with the policy in its header', async () => {
    const answer = await ask('/desk.html');
    expect(answer).toMatchObject({ status: 200, body: '<!doctype html><title>desk</title>' });
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it('our own page with its key: the desk answers', async () => {
    const answer = await call();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { connection: expect.stringMatching(/^page-/), method: 'test.echo', input: 1 },
    });
  });
});

describe('the name of the desk', () => {
  const wrong = (): [string, string][] => [
    ['the address', `127.0.0.1:${at.port}`],
    ['localhost', `localhost:${at.port}`],
    ['IPv6', `[::1]:${at.port}`],
    ['no port', at.server.host.split(':')[0] ?? ''],
    ['another port', `${at.server.host.split(':')[0]}:1`],
    ['a dot at the end', at.server.host.replace(':', '.:')],
    ['capitals', at.server.host.toUpperCase()],
    ['another name', `evil.example:${at.port}`],
    ['a name below ours', `x.${at.server.host}`],
    ['a name that begins like ours', `${at.server.host}.evil.example`],
    ['two in one', `${at.server.host}, evil.example`],
    ['credentials', `user@${at.server.host}`],
    ['nothing', ''],
  ];

  it('must be its own exactly: a page of another name pointed at this computer ends before anything is read', async () => {
    const before = at.calls.length;
    for (const [what, host] of wrong()) {
      expect({ what, ...(await call({ host })) }).toMatchObject({ what, status: 421, body: '' });
      expect({ what, ...(await ask('/desk.html', { ...TYPED, host })) }).toMatchObject({ what, status: 421 });
    }
    expect(at.calls.length).toBe(before);
  });

  it('must be there once', async () => {
    expect((await ask('/desk.html', { ...TYPED, host: null })).status).toBe(400);
    const twice: [string, string][] = [
      ['host', at.server.host],
      ['host', 'evil.example'],
      ...Object.entries(TYPED),
    ];
    expect([400, 421]).toContain(
      (await rawRequest({ port: at.port, path: '/desk.html', headers: twice })).status,
    );
  });

  it('is not taken from the request line', async () => {
    expect((await ask(`http://evil.example/desk.html`)).status).toBe(421);
    expect((await ask(`${at.server.origin}/desk.html`)).status).toBe(421);
    expect((await ask('*', TYPED, { method: 'OPTIONS' })).status).toBe(421);
  });
});

describe('a call', () => {
  it.each([
    ['of a foreign page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['of a foreign page that claims our origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of another port of our name', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }, 403],
    ['of a file', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    [
      'of no browser',
      { origin: null, 'sec-fetch-site': null, 'sec-fetch-mode': null, 'sec-fetch-dest': null },
      403,
    ],
    ['by a form of our own page', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 403],
    ['without a key', { authorization: null }, 401],
    ['with a guessed key', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
    ['with a key in another scheme', { authorization: 'Basic QTpC' }, 401],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text, which needs no preflight', { 'content-type': 'text/plain' }, 415],
    ['without a type', { 'content-type': null }, 415],
  ] as [string, Headers, number][])('%s is refused (%#)', async (_what, headers, status) => {
    const before = at.calls.length;
    expect(await call(headers)).toMatchObject({ status, body: '' });
    expect(at.calls.length).toBe(before);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE'])('is no %s', async (method) => {
    const answer = await ask(
      '/call',
      { ...OWN, origin: at.server.origin, authorization: `Bearer ${at.key()}` },
      { method },
    );
    expect(answer.status).toBe(405);
  });

  it('is not promised to any other origin: OPTIONS is refused without a word about who may', async () => {
    for (const path of ['/call', '/enter', '/changes', '/desk.html', '/nothing']) {
      const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      const answer = await ask(path, preflight, { method: 'OPTIONS' });
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each(['', '{', '[1', 'null', '7', '"text"', '{"input":1}', '{"method":7}', '{"method":["a"]}'])(
    'that is no call is refused: %s',
    async (body) => {
      expect(await call({}, body)).toMatchObject({ status: 400, body: '' });
    },
  );

  it('in bytes that are no UTF-8 is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"method":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect((await post('/call', bytes, { authorization: `Bearer ${at.key()}` })).status).toBe(400);
  });

  it('that meets a bug says nothing of the inside', async () => {
    expect(await call({}, '{"method":"test.bug"}')).toMatchObject({ status: 500, body: '' });
  });
});

describe('too much and too slow', () => {
  it('a body announced longer than the limit is refused unread', async () => {
    expect((await call({ 'content-length': String(BODY_LIMIT + 1) }, '')).status).toBe(413);
  });

  it('a body that grows beyond the limit without announcing it is refused', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const headers = { 'content-length': null, 'transfer-encoding': 'chunked' };
    const length = Math.ceil(BODY_LIMIT / 0x10000) + 1;
    expect((await call(headers, chunk.repeat(length))).status).toBe(413);
  });

  it('a body of just the limit passes', async () => {
    const start = '{"method":"test.echo","input":"';
    const body = `${start}${'a'.repeat(BODY_LIMIT - start.length - 2)}"}`;
    expect((await call({}, body)).status).toBe(200);
  });

  it('a body that does not come is given up', async () => {
    const headers = {
      ...OWN,
      origin: at.server.origin,
      'content-type': 'application/json',
      'content-length': '100',
    };
    const answer = await ask(
      '/call',
      { ...headers, authorization: `Bearer ${at.key()}` },
      { method: 'POST', body: '{"meth', hang: true },
    );
    // 408, or the bare end of the connection.
    expect([0, 408]).toContain(answer.status);
  });

  it('a head that does not end is given up', async () => {
    const answer = await rawRequest({
      port: at.port,
      headers: [['host', at.server.host]],
      headless: true,
      hang: true,
    });
    expect([0, 400, 408]).toContain(answer.status);
  });

  it('a head beyond any measure is refused', async () => {
    expect((await ask('/desk.html', { ...TYPED, 'x-long': 'a'.repeat(100_000) })).status).toBe(431);
  });
});
