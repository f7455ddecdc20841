import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Every file that a page may ask for, by its address ('/desk.html', '/assets/desk-1a2b.js'). */
export type Pages = ReadonlyMap<string, string>;

/** One answer of a shell to its page; a body of text is UTF-8. */
export interface PageAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Stands in the built pages where the nonce of this very load belongs. */
const NONCE_MARK = '__STYLE_NONCE__';

/**
 * Lists the built pages once. Afterwards an address is either a key of this list or unknown: no path is ever put
 * together from what somebody asked for, so none can lead outside. Symbolic links are left out.
 */
export function findPages(folder: string, under = ''): Pages {
  const found = new Map<string, string>();
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const address = `${under}/${entry.name}`;
    if (entry.isDirectory()) for (const [key, file] of findPages(folder, address)) found.set(key, file);
    else if (entry.isFile()) found.set(address, join(folder, address));
  }
  return found;
}

/** Answers one address of the list with the headers that every page carries; anything else is 404 without a word. */
export async function servePage(pages: Pages, address: string): Promise<PageAnswer> {
  const file = pages.get(address);
  if (file === undefined) return { status: 404, headers: pageHeaders(), body: new Uint8Array() };
  const bytes = new Uint8Array(await readFile(file));
  const type = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
  if (extname(file) !== '.html') return { status: 200, headers: { ...pageHeaders(), ...type }, body: bytes };
  const nonce = randomBytes(16).toString('base64');
  return { status: 200, headers: { ...pageHeaders(nonce), ...type }, body: withNonce(bytes, nonce) };
}

const withNonce = (page: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(new TextDecoder().decode(page).replaceAll(NONCE_MARK, nonce));

/**
 * The headers of everything a shell serves. Scripts come from our own files only; the widgets' style tags pass by the
 * nonce; text never becomes markup or code (Trusted Types, with the only two policies the pages make).
 */
export function pageHeaders(nonce?: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default pdf-worker',
    ].join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=()',
  };
}
