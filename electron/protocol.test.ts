import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPages } from '../desk/pages.ts';
import { DESK_PAGE, isOurPage, registerScheme, servePages } from './protocol.ts';

/** What the program told Electron before it was ready; the module itself would look for Electron's runtime. */
const registered: unknown[] = [];
vi.mock('electron', () => ({
  protocol: { registerSchemesAsPrivileged: (list: unknown) => registered.push(list) },
}));

let folder: string;
let answer: (request: Request) => Promise<Response>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'protocol-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside the pages');
  writeFileSync(join(folder, 'pages', 'desk.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(folder, 'pages', 'assets', 'desk.js'), 'export {}');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'pages', 'assets', 'link.txt'));
  const handle = (_scheme: string, handler: typeof answer) => {
    answer = handler;
  };
  servePages({ protocol: { handle } } as unknown as Session, findPages(join(folder, 'pages')));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The address goes through Chromium's parser before the handler sees it; Node's is the same. */
const get = (address: string, init?: RequestInit) => answer(new Request(address, init));

describe('the scheme of the desk', () => {
  it('has an origin of its own and none of the rights that pass by the policy', () => {
    registerScheme();
    const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
    expect(registered).toEqual([[{ scheme: 'app', privileges }]]);
  });

  it('serves the page and its files with the policy in the header', async () => {
    const page = await get(DESK_PAGE);
    expect({ status: page.status, text: await page.text() }).toEqual({
      status: 200,
      text: '<!doctype html><title>desk</title>',
    });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect((await get('app://desk/assets/desk.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it.each([
    'app://other/desk.html',
    'app://desk.evil/desk.html',
    'app://papers/desk.html',
    'app://desk:1/desk.html',
  ])('serves no other host: %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('serves no %s', async (method) => {
    expect((await get(DESK_PAGE, { method })).status).toBe(404);
  });

  it('answers only what is listed, whatever the address tries (200 made-up ones)', async () => {
    const part = fc.constantFrom(
      ...[
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '..%5c',
        '..\\',
        '\\\\server',
        'C:',
        '%00',
        '....//',
        '%252e',
      ],
      ...[
        'assets',
        'link.txt',
        'desk.html',
        'secret.txt',
        'etc',
        'passwd',
        '',
        ' ',
        '\u3000',
        'a'.repeat(300),
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const { pathname } = new URL(`app://desk/${parts.join('/')}`);
        const answered = await get(`app://desk/${parts.join('/')}`);
        const listed = ['/desk.html', '/assets/desk.js'].includes(pathname);
        expect(answered.status).toBe(listed ? 200 : 404);
        expect(await answered.text()).not.toContain('outside the pages');
      }),
      { numRuns: 200 },
    );
  });
});

describe("the desk's own page", () => {
  it('is ours wherever somebody stands in it', () => {
    expect([DESK_PAGE, `${DESK_PAGE}#/cases`, `${DESK_PAGE}?a=1#/cases`].map(isOurPage)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    '',
    'about:blank',
    'app://desk/bureau.html',
    'app://desk/desk.html/more',
    'app://desk.evil/desk.html',
    'app://other/desk.html',
    'https://desk/desk.html',
    'file:///desk.html',
    'blob:app://desk/desk.html',
    'javascript:alert(1)',
    'data:text/html,app://desk/desk.html',
  ])('is nothing else: %j', (address) => {
    expect(isOurPage(address)).toBe(false);
  });
});
