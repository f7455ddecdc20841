import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchDesk } from '../double/launch.ts';

export const root = join(import.meta.dirname, '..', '..');

/** The projects of playwright.config.ts. */
export type ShellName = 'loopback' | 'electron-double';

/** What the office PC shows: 1366×768 at 100 %, unless a journey asks for something else. */
export interface View {
  width: number;
  height: number;
  /** 1.5 = Windows at 150 %; the double's windows are always at 1. */
  scale?: number;
}
export const OFFICE_VIEW: View = { width: 1366, height: 768 };

/** One running desk and its window, whichever program carries it. */
export interface Desk {
  page: Page;
  folder: string;
  /** Ends it as a person does. */
  close(): Promise<void>;
  /** Ends it as a power cut does; nothing more is written, not even by the page. */
  kill(): Promise<void>;
  output(): string;
}

/** Starts the desk on a data folder and waits for its page. */
export function startShell(
  name: ShellName,
  folder: string,
  browser: Browser,
  view = OFFICE_VIEW,
): Promise<Desk> {
  return name === 'loopback' ? startLoopback(folder, browser, view) : startElectron(folder, view);
}

/** Starts the program once more on a folder that another one has open, and waits for its end. */
export async function startSecond(
  name: ShellName,
  folder: string,
): Promise<{ code: number | null; printed: string }> {
  const program =
    name === 'loopback'
      ? startProgram(loopbackArguments(folder))
      : await launchDesk({ main: ELECTRON_MAIN, data: folder, waitReady: false });
  const code = await program.ended;
  return { code, printed: program.output() };
}

const loopbackArguments = (folder: string) => [
  'out/loopback/main.cjs',
  '--no-open',
  '--json',
  '--data',
  folder,
];
const ELECTRON_MAIN = join(root, 'out', 'electron', 'main.cjs');

async function startLoopback(folder: string, browser: Browser, view: View): Promise<Desk> {
  const child = startProgram(loopbackArguments(folder));
  const { opener } = (await child.firstLine) as { opener: string };
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    deviceScaleFactor: view.scale ?? 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(opener);
  await page.waitForURL('**/desk.html*');
  const end = async (signal: NodeJS.Signals) => {
    await child.end(signal);
    await context.close();
  };
  return { page, folder, close: () => end('SIGTERM'), kill: () => end('SIGKILL'), output: child.output };
}

async function startElectron(folder: string, view: View): Promise<Desk> {
  const program = await launchDesk({ main: ELECTRON_MAIN, data: folder });
  const page = await program.firstWindow();
  await page.setViewportSize({ width: view.width, height: view.height });
  return {
    page,
    folder,
    close: async () => void (await program.close()),
    kill: () => program.kill(),
    output: program.output,
  };
}

/** A program of ours that prints one line of JSON once it is ready. */
export interface Program {
  /** That line, parsed; rejects when the program ends before it. */
  firstLine: Promise<unknown>;
  ended: Promise<number | null>;
  output(): string;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Runs one of our programs with the arguments given. */
export function startProgram(args: string[], env: NodeJS.ProcessEnv = process.env): Program {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    // The runner's own colour setting would make Node warn where we ask for none.
    env: { ...env, FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let lines = '';
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  child.stderr?.on('data', (text) => (printed += String(text)));
  const firstLine = new Promise<unknown>((done, refuse) => {
    child.stdout?.on('data', (text) => {
      printed += String(text);
      lines += String(text);
      const json = lines
        .split('\n')
        .slice(0, -1)
        .find((line) => line.startsWith('{'));
      if (json) done(JSON.parse(json));
    });
    void ended.then((code) => refuse(new Error(`${args[0]} ended (${code})\n${printed}`)));
  });
  firstLine.catch(() => {});
  return {
    firstLine,
    ended,
    output: () => printed,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
