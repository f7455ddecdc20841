import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPages, pageHeaders, servePage } from './pages.ts';

let place: string;
let folder: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'fengqiao-pages-'));
  folder = join(place, 'built');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(place, 'keys.json'), 'secret');
  writeFileSync(
    join(folder, 'desk.html'),
    '<style nonce="__STYLE_NONCE__"></style><p>接访台</p><i data-n="__STYLE_NONCE__">',
  );
  writeFileSync(join(folder, 'assets', 'desk-1a2b.js'), 'const mark = "__STYLE_NONCE__";');
  writeFileSync(join(folder, 'assets', 'photo.bin'), Buffer.from([0, 255]));
  symlinkSync(join(place, 'keys.json'), join(folder, 'link.json'));
  symlinkSync(place, join(folder, 'up'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the list of pages', () => {
  it('holds the built files by their address; links are left out', () => {
    expect([...findPages(folder).keys()].sort()).toEqual([
      '/assets/desk-1a2b.js',
      '/assets/photo.bin',
      '/desk.html',
    ]);
  });

  it.each([
    '/../keys.json',
    '/up/keys.json',
    '/link.json',
    '/assets/../../keys.json',
    '/desk.html/',
    'desk.html',
    '/%2e%2e/keys.json',
    '/DESK.HTML',
    '',
    '/',
    '__proto__',
    '/desk.html\0',
  ])('%j is unknown, without a word', async (address) => {
    const answer = await servePage(findPages(folder), address);
    expect([answer.status, answer.body.length, answer.headers]).toEqual([404, 0, pageHeaders()]);
  });

  it('nothing asked for ever leads outside', async () => {
    const pages = findPages(folder);
    const step = fc.constantFrom('..', '.', '', 'up', 'assets', 'keys.json', 'desk.html', '%2e', '\\');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const { body } = await servePage(pages, `/${steps.join('/')}`);
        expect(Buffer.from(body).toString()).not.toContain('secret');
      }),
    );
  });
});

describe('a page', () => {
  it('carries a nonce of this very load in its text and its policy', async () => {
    const pages = findPages(folder);
    const [one, two] = [await servePage(pages, '/desk.html'), await servePage(pages, '/desk.html')];
    const nonceOf = (answer: typeof one) =>
      /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1];
    const text = new TextDecoder().decode(one.body);
    expect(text).toBe(`<style nonce="${nonceOf(one)}"></style><p>接访台</p><i data-n="${nonceOf(one)}">`);
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(one.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('other files come as they are, with their type and no nonce', async () => {
    const script = await servePage(findPages(folder), '/assets/desk-1a2b.js');
    expect(new TextDecoder().decode(script.body)).toBe('const mark = "__STYLE_NONCE__";');
    expect(script.headers).toEqual({ ...pageHeaders(), 'content-type': 'text/javascript; charset=utf-8' });
    const bytes = await servePage(findPages(folder), '/assets/photo.bin');
    expect([[...bytes.body], bytes.headers['content-type']]).toEqual([[0, 255], 'application/octet-stream']);
  });

  it('may load from itself only, run no foreign script, and be framed by nobody', () => {
    const policy = pageHeaders()['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split('; ')).toContain(part);
    expect(pageHeaders()).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});
