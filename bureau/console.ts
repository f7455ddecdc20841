import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bureauContract } from '../contract/bureauConsole.ts';
import type { Call } from '../contract/define.ts';
import { createDispatch } from '../contract/dispatch.ts';
import type { OfficerRole } from '../domain/person.ts';
import { type Result, refuse } from '../domain/result.ts';
import { cases } from './consoleCases.ts';
import { desks } from './consoleDesks.ts';
import { officers } from './consoleOfficers.ts';
import { session } from './consoleSession.ts';
import { units } from './consoleUnits.ts';
import { isAway } from './database.ts';
import type { Office } from './office.ts';
import { officerOfSession } from './officerSessions.ts';
import type { Seat } from './seat.ts';

/** Longest body of a call in bytes; a registration with 200 people and 24,000 characters is below it. */
const BODY_LIMIT = 1024 * 1024;
const COOKIE = 'fq-session';

/** What an officer may do before the one-time password is changed. */
const BEFORE_PASSWORD = new Set([
  'session.state',
  'session.signIn',
  'session.signOut',
  'session.changePassword',
]);

/** Adds the console's calls, `POST /console/<group>/<name>`, each ending in the one dispatch of the contract. */
export function addConsole(app: FastifyInstance, office: Office): void {
  for (const [group, calls] of Object.entries(bureauContract))
    for (const [name, call] of Object.entries(calls) as [string, Call][])
      app.post<{ Reply: unknown }>(`/console/${group}/${name}`, {
        bodyLimit: BODY_LIMIT,
        schema: schemaOf(group, name, call),
        // The dispatch parses both ways; the schema above only describes.
        validatorCompiler: () => (value) => ({ value }),
        serializerCompiler: () => (value) => JSON.stringify(value),
        errorHandler: (error: { statusCode?: number }, request, reply) =>
          void refuseBroken(office, error, request, reply),
        onRequest: async (request, reply) => {
          const status = refuseForeign(request);
          if (status) await reply.code(status).send(refuse('not-allowed'));
        },
        handler: (request, reply) => answer(office, `${group}.${name}`, request, reply),
      });
}

async function answer(
  office: Office,
  method: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown, string>> {
  void reply.header('cache-control', 'no-store');
  const token = cookieOf(request);
  const officer = await officerOfSession(office.orm, token, office.now());
  if (officer?.mustChange && !BEFORE_PASSWORD.has(method)) return refuse('password-change-due');
  const seat: Seat = {
    officer,
    token,
    giveToken: (next) => void reply.header('set-cookie', cookieText(next, request.protocol === 'https')),
  };
  const dispatch = createDispatch<typeof bureauContract, OfficerRole>(
    bureauContract,
    {
      session: session(office, seat),
      cases: cases(office, seat),
      units: units(office, seat),
      desks: desks(office, seat),
      officers: officers(office, seat),
    },
    office.report,
    // A PostgreSQL that is away comes back by itself: nothing is wrong with the call, and nothing was written.
    (thrown) => (isAway(thrown) ? 'not-ready' : null),
  );
  return dispatch(method, request.body, officer);
}

/**
 * A call comes from the console's own page, or not at all: a browser says where a POST comes from, in `Origin` and, on a
 * secure address, in `Sec-Fetch-Site`. Neither header, another origin, or a form's content type is refused.
 */
function refuseForeign({ headers }: FastifyRequest): 403 | 415 | null {
  const { origin, 'sec-fetch-site': site, host } = headers;
  if (origin === undefined && site === undefined) return 403;
  if (site !== undefined && site !== 'same-origin') return 403;
  if (origin !== undefined && hostOf(origin) !== host) return 403;
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json' ? null : 415;
}

/** Host and port of an origin; a proxy in front may speak https for us, so the scheme is left out. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** What never got to the dispatch: a body too long or not JSON is the caller's fault, a database that is away is nobody's. */
async function refuseBroken(
  office: Office,
  error: { statusCode?: number },
  { url }: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { statusCode = 500 } = error;
  if (statusCode < 500) await reply.code(statusCode).send(refuse('invalid-input', { field: '' }));
  else if (isAway(error)) await reply.code(503).send(refuse('not-ready'));
  else
    await reply
      .code(statusCode)
      .send(refuse('internal', { detail: { incident: office.report(error, url) } }));
}

function cookieOf({ headers }: FastifyRequest): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** No script sees it, no other site's page sends it, and it goes with the browser (the server ends it earlier). */
const cookieText = (token: string, secure: boolean): string =>
  [
    `${COOKIE}=${token}`,
    ...['HttpOnly', 'SameSite=Strict', 'Path=/'],
    ...(token ? [] : ['Max-Age=0']),
    ...(secure ? ['Secure'] : []),
  ].join('; ');

/** What the API's description says of a call. */
function schemaOf(group: string, name: string, { kind, access, input, output, refusals }: Call) {
  const who = typeof access === 'string' ? access : access.join(', ');
  const said = refusals.length > 0 ? ` Refusals: ${refusals.join(', ')}.` : '';
  const refusal = z.object({
    code: z.string(),
    field: z.string().optional(),
    article: z.string().optional(),
  });
  return {
    tags: ['console'],
    operationId: `${group}.${name}`,
    summary: `${kind} ${group}.${name}`,
    description: `For: ${who}.${said}`,
    body: input,
    response: {
      200: z.union([
        z.object({ ok: z.literal(true), value: output }),
        z.object({ ok: z.literal(false), refusal }),
      ]),
    },
  };
}
