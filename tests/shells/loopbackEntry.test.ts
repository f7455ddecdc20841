/** The addresses of the loopback desk, the way in, and the stream of changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOPICS } from '../../contract/deskContract.ts';
import { type Headers, type LoopbackServer, OWN, openServer } from './loopbackServer.ts';

let at: LoopbackServer;
beforeAll(async () => {
  at = await openServer();
});
afterAll(() => at.close());

const ask: LoopbackServer['ask'] = (...request) => at.ask(...request);
const post: LoopbackServer['post'] = (...request) => at.post(...request);

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
  const open = (code: string, headers: Headers = {}) =>
    post('/open', `code=${encodeURIComponent(code)}`, { ...FILE, ...headers });

  it('takes a code once; the second time it says so in plain words', async () => {
    const code = at.entry.newCode();
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
    const code = at.entry.newCode();
    expect((await open(code, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await open(code, { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'empty' })).status).toBe(403);
    expect((await open(code, { 'sec-fetch-dest': 'iframe' })).status).toBe(403);
    expect((await open(code)).status).toBe(200);
  });

  it('gives a key for a ticket to our own page only', async () => {
    const ticket = at.entry.open(at.entry.newCode());
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
    expect((await ask('/changes', { ...OWN, origin: at.server.origin })).status).toBe(401);
  });

  it('tells which window is gone when its page closes', async () => {
    const key = at.key();
    const before = at.streams.count();
    const stream = at.stream(key);
    while (at.streams.count() === before) await new Promise((done) => setTimeout(done, 5));
    expect(at.left).toEqual([]);
    stream.destroy();
    while (at.left.length === 0) await new Promise((done) => setTimeout(done, 5));
    expect(at.left).toEqual([at.entry.connectionOf(key)]);
  });

  it('says every topic first and then what changed, and counts its windows', async () => {
    const before = at.streams.count();
    const heard = ask('/changes', { ...OWN, origin: at.server.origin, authorization: `Bearer ${at.key()}` });
    while (at.streams.count() === before) await new Promise((done) => setTimeout(done, 5));
    at.streams.tell(['cases']);
    at.streams.close();
    const { status, headers, body } = await heard;
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/event-stream; charset=utf-8',
    });
    const events = [...body.matchAll(/data: (.+)/g)].map(([, data]) => JSON.parse(data ?? ''));
    expect(events).toEqual([[...TOPICS], ['cases']]);
  });
});
