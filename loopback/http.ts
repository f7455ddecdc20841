import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from '../desk/open.ts';
import { type Pages, pageHeaders, servePage } from '../desk/pages.ts';
import { BODY_LIMIT, bearerKey, type Place, type Route, refuseConnection, refuseRequest } from './checks.ts';
import type { Entry } from './entry.ts';
import { ENTERED_SCRIPT, enteredPage, REFUSED_PAGE } from './opener.ts';
import type { Streams } from './streams.ts';

/** What the server needs; it decides nothing about petitions, sessions or roles. */
export interface Loopback {
  desk: Pick<Desk, 'call'>;
  pages: Pages;
  entry: Entry;
  streams: Streams;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * Serves a desk to the browser of this computer. Both loopback addresses are taken on one port, so that no other
 * program of this computer can answer under the desk's name. `port` 0 = any free one.
 */
export async function serveDesk(
  loopback: Loopback,
  port: number,
  limits: Limits = LIMITS,
): Promise<Place & { close(): Promise<void> }> {
  const name = `desk-${randomBytes(4).toString('hex')}.localhost`;
  const place: Place = { host: '', origin: '' };
  const answer = listener(loopback, place);
  const make = () =>
    limited(
      createServer(
        { connectionsCheckingInterval: 2000 },
        (request, response) => void answer(request, response),
      ),
      limits,
    );
  const servers = await listenBoth(make, port);
  place.host = `${name}:${(servers[0].address() as AddressInfo).port}`;
  place.origin = `http://${place.host}`;
  return {
    ...place,
    close: async () => {
      loopback.streams.close();
      await Promise.all(servers.map((server) => closeServer(server)));
    },
  };
}

type Limits = Pick<Server, 'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'maxConnections'>;

/** The limits of a public server: slow and many clients cost nothing (times in ms). */
export const LIMITS: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 60_000,
  maxConnections: 50,
};

const limited = (server: Server, limits: Limits): Server => Object.assign(server, limits);

/** Listens on 127.0.0.1 and, where this computer has IPv6, on the same port of ::1. */
async function listenBoth(make: () => Server, port: number): Promise<[Server, ...Server[]]> {
  for (let tries = 0; ; tries += 1) {
    const four = await listen(make(), '127.0.0.1', port);
    const six = make();
    try {
      return [four, await listen(six, '::1', (four.address() as AddressInfo).port)];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [four];
      four.close();
      if (code !== 'EADDRINUSE' || port !== 0 || tries === 9) throw error;
    }
  }
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((done, refuse) => {
    server.once('error', refuse);
    server.listen({ host, port, exclusive: true, ipv6Only: true }, () => done(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function listener(loopback: Loopback, place: Place): Answer {
  const { entry, pages, streams, desk } = loopback;
  const routes = new Map<string, Route & { answer: Answer }>([
    ['/open', { method: 'POST', from: 'opener', keyed: false, type: FORM, answer: open }],
    ['/entered.js', { method: 'GET', from: 'page', keyed: false, answer: entered }],
    ['/enter', { method: 'POST', from: 'page', keyed: false, type: JSON_TYPE, answer: enter }],
    ['/call', { method: 'POST', from: 'page', keyed: true, type: JSON_TYPE, answer: call }],
    ['/changes', { method: 'GET', from: 'page', keyed: true, answer: changes }],
  ]);
  const file = { method: 'GET', from: 'address', keyed: false, answer: page } as const;

  return async (request, response) => {
    const refused = refuseConnection(request, place);
    if (refused) return end(response, refused);
    for (const [header, value] of Object.entries(pageHeaders())) response.setHeader(header, value);
    const path = pathOf(request);
    const route = routes.get(path) ?? (pages.has(path) ? file : undefined);
    if (!route) return end(response, request.method === 'OPTIONS' ? 403 : 404);
    const status = refuseRequest(request, route, place, (key) => entry.connectionOf(key) !== undefined);
    if (status) return end(response, status);
    try {
      await route.answer(request, response);
    } catch {
      // A client that went away, or a bug: the same word for both, and nothing of the inside in it.
      if (response.headersSent) response.destroy();
      else end(response, 500);
    }
  };

  async function open(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request);
    const ticket = body && entry.open(new URLSearchParams(body.toString('utf8')).get('code') ?? '');
    const words = ticket ? enteredPage(ticket) : REFUSED_PAGE;
    response.writeHead(ticket ? 200 : 403, { 'content-type': 'text/html; charset=utf-8' }).end(words);
  }

  function entered(_request: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(ENTERED_SCRIPT);
  }

  async function enter(request: IncomingMessage, response: ServerResponse) {
    const body = await readJson(request);
    if (!body.ok) return end(response, body.status);
    const ticket = (body.value as { ticket?: unknown } | null)?.ticket;
    const next = typeof ticket === 'string' ? entry.enter(ticket) : null;
    if (!next) return end(response, 401);
    sendJson(response, next);
  }

  async function call(request: IncomingMessage, response: ServerResponse) {
    const connection = entry.connectionOf(bearerKey(request));
    const body = await readJson(request);
    if (connection === undefined || !body.ok) return end(response, body.ok ? 401 : body.status);
    const { method, input } = (body.value ?? {}) as { method?: unknown; input?: unknown };
    if (typeof method !== 'string') return end(response, 400);
    sendJson(response, await desk.call(connection, method, input));
  }

  function changes(request: IncomingMessage, response: ServerResponse) {
    const connection = entry.connectionOf(bearerKey(request));
    if (connection === undefined) return end(response, 401);
    streams.open(connection, request, response);
  }

  async function page(request: IncomingMessage, response: ServerResponse) {
    const { status, headers, body } = await servePage(pages, pathOf(request));
    response.writeHead(status, headers).end(body);
  }
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** The path of a request as it stands; nothing is decoded, so nothing can hide in it. */
function pathOf(request: IncomingMessage): string {
  const path = request.url?.split('?')[0] ?? '';
  return path === '/' ? '/desk.html' : path;
}

function end(response: ServerResponse, status: number): void {
  // What is left of a refused body is not read; the connection ends instead.
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413 };

async function readJson(request: IncomingMessage): Promise<Body> {
  const body = await readBody(request);
  if (!body) return { ok: false, status: 413 };
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    return { ok: false, status: 400 };
  }
}

/** The body, or null as soon as it is longer than any call may be, whatever its header announced. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  // The connection must outlive an early end, to carry the refusal.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > BODY_LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
