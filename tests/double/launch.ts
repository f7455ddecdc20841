import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../loopback/browser.ts';
import { launchReal, realElectron } from './launchReal.ts';
import { type DeskProgram, type LaunchOptions, until } from './program.ts';

/** Starts the desk in a real Electron where one is here (ELECTRON_EXE or its package's dist), otherwise in the double. */
export function launchDesk(options: LaunchOptions): Promise<DeskProgram> {
  const executable = realElectron(resolve(import.meta.dirname, '../..'));
  return executable ? launchReal(executable, options) : launchDouble(options);
}

async function launchDouble(options: LaunchOptions): Promise<DeskProgram> {
  const port = await freePort();
  const child = start(options, port);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (printed += String(data)));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const { ready, evaluate } = converse(child, ended, () => printed);
  let browser: Browser | undefined;
  if (options.waitReady !== false) {
    await ready;
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  }
  const windows = () =>
    (browser?.contexts() ?? [])
      .flatMap((one) => one.pages())
      .filter((page) => page.url().includes('/desk.html'));
  return {
    kind: 'double',
    ended,
    windows,
    evaluate,
    output: () => printed,
    firstWindow: () =>
      until(
        () => windows()[0],
        () => `the desk shows no window\n${printed}`,
      ),
    async close() {
      const alarm = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await evaluate(({ app }) => app.quit()).catch(() => {});
      const code = await ended;
      clearTimeout(alarm);
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function start({ main, data, env, packaged }: LaunchOptions, port: number): ChildProcess {
  const browser = findBrowser();
  if (!browser) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
  return fork(main, [`--data=${data}`], {
    execArgv: ['--import', join(import.meta.dirname, 'register.ts')],
    env: {
      ...process.env,
      FENGQIAO_CHROMIUM: browser,
      ELECTRON_DOUBLE_PORT: String(port),
      ELECTRON_DOUBLE_PACKAGED: packaged ? '1' : '0',
      ...env,
    },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

interface Reply {
  ready?: true;
  id?: number;
  ok?: boolean;
  value?: unknown;
  text?: string;
}

/** The talk with the double's main process over its IPC channel; ends with an error when the process does. */
function converse(
  child: ChildProcess,
  ended: Promise<number | null>,
  printed: () => string,
): { ready: Promise<void>; evaluate: DeskProgram['evaluate'] } {
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  let onReady = () => {};
  const gone = ended.then((code): never => {
    throw new Error(`the desk ended (${code})\n${printed()}`);
  });
  gone.catch(() => {});
  const ready = Promise.race([new Promise<void>((done) => (onReady = done)), gone]);
  ready.catch(() => {});
  child.on('message', (reply: Reply) => {
    if (reply.ready) onReady();
    else if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  return {
    ready,
    async evaluate(work, arg) {
      if (!child.connected) return gone;
      count += 1;
      const id = count;
      const answer = new Promise<Reply>((done) => waiting.set(id, done));
      child.send({ id, source: work.toString(), arg });
      const reply = await Promise.race([answer, gone]);
      if (!reply.ok) throw new Error(reply.text);
      return reply.value as never;
    },
  };
}

/** A port that was free a moment ago; Chromium takes it next. */
function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const server = createServer().on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
