import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Stands in the built page where the nonce of this very load belongs. */
const NONCE_MARK = '__STYLE_NONCE__';

/** What every answer of the server carries; scripts come from our own files only, text never becomes markup. */
export function securityHeaders(nonce?: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=()',
  };
}

/** Serves the console's page, with a fresh nonce at each load, and the built assets. */
export function addPages(app: FastifyInstance, folder: string): void {
  const html = readFileSync(join(folder, 'bureau.html'), 'utf8');
  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    void reply.headers({ ...securityHeaders(nonce), 'cache-control': 'no-store' });
    return reply.type('text/html; charset=utf-8').send(html.replaceAll(NONCE_MARK, nonce));
  });
  app.get('/bureau.html', { schema: { hide: true } }, (_request, reply) => reply.redirect('/'));
  // Their names hold a hash of the content.
  const lasting = { immutable: true, maxAge: '365d' };
  app.register(files, { root: join(folder, 'assets'), prefix: '/assets/', index: false, ...lasting });
}
