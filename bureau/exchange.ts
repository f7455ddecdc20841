import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { H_NONCE, H_SIG, H_STREAM, H_TIME, type WireAnswer } from '../sync/envelope.ts';
import {
  Answer,
  Enrol,
  EnrolNo,
  EnrolOk,
  Hello,
  HelloNo,
  HelloOk,
  MAX_BYTES,
  Pull,
  PullNo,
  PullOk,
  Push,
  PushNo,
  PushOk,
} from '../sync/protocol.ts';
import type { Exchange } from '../sync/serve.ts';
import { isAway } from './database.ts';

/** Body and answer of each call, for the description; `sync/` parses them itself. */
const CALLS = {
  enrol: {
    summary: 'A desk joins with a one-time code (EN1 to EN4); the only unsigned request.',
    body: Enrol,
    answer: Answer(EnrolOk, EnrolNo),
  },
  hello: {
    summary: 'What the bureau has of a stream, and which feeds it may read (PU1).',
    body: Hello,
    answer: Answer(HelloOk, HelloNo),
  },
  push: {
    summary: 'Events of a stream, verified, judged and stored in one transaction (PU2 to PU6).',
    body: Push,
    answer: Answer(PushOk, PushNo),
  },
  pull: {
    summary: 'Pages of the feeds after the cursors given (PL1, PL2).',
    body: Pull,
    answer: Answer(PullOk, PullNo),
  },
};

const SIGNED = 'application/vnd.fengqiao+json';
const ENVELOPE = `The body is gzip of this JSON. ${H_SIG} is an Ed25519 signature over path, ${H_STREAM}, ${H_NONCE}, ${H_TIME} and the exact compressed bytes; the answer is signed likewise by the bureau (EV1 to EV4).`;

/** Adds the four calls of the exchange: bytes in, signed bytes out. `sync/SPEC.md` says what they mean. */
export function addExchange(app: FastifyInstance, exchange: Exchange): void {
  app.register(async (scope) => {
    // The signature is over the compressed bytes, so nothing may unpack or parse them on the way.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    for (const [name, { summary, body, answer }] of Object.entries(CALLS)) {
      const path = `/v1/${name}`;
      scope.post<{ Body: unknown; Reply: unknown }>(path, {
        schema: {
          ...{ tags: ['exchange'], operationId: name, summary, description: ENVELOPE },
          ...{ consumes: [SIGNED], produces: [SIGNED], body, response: { 200: answer, 409: answer } },
        },
        validatorCompiler: () => (value) => ({ value }),
        serializerCompiler: () => (value) => JSON.stringify(value),
        errorHandler: (error: { statusCode?: number }, request, reply) => {
          if (error.statusCode === 413) return send(reply, exchange.tooBig(nonceOf(request)));
          // Whether the work was committed nobody knows; asked again it is a duplicate (PU2).
          if (isAway(error)) return send(reply, exchange.busy(nonceOf(request), 503));
          // Thrown on, any other error is the server's to report.
          throw error;
        },
        handler: async (request, reply) =>
          send(reply, await exchange.answer({ path, headers: headersOf(request), body: bytesOf(request) })),
      });
    }
  });
}

const nonceOf = (request: FastifyRequest): string => String(request.headers[H_NONCE] ?? '');
const bytesOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

const headersOf = ({ headers }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    [H_STREAM, H_NONCE, H_TIME, H_SIG].map((name) => [
      name,
      typeof headers[name] === 'string' ? headers[name] : '',
    ]),
  );

function send(reply: FastifyReply, { status, headers, body }: WireAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .send(Buffer.from(body));
}
