/** The desk in its window: what it answers, and everything that is closed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchDesk } from '../double/launch.ts';
import { type DeskProgram, until } from '../double/program.ts';
import { ensureBuilt, MAIN, root } from './built.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'));
  folders.push(folder);
  return folder;
}
beforeAll(ensureBuilt);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The bridge as a page of the desk finds it. */
interface Bridge {
  call(method: unknown, input?: unknown): Promise<unknown>;
  onChange(listener: (topics: string[]) => void): () => void;
}
declare const window: { desk: Bridge } & typeof globalThis.window;

const call = (page: Page, method: unknown, input: unknown = {}) =>
  page.evaluate(
    ([name, value]) =>
      window.desk
        .call(name, value)
        .catch((error: unknown) => (error instanceof Error ? error.message : 'no error')),
    [method, input] as const,
  );

describe('the window of the desk', () => {
  let desk: DeskProgram;
  let page: Page;
  /** What arrived at a server that is not the desk. */
  const reached: string[] = [];
  const stranger = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>stranger</title>');
  });
  let foreign = '';

  beforeAll(async () => {
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    foreign = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    desk = await launchDesk({ main: MAIN, data: newFolder() });
    page = await desk.firstWindow();
    await page.locator('h1').first().waitFor();
  });
  afterAll(async () => {
    await desk?.close();
    stranger.close();
  });
  afterEach(() => {
    reached.length = 0;
  });

  it('answers through its bridge', async () => {
    expect(await call(page, 'session.state')).toMatchObject({
      ok: true,
      value: { phase: 'setup', training: false },
    });
  });

  it('has every security setting, and nothing else that weakens it', async () => {
    const all = await desk.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one: Electron.BrowserWindow) =>
        (one.webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
      ),
    );
    expect(all).toEqual([
      {
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        navigateOnDragDrop: false,
        plugins: false,
        safeDialogs: true,
        spellcheck: false,
        devTools: true,
        preload: join(root, 'out', 'electron', 'preload.cjs'),
      },
    ]);
  });

  it('shows the page two functions, frozen, and nothing through which it could reach further', async () => {
    const bridge = await page.evaluate(() => {
      const { desk } = window;
      const stop = desk.onChange(() => {});
      return {
        keys: Object.keys(desk).sort(),
        kinds: Object.values(desk).map((value) => typeof value),
        frozen: Object.isFrozen(desk),
        stop: typeof stop,
        stopped: stop() === undefined,
      };
    });
    expect(bridge).toEqual({
      keys: ['call', 'onChange'],
      kinds: ['function', 'function'],
      frozen: true,
      stop: 'function',
      stopped: true,
    });
  });

  it('uses two channels, one each way', () => {
    const named = (file: string) =>
      [
        ...readFileSync(join(root, 'out', 'electron', file), 'utf8').matchAll(
          /\.(handle|handleOnce|invoke|on|once|off|send|sendSync|postMessage)\("(desk:[^"]*)"/g,
        ),
      ]
        .map(([, way, channel]) => `${way} ${channel}`)
        .sort();
    expect(named('main.cjs')).toEqual(['handle desk:call', 'send desk:changed']);
    expect(named('preload.cjs')).toEqual(['invoke desk:call', 'off desk:changed', 'on desk:changed']);
    expect(readFileSync(MAIN, 'utf8').match(/ipcMain\.\w+\(/g)).toEqual(['ipcMain.handle(']);
  });

  it.each([7, null, undefined, ['session.state'], { name: 'session.state' }])(
    'takes no call without a name: %j',
    async (method) => {
      expect(await call(page, method)).toMatch(
        /^Error invoking remote method 'desk:call': .*a call has a name$/,
      );
    },
  );

  it.each([
    '',
    'session',
    'session.nothing',
    '__proto__.toString',
    'constructor.constructor',
    'session.state.call',
  ])('knows no other call than those of the contract: %j', async (method) => {
    expect(await call(page, method)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-input', field: 'method' },
    });
  });

  it('answers no frame within its page', async () => {
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    const inner = page.frames().find((frame) => frame.parentFrame() !== null);
    expect(await inner?.evaluate(() => 'desk' in window)).toBe(false);
    const refused = await inner?.evaluate(() =>
      (
        window as unknown as Record<string, (channel: string, args: unknown[]) => Promise<unknown>>
      ).__electronDouble?.('desk:call', ['session.state', {}]),
    );
    expect(refused).toMatchObject({ ok: false, text: expect.stringContaining('not a frame of the desk') });
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  it('answers no page that is not ours, even in a window of the program', async () => {
    const address = `${foreign}/desk.html`;
    await desk.evaluate(
      async ({ BrowserWindow }, { preload, url }) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload } });
        await other.loadURL(url);
      },
      { preload: join(root, 'out', 'electron', 'preload.cjs'), url: address },
    );
    const other = await until(
      () => desk.windows().find((one) => one.url() === address),
      () => 'the other page is not there',
    );
    expect(await call(other, 'session.state')).toMatch(/not a frame of the desk$/);
    await desk.evaluate(({ BrowserWindow }, url) => {
      for (const one of BrowserWindow.getAllWindows()) if (one.webContents.getURL() === url) one.destroy();
    }, address);
  });

  it('stays where it is: no address, form, frame or link leads away', async () => {
    const before = page.url();
    await page.evaluate(async (url) => {
      const link = (target: string) => {
        const made = document.createElement('a');
        Object.assign(made, { href: url, target });
        document.body.append(made);
        made.click();
        made.remove();
      };
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post' });
      document.body.append(form);
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      location.href = `${url}/href`;
      location.assign(`${url}/assign`);
      location.href = '/bureau.html';
      link('_self');
      link('_blank');
      form.submit();
      window.open(`${url}/open`);
      await new Promise((done) => setTimeout(done, 500));
      form.remove();
      frame.remove();
    }, foreign);
    expect(page.url()).toBe(before);
    expect(page.context().pages()).toEqual([page]);
    expect(await desk.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(reached).toEqual([]);
  });

  it('lets no redirect, no webview and no frame pass', async () => {
    const prevented = await desk.evaluate(({ BrowserWindow }) => {
      const [{ webContents }] = BrowserWindow.getAllWindows();
      const ask = (name: string, members: object) => {
        let stopped = false;
        webContents.emit(name, { ...members, preventDefault: () => (stopped = true) });
        return stopped;
      };
      return {
        redirect: ask('will-redirect', { url: 'app://desk/desk.html' }),
        webview: ask('will-attach-webview', {}),
        frame: ask('will-frame-navigate', { isMainFrame: false, url: 'app://desk/desk.html' }),
        away: ask('will-navigate', { url: 'https://evil.example/' }),
        reload: ask('will-navigate', { url: 'app://desk/desk.html' }),
      };
    });
    expect(prevented).toEqual({ redirect: true, webview: true, frame: true, away: true, reload: false });
  });

  it('has its menu in Chinese, with one way out', async () => {
    const labels = await desk.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map((item: { label: string }) => item.label),
    );
    expect(labels).toEqual(['文件(&F)', '编辑(&E)', '查看(&V)', '帮助(&H)']);
  });
});
