/** The loopback desk as a program: how it starts, whom it lets in, how it meets a second start and how it ends. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { launchDesk } from '../double/launch.ts';
import { type Program, startProgram } from '../journeys/shell.ts';
import { ensureBuilt, MAIN } from './built.ts';

interface Started {
  url: string;
  code: string;
  opener: string;
}

const folders: string[] = [];
const programs: Program[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  folders.push(folder);
  return folder;
}
/** A machine without a screen, whatever this one has. */
const HEADLESS = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
function start(args: string[], env: NodeJS.ProcessEnv = HEADLESS): Program {
  const program = startProgram(['out/loopback/main.cjs', ...args], env);
  programs.push(program);
  return program;
}
const started = async (program: Program) => (await program.firstLine) as Started;

beforeAll(ensureBuilt);
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.end('SIGKILL')));
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the start', () => {
  it('without a window prints the address and how to come in, and works without a screen', async () => {
    const data = newFolder();
    const program = start(['--no-open', '--data', data]);
    await vi.waitFor(() => expect(program.output()).toContain('按 Ctrl+C 退出。'), { timeout: 30_000 });
    const [first, second] = program.output().split('\n');
    expect(first).toMatch(/^枫桥接访台已启动：http:\/\/desk-[0-9a-f]{8}\.localhost:\d+\/desk\.html（数据在 /);
    expect(second).toMatch(/^请用本机的 Chromium、Chrome 或 Edge 打开：file:\/\/\//);
    const [, url = ''] = /：(http\S+)（/.exec(first ?? '') ?? [];
    const { hostname, port } = new URL(url);
    const answer = await fetch(`http://127.0.0.1:${port}/desk.html`).then(({ status }) => status);
    expect({ named: hostname.endsWith('.localhost'), answer }).toEqual({ named: true, answer: 421 });
    await program.end('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('says why there is no window on a machine without a screen', async () => {
    const program = start(['--data', newFolder()]);
    await vi.waitFor(() => expect(program.output()).toContain('按 Ctrl+C 退出。'), { timeout: 30_000 });
    expect(program.output()).toContain('这里没有图形界面，所以没有打开窗口。');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends in order on %s and leaves no way in behind',
    async (signal) => {
      const data = newFolder();
      const program = start(['--json', '--data', data]);
      await started(program);
      expect(readdirSync(data)).toContain('打开接访台.html');
      await program.end(signal);
      expect(await program.ended).toBe(0);
      expect(readdirSync(data).filter((name) => /html|browser/.test(name))).toEqual([]);
    },
  );

  it('explains its options instead of guessing', async () => {
    const program = start(['--prot', '1']);
    expect(await program.ended).toBe(2);
    expect(program.output()).toContain('用法：npm start -- [选项]');
  });

  it('says which port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const program = start(['--json', '--data', newFolder(), '--port', String(port)]);
    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(`端口 ${port} 已被其他程序占用，请换一个端口，或不指定端口。\n`);
    taken.close();
  });

  it('says that the data folder cannot be written, and that nothing was changed', async () => {
    const file = join(newFolder(), 'a file');
    writeFileSync(file, '');
    const program = start(['--json', '--data', join(file, 'data')]);
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/^数据文件夹无法写入：.*请检查权限和磁盘空间，原有数据没有改动。\n$/);
  });
});

describe('a second start', () => {
  it('asks the first to show itself, and ends', async () => {
    const data = newFolder();
    const first = start(['--json', '--data', data]);
    await started(first);
    const second = start(['--json', '--data', data]);
    expect(await second.ended).toBe(0);
    expect(second.output()).toBe('枫桥接访台已经打开，已请它显示一个窗口。\n');
  });

  it('in a window of its own does the same: one folder is never open twice', async () => {
    const data = newFolder();
    await started(start(['--json', '--data', data]));
    const electron = await launchDesk({ main: MAIN, data, waitReady: false });
    expect(await electron.ended).toBe(0);
  });

  it('beside the desk in its own window shows that window', async () => {
    const data = newFolder();
    const electron = await launchDesk({ main: MAIN, data });
    await electron.firstWindow();
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].hide());
    const second = start(['--json', '--data', data]);
    expect(await second.ended).toBe(0);
    const shown = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0].isVisible(),
    );
    expect(shown).toBe(true);
    await electron.close();
  });

  it('opens the folder of a killed program', async () => {
    const data = newFolder();
    const first = start(['--json', '--data', data]);
    await started(first);
    await first.end('SIGKILL');
    expect(await started(start(['--json', '--data', data]))).toMatchObject({ url: expect.any(String) });
  });
});

describe.runIf(process.platform === 'linux')(
  'its window in a browser (a stand-in that notes what it is told; Linux)',
  () => {
    /** A browser that lives until the file `close` appears beside it, or hands over and ends. */
    function browserIn(folder: string): NodeJS.ProcessEnv {
      const file = join(folder, 'chromium');
      const script = [
        '#!/bin/sh',
        'echo "$1" >> "$0.said"',
        'mkdir "$0.lock" 2>/dev/null || exit 0',
        'while [ ! -e "$0.close" ]; do sleep 0.1; done',
      ];
      writeFileSync(file, `${script.join('\n')}\n`);
      chmodSync(file, 0o755);
      return { ...process.env, DISPLAY: ':99', FENGQIAO_CHROMIUM: file };
    }
    const said = (folder: string) => readFileSync(join(folder, 'chromium.said'), 'utf8').trim().split('\n');

    it('is opened by a file, shown again to a second start, and ends the program when it is closed', async () => {
      const place = newFolder();
      const data = join(place, 'data');
      mkdirSync(data);
      const env = browserIn(place);
      const program = start(['--data', data], env);
      await vi.waitFor(() => expect(said(place).length).toBe(1), { timeout: 30_000 });
      expect(said(place)[0]).toMatch(/^--app=file:\/\/\/.*\.html$/);
      const second = start(['--data', data], env);
      expect(await second.ended).toBe(0);
      await vi.waitFor(() => expect(said(place).length).toBe(2), { timeout: 30_000 });
      writeFileSync(join(place, 'chromium.close'), '');
      expect(await program.ended).toBe(0);
      expect(program.output()).toContain('关闭窗口即退出。');
      expect(existsSync(join(data, 'browser'))).toBe(false);
    });
  },
);

describe('a real Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
    // A name of the open internet that was pointed at this computer (DNS rebinding).
    const args = ['--host-resolver-rules=MAP evil.example 127.0.0.1'];
    browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot, args });
  });
  afterAll(() => browser?.close());

  it('comes in by the opener, stays in over a reload, and not by the same opener again', async () => {
    const { url, opener } = await started(start(['--json', '--data', newFolder()]));
    const context = await browser.newContext();
    const page = await context.newPage();
    const copy = readFileSync(new URL(opener), 'utf8');
    await page.goto(opener);
    await page.waitForURL(`${url}*`);
    await page.locator('h1').first().waitFor();
    await page.reload();
    await page.locator('h1').first().waitFor();
    expect(page.url()).not.toMatch(/code|ticket|key/);
    const thief = await (await browser.newContext()).newPage();
    const kept = join(newFolder(), 'kept.html');
    writeFileSync(kept, copy);
    await thief.goto(`file://${kept}`);
    await thief.getByText('这个入口已经失效').waitFor();
  });

  it('shows a page of the desk to nobody who only knows the address', async () => {
    const { url } = await started(start(['--json', '--data', newFolder()]));
    const page = await (await browser.newContext()).newPage();
    const asked: number[] = [];
    page.on(
      'response',
      (answer) => /\/(enter|call|changes)$/.test(answer.url()) && asked.push(answer.status()),
    );
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((status) => status !== 401)).toEqual([]);
  });

  it('is refused under any other name, which no page can forge', async () => {
    const { url } = await started(start(['--json', '--data', newFolder()]));
    const page = await (await browser.newContext()).newPage();
    const statuses: number[] = [];
    page.on('response', (answer) => statuses.push(answer.status()));
    // An empty answer with this status is an error page to Chromium.
    await page.goto(`http://evil.example:${new URL(url).port}/desk.html`).catch(() => {});
    expect(statuses).toEqual([421]);
  });

  it('gets nothing for a foreign page, by any of its ways', async () => {
    const { url } = await started(start(['--json', '--data', newFolder()]));
    const { origin, host } = new URL(url);
    const foreign = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<p>'),
    );
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    const page = await (await browser.newContext()).newPage();
    const statuses: number[] = [];
    page.context().on('response', (answer) => answer.url().includes(host) && statuses.push(answer.status()));
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    const read = await page.evaluate(async (desk) => {
      const body = JSON.stringify({ method: 'session.state', input: {} });
      const text = { 'content-type': 'text/plain' };
      const json = { 'content-type': 'application/json', authorization: 'Bearer guess' };
      const ways = [
        () =>
          fetch(`${desk}/call`, { method: 'POST', body, headers: text, mode: 'no-cors' }).then((a) =>
            a.text(),
          ),
        () => fetch(`${desk}/call`, { method: 'POST', body, headers: json }).then((a) => a.text()),
        () => fetch(`${desk}/desk.html`, { mode: 'no-cors' }).then((a) => a.text()),
        () => fetch(`${desk}/changes`, { credentials: 'include' }).then((a) => a.text()),
      ];
      const outcomes = await Promise.allSettled(ways.map((way) => way()));
      const frame = document.createElement('iframe');
      frame.name = 'inner';
      document.body.append(frame);
      for (const path of ['/call', '/open', '/enter']) {
        const form = document.createElement('form');
        Object.assign(form, { action: `${desk}${path}`, method: 'post', target: 'inner' });
        document.body.append(form);
        form.submit();
      }
      for (const tag of ['img', 'script', 'iframe', 'embed'] as const) {
        const element = document.createElement(tag);
        element.src = `${desk}/desk.html`;
        document.body.append(element);
      }
      const source = new EventSource(`${desk}/changes`);
      await new Promise((done) => setTimeout(done, 1000));
      source.close();
      return outcomes.map((one) => (one.status === 'fulfilled' ? one.value : '')).join('');
    }, origin);
    expect(read).toBe('');
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status < 400)).toEqual([]);
    foreign.close();
  });
});
