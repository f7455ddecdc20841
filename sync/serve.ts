import type { z } from 'zod';
import { acceptPush } from './accept.ts';
import type { Bureau, BureauStore } from './bureauStore.ts';
import { enrolDesk } from './enrolDesk.ts';
import {
  expand,
  H_NONCE,
  H_STREAM,
  packAnswer,
  requestIsSigned,
  type WireAnswer,
  type WireRequest,
} from './envelope.ts';
import { servePages } from './feedPages.ts';
import { greet } from './greet.ts';
import { createNonces } from './nonces.ts';
import { Enrol, Hello, MAX_EVENTS, Pull, Push } from './protocol.ts';
import { type Reply, refused } from './reply.ts';

/** The bureau's side of the exchange, without the HTTP that carries it. */
export interface Exchange {
  /** Answers a request of a desk; an answer without a signature means that there is none in the protocol (EV1). */
  answer(request: WireRequest): Promise<WireAnswer>;
  /** The signed answer to a request that was not even read: its body is too big (PU5). */
  tooBig(nonce: string): WireAnswer;
  /** The signed answer of a bureau that cannot work at the moment: whoever asked comes back later, and asks the same. */
  busy(nonce: string, status: 429 | 503): WireAnswer;
}

export interface ExchangeParts {
  bureau: Bureau;
  store: BureauStore;
  now(): Date;
  /** Requests worked on at once; those beyond it are told to come back (PU5). */
  mostInFlight: number;
}

/** A call of the exchange: how its body reads, and what is done. */
interface Call {
  body: z.ZodType<object>;
  handle(body: never, now: string): Promise<Reply<unknown, unknown>>;
}

const NONCE = /^[\w-]{8,64}$/;

/** Seconds after which a desk that was sent away may come back; spread, so that they do not all come at once (FS34). */
const RETRY_AFTER = { least: 3, spread: 12 };

/** Ties the four calls to a store. Each server process has its own memory of nonces. */
export function createExchange({ bureau, store, now, mostInFlight }: ExchangeParts): Exchange {
  const nonces = createNonces();
  const calls: Record<string, Call> = {
    '/v1/enrol': { body: Enrol, handle: (body: Enrol, at) => enrolDesk(bureau, store, body, at) },
    '/v1/hello': { body: Hello, handle: (body: Hello, at) => greet(bureau, store, body, at) },
    '/v1/push': { body: Push, handle: (body: Push, at) => acceptPush(store, body, at) },
    '/v1/pull': { body: Pull, handle: (body: Pull, at) => servePages(bureau, store, body, at) },
  };
  const signed = (nonce: string, status: number, reply: Reply<unknown, unknown>): WireAnswer =>
    packAnswer(nonce, status, reply, bureau.keys);
  const tooBig = (nonce: string) => signed(nonce, 413, refused({ code: 'TOO_BIG' }));
  const busy: Exchange['busy'] = (nonce, status) => {
    const retryAfter = RETRY_AFTER.least + Math.floor(Math.random() * RETRY_AFTER.spread);
    const answer = signed(nonce, status, refused({ code: 'BUSY', retryAfter }));
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
  };
  let inFlight = 0;

  async function answerOne(call: Call, request: WireRequest, nonce: string): Promise<WireAnswer> {
    const stream = request.headers[H_STREAM] ?? '';
    const enrolling = request.path === '/v1/enrol';
    if (!enrolling) {
      const known = await store.reader.findStream(stream);
      if (known?.kind !== 'desk') return signed(nonce, 409, refused({ code: 'UNKNOWN_STREAM' }));
      if (!requestIsSigned(request, known.publicKey)) return unanswered(401);
    }
    if (!nonces.take(`${stream} ${nonce}`)) return unanswered(409);
    const json = expand(request.body);
    if (request.path === '/v1/push' && (json === null || eventsIn(json) > MAX_EVENTS)) return tooBig(nonce);
    const body = call.body.safeParse(json);
    if (!body.success) return unanswered(400);
    if (!enrolling && !('stream' in body.data && body.data.stream === stream)) return unanswered(401);
    const reply = await call.handle(body.data as never, now().toISOString());
    return signed(nonce, reply.ok ? 200 : 409, reply);
  }

  return {
    tooBig,
    busy,
    async answer(request) {
      const call = Object.hasOwn(calls, request.path) ? calls[request.path] : undefined;
      const nonce = request.headers[H_NONCE] ?? '';
      if (!call || !NONCE.test(nonce)) return unanswered(call ? 400 : 404);
      if (inFlight >= mostInFlight) return busy(nonce, 429);
      inFlight += 1;
      try {
        return await answerOne(call, request, nonce);
      } finally {
        inFlight -= 1;
      }
    },
  };
}

const unanswered = (status: number): WireAnswer => ({ status, headers: {}, body: new Uint8Array() });

/** Number of events in a body that may be anything. */
function eventsIn(json: unknown): number {
  const events = typeof json === 'object' && json !== null && 'events' in json ? json.events : [];
  return Array.isArray(events) ? events.length : 0;
}
