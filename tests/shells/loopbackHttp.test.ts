/** What the loopback desk answers to clients that are not its own page, byte by byte. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOPICS } from '../../contract/deskContract.ts';
import { findPages } from '../../desk/pages.ts';
import { ok } from '../../domain/result.ts';
import { BODY_LIMIT } from '../../loopback/checks.ts';
import { createEntry, type Entry } from '../../loopback/entry.ts';
import { LIMITS, serveDesk } from '../../loopback/http.ts';
import { createStreams, type Streams } from '../../loopback/streams.ts';
import { type RawRequest, rawRequest } from './rawRequest.ts';

const SECRET = 'outside the pages';
let folder: string;
let entry: Entry;
let streams: Streams;
let server: Awaited<ReturnType<typeof serveDesk>>;
let port: number;
/** What came through to the desk. */
const calls: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(pages, 'desk.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(pages, 'assets', 'desk.js'), 'export {}');
  symlinkSync(join(folder, 'secret.txt'), join(pages, 'assets', 'link.txt'));
  entry = createEntry(() => performance.now());
  streams = createStreams(() => {});
  // The desk's end of the wire: it says what arrived.
  const call = async (connection: string, method: string, input: unknown) => {
    calls.push(method);
    if (method === 'test.bug') throw new Error('the inside of the program');
    return ok({ connection, method, input });
  };
  const limits = { ...LIMITS, headersTimeout: 500, requestTimeout: 1000 };
  server = await serveDesk({ desk: { call }, pages: findPages(pages), entry, streams }, 0, limits);
  port = Number(server.host.split(':')[1]);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const OWN = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const TYPED = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

/** A request with the desk's own Host and the given headers; `null` leaves one out. */
function ask(path: string, headers: Record<string, string | null> = TYPED, more: Partial<RawRequest> = {}) {
  const all: [string, string | null][] = Object.entries({ host: server.host, ...headers });
  const given = all.filter((pair): pair is [string, string] => pair[1] !== null);
  return rawRequest({ port, path, headers: given, ...more });
}

/** The key of a window that came in properly. */
function key(): string {
  const load = entry.enter(entry.open(entry.newCode()) ?? '');
  if (!load) throw new Error('a fresh code opens');
  return load.key;
}

/** A call as our own page makes it, with what the test changes. */
function post(path: string, body: string | Buffer, headers: Record<string, string | null> = {}) {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const own = { ...OWN, origin: server.origin, 'content-type': 'application/json', ...length };
  return ask(path, { ...own, ...headers }, { method: 'POST', body });
}
const call = (headers: Record<string, string | null> = {}, body = '{"method":"test.echo","input":1}') =>
  post('/call', body, { authorization: `Bearer ${key()}`, ...headers });

describe('who reaches the desk', () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);

  it.skipIf(others.length === 0)(
    'nobody by another address of this computer (skipped where it has none)',
    async () => {
      for (const address of others)
        await expect(rawRequest({ port, address })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
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
    ['the address', `127.0.0.1:${port}`],
    ['localhost', `localhost:${port}`],
    ['IPv6', `[::1]:${port}`],
    ['no port', server.host.split(':')[0] ?? ''],
    ['another port', `${server.host.split(':')[0]}:1`],
    ['a dot at the end', server.host.replace(':', '.:')],
    ['capitals', server.host.toUpperCase()],
    ['another name', `evil.example:${port}`],
    ['a name below ours', `x.${server.host}`],
    ['a name that begins like ours', `${server.host}.evil.example`],
    ['two in one', `${server.host}, evil.example`],
    ['credentials', `user@${server.host}`],
    ['nothing', ''],
  ];

  it('must be its own exactly: a page of another name pointed at this computer ends before anything is read', async () => {
    const before = calls.length;
    for (const [what, host] of wrong()) {
      expect({ what, ...(await call({ host })) }).toMatchObject({ what, status: 421, body: '' });
      expect({ what, ...(await ask('/desk.html', { ...TYPED, host })) }).toMatchObject({ what, status: 421 });
    }
    expect(calls.length).toBe(before);
  });

  it('must be there once', async () => {
    expect((await ask('/desk.html', { ...TYPED, host: null })).status).toBe(400);
    const twice: [string, string][] = [
      ['host', server.host],
      ['host', 'evil.example'],
      ...Object.entries(TYPED),
    ];
    expect([400, 421]).toContain((await rawRequest({ port, path: '/desk.html', headers: twice })).status);
  });

  it('is not taken from the request line', async () => {
    expect((await ask(`http://evil.example/desk.html`)).status).toBe(421);
    expect((await ask(`${server.origin}/desk.html`)).status).toBe(421);
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
  ] as [string, Record<string, string | null>, number][])(
    '%s is refused (%#)',
    async (_what, headers, status) => {
      const before = calls.length;
      expect(await call(headers)).toMatchObject({ status, body: '' });
      expect(calls.length).toBe(before);
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE'])('is no %s', async (method) => {
    const answer = await ask(
      '/call',
      { ...OWN, origin: server.origin, authorization: `Bearer ${key()}` },
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
    expect((await post('/call', bytes, { authorization: `Bearer ${key()}` })).status).toBe(400);
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
      origin: server.origin,
      'content-type': 'application/json',
      'content-length': '100',
    };
    const answer = await ask(
      '/call',
      { ...headers, authorization: `Bearer ${key()}` },
      { method: 'POST', body: '{"meth', hang: true },
    );
    // 408, or the bare end of the connection.
    expect([0, 408]).toContain(answer.status);
  });

  it('a head that does not end is given up', async () => {
    const answer = await rawRequest({ port, headers: [['host', server.host]], headless: true, hang: true });
    expect([0, 400, 408]).toContain(answer.status);
  });

  it('a head beyond any measure is refused', async () => {
    expect((await ask('/desk.html', { ...TYPED, 'x-long': 'a'.repeat(100_000) })).status).toBe(431);
  });
});

describe('addresses', () => {
  it.each([
    '/../secret.txt',
    '/../../etc/passwd',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..\\..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '//evil.example/secret.txt',
    '/./secret.txt',
    '/assets/link.txt',
    '/assets/',
    '/assets',
    '/C:/Windows/win.ini',
    '/\\\\server\\share',
    '/file:///etc/passwd',
    '/desk.html%00.js',
    '/desk.html/',
    '/desk.html/..',
    '/DESK.HTML',
    '/desk.html;a=1',
    '/%64esk.html',
    '/assets/%2e/desk.js',
    '/.git/config',
    '/package.json',
    '/desk.db',
    '/entered.js/../secret.txt',
    '/__proto__',
    '/constructor',
  ])('%s leads nowhere', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: '' });
  });

  it.each(['/desk\u0000.html', '/desk .html', 'desk.html'])('%j is no address at all', async (path) => {
    expect([400, 404, 421]).toContain((await ask(path)).status);
  });

  it('carry a query that changes nothing', async () => {
    expect((await ask('/desk.html?../secret.txt')).body).toContain('<title>desk</title>');
  });

  it('are not for frames, images or scripts of other pages', async () => {
    for (const dest of ['iframe', 'image', 'script', 'embed']) {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': dest };
      expect({ dest, ...(await ask('/desk.html', headers)) }).toMatchObject({ dest, status: 403, body: '' });
    }
  });
});

describe('the way in', () => {
  const FILE = {
    origin: 'null',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const open = (code: string, headers: Record<string, string | null> = {}) =>
    post('/open', `code=${encodeURIComponent(code)}`, { ...FILE, ...headers });

  it('takes a code once; the second time it says so in plain words', async () => {
    const code = entry.newCode();
    const first = await open(code);
    expect(first.status).toBe(200);
    expect(first.body).toContain('name="desk-ticket"');
    const second = await open(code);
    expect(second).toMatchObject({ status: 403 });
    expect(second.body).toContain('这个入口已经失效');
    expect(second.body).not.toContain('desk-ticket');
  });

  it.each(['', 'guess', "'><script>"])('takes no other code: %j', async (code) => {
    const answer = await open(code);
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain(code || 'desk-ticket');
  });

  it('is closed to foreign pages, even with a right code', async () => {
    const code = entry.newCode();
    expect((await open(code, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await open(code, { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'empty' })).status).toBe(403);
    expect((await open(code, { 'sec-fetch-dest': 'iframe' })).status).toBe(403);
    expect((await open(code)).status).toBe(200);
  });

  it('gives a key for a ticket to our own page only', async () => {
    const ticket = entry.open(entry.newCode());
    const body = JSON.stringify({ ticket });
    expect((await post('/enter', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const answer = await post('/enter', body);
    expect(JSON.parse(answer.body)).toEqual({ ticket: expect.any(String), key: expect.any(String) });
  });

  it.each(['{}', 'null', '{"ticket":7}', '{"ticket":"guess"}'])('gives no key for %s', async (body) => {
    expect(await post('/enter', body)).toMatchObject({ status: 401, body: '' });
  });
});

describe('the stream of changes', () => {
  it('needs a key', async () => {
    expect((await ask('/changes', { ...OWN, origin: server.origin })).status).toBe(401);
  });

  it('says every topic first and then what changed, and counts its windows', async () => {
    const before = streams.count();
    const heard = ask('/changes', { ...OWN, origin: server.origin, authorization: `Bearer ${key()}` });
    while (streams.count() === before) await new Promise((done) => setTimeout(done, 5));
    streams.tell(['cases']);
    streams.close();
    const { status, headers, body } = await heard;
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/event-stream; charset=utf-8',
    });
    const events = [...body.matchAll(/data: (.+)/g)].map(([, data]) => JSON.parse(data ?? ''));
    expect(events).toEqual([[...TOPICS], ['cases']]);
  });
});
