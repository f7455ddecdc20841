import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type ClientRequest, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPages } from '../../desk/pages.ts';
import { ok } from '../../domain/result.ts';
import { createEntry } from '../../loopback/entry.ts';
import { LIMITS, serveDesk } from '../../loopback/http.ts';
import { createPresence } from '../../loopback/presence.ts';
import { createStreams } from '../../loopback/streams.ts';
import { type RawRequest, rawRequest } from './rawRequest.ts';

/** What a browser says of a request that our own page makes, and of an address that a person typed. */
export const OWN = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
export const TYPED = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

/** Headers of a request; `null` leaves one out that would be there. */
export type Headers = Record<string, string | null>;
export type LoopbackServer = Awaited<ReturnType<typeof openServer>>;

/** Pages with something beside them that nobody may reach. */
function makePages(folder: string): string {
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside the pages');
  writeFileSync(join(pages, 'desk.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(pages, 'assets', 'desk.js'), 'export {}');
  symlinkSync(join(folder, 'secret.txt'), join(pages, 'assets', 'link.txt'));
  return pages;
}

/** The real server of the loopback desk on a free port, impatient, and clients that talk to it byte by byte. */
export async function openServer() {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  const entry = createEntry(() => performance.now());
  const left: string[] = [];
  const presence = createPresence((connection) => left.push(connection), 50);
  const streams = createStreams(() => {}, presence);
  const calls: string[] = [];
  // The desk's end of the wire: it says what arrived.
  const echo = async (connection: string, method: string, input: unknown) => {
    calls.push(method);
    if (method === 'test.bug') throw new Error('the inside of the program');
    return ok({ connection, method, input });
  };
  const limits = { ...LIMITS, headersTimeout: 500, requestTimeout: 1000 };
  const pages = findPages(makePages(folder));
  const server = await serveDesk({ desk: { call: echo }, pages, entry, streams }, 0, limits);
  const port = Number(server.host.split(':')[1]);

  /** A request with the desk's own Host and the given headers. */
  const ask = (path: string, headers: Headers = TYPED, more: Partial<RawRequest> = {}) => {
    const all: [string, string | null][] = Object.entries({ host: server.host, ...headers });
    const given = all.filter((pair): pair is [string, string] => pair[1] !== null);
    return rawRequest({ port, path, headers: given, ...more });
  };
  /** A POST as our own page makes it, with what the test changes. */
  const post = (path: string, body: string | Buffer, headers: Headers = {}) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const own = { ...OWN, origin: server.origin, 'content-type': 'application/json', ...length };
    return ask(path, { ...own, ...headers }, { method: 'POST', body });
  };
  /** The key of a window that came in properly. */
  const key = (): string => {
    const load = entry.enter(entry.open(entry.newCode()) ?? '');
    if (!load) throw new Error('a fresh code opens');
    return load.key;
  };
  /** The stream of a page that is open until somebody destroys it. */
  const stream = (known: string): ClientRequest => {
    const own = { ...OWN, host: server.host, origin: server.origin, authorization: `Bearer ${known}` };
    return get({ host: '127.0.0.1', port, path: '/changes', headers: own }).on('error', () => {});
  };
  return {
    ...{ stream, server, port, entry, streams, left, calls, ask, post, key },
    async close() {
      await server.close();
      presence.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
