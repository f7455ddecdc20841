import type { IncomingMessage } from 'node:http';

/** Where the desk is reached, e.g. host `desk-3f9a0c12.localhost:41235`. */
export interface Place {
  host: string;
  origin: string;
}

/**
 * Who may come to a route. `page`: our own page asks. `address`: a person or the page itself opens it.
 * `opener`: the file that the program wrote for its window, which has no origin.
 */
export type From = 'page' | 'address' | 'opener';

export interface Route {
  method: 'GET' | 'POST';
  from: From;
  /** Needs the key of a page. */
  keyed: boolean;
  /** What a POST must carry, without parameters. */
  type?: 'application/json' | 'application/x-www-form-urlencoded';
}

/** Longest request body in bytes; an attachment comes in chunks below it. */
export const BODY_LIMIT = 1024 * 1024;

/** The loopback addresses as Node prints them. */
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * The checks before anything is read or routed, in this order: the socket is this computer's own, the host is the
 * desk's. Answers the status that refuses, or null. A page of another name that was pointed at this computer
 * (DNS rebinding) ends here: it can send every header but this one.
 */
export function refuseConnection(request: IncomingMessage, place: Place): 403 | 421 | null {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) return 403;
  const hosts = request.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1 || request.headers.host !== place.host) return 421;
  // An absolute address in the request line would name a second host.
  return request.url?.startsWith('/') ? null : 421;
}

/**
 * The checks of a known route, in this order: method, where the request comes from, the key of the page, type and
 * announced length of the body. Answers the status that refuses, or null.
 */
export function refuseRequest(
  request: IncomingMessage,
  route: Route,
  place: Place,
  hasKey: (key: string) => boolean,
): 401 | 403 | 405 | 413 | 415 | null {
  if (request.method !== route.method) return request.method === 'OPTIONS' ? 403 : 405;
  if (!comesFrom(request, route.from, place)) return 403;
  if (route.keyed && !hasKey(bearerKey(request))) return 401;
  if (route.method === 'GET') return null;
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== route.type) return 415;
  return Number(request.headers['content-length'] ?? 0) > BODY_LIMIT ? 413 : null;
}

/** The key that a request carries, or an empty text. */
export function bearerKey(request: IncomingMessage): string {
  return /^Bearer ([\w-]{1,128})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function comesFrom(request: IncomingMessage, from: From, place: Place): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = request.headers;
  // A file has no origin; to the browser it is a stranger, and what makes it ours is the code in its body.
  if (from === 'opener') return origin === 'null' && mode === 'navigate' && dest === 'document';
  if (origin !== undefined && origin !== place.origin) return false;
  if (site === 'same-origin') return from === 'address' || mode !== 'navigate';
  return from === 'address' && site === 'none' && mode === 'navigate' && dest === 'document';
}
