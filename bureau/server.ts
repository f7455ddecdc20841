import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Exchange } from '../sync/serve.ts';
import { addConsole } from './console.ts';
import { addExchange } from './exchange.ts';
import type { Office } from './office.ts';
import { addPages, securityHeaders } from './pages.ts';

export interface ServerParts {
  office: Office;
  exchange: Exchange;
  /** Folder of the built pages; without it the server has no console page (tests). */
  pages?: string;
}

/** The bureau's HTTP server: exchange, console, pages, and their description at `/openapi.json`. It does not listen yet. */
export async function buildServer({ office, exchange, pages }: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // A reverse proxy on this machine ends HTTPS; nobody else may say what the protocol was.
    trustProxy: 'loopback',
    requestTimeout: 60_000,
    connectionTimeout: 70_000,
  });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers(securityHeaders());
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) office.report(error, `${request.method} ${request.routeOptions.url ?? ''}`);
    return reply.code(status).send();
  });
  await app.register(swagger, {
    // The console's shapes are the contract's own zod schemas.
    transform: jsonSchemaTransform,
    openapi: {
      info: { title: `${office.bureau.name} · Fengqiao Desk bureau`, version: office.version },
      tags: [
        { name: 'exchange', description: 'What desks call; signed and compressed (sync/SPEC.md)' },
        { name: 'console', description: "What an officer's page calls; JSON with a session cookie" },
      ],
    },
  });
  // Added after the description, so that it sees every call.
  await app.register(async (scope) => {
    addExchange(scope, exchange);
    addConsole(scope, office);
    if (pages) addPages(scope, pages);
    scope.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}
