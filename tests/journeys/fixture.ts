import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium, type TestInfo } from '@playwright/test';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { watchPrinting } from './paper.ts';
import { MEMBERS } from './people.ts';
import { type Installed, install } from './prepare.ts';
import { type Desk, type ShellName, startShell, type View } from './shell.ts';

interface OfTest {
  /** A new empty folder; gone after the journey. */
  newFolder(): string;
  /** A copy of the prepared desk. */
  copyOfPrepared(): Promise<string>;
  /** Starts a desk on this folder; without one, on a copy of the prepared desk. Ended after the journey. */
  startDesk(folder?: string, view?: View): Promise<Desk>;
  /** Sets up one more desk, an installation of its own (never a copy). Answers its folder. */
  installDesk(options?: Partial<Omit<Installed, 'folder'>>): Promise<string>;
  /** Fails a journey in which the mouse was used. */
  keyboardOnly: undefined;
}

interface OfWorker {
  /** The Chromium of the clerk (loopback) and of the officer; started when first asked for. */
  browserOf(): Promise<Browser>;
  /** The folder of a desk that is set up, with the accounts of `people.ts`; each journey works on a copy. */
  prepared(): Promise<string>;
}

export const test = base.extend<OfTest, OfWorker>({
  browserOf: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures here
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        const executablePath = findBrowser();
        if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
        browser ??= chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  prepared: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures here
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'journey-prepared-'));
      let installed: Promise<void> | undefined;
      await use(async () => {
        installed ??= install({ folder, members: MEMBERS });
        await installed;
        return folder;
      });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures here
  newFolder: async ({}, use) => {
    const folders: string[] = [];
    await use(() => {
      const folder = mkdtempSync(join(tmpdir(), 'journey-desk-'));
      folders.push(folder);
      return folder;
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },

  copyOfPrepared: ({ prepared, newFolder }, use) =>
    use(async () => {
      const folder = newFolder();
      cpSync(await prepared(), folder, { recursive: true });
      return folder;
    }),

  installDesk: ({ newFolder }, use) =>
    use(async (options = {}) => {
      const folder = newFolder();
      await install({ folder, members: [], ...options });
      return folder;
    }),

  startDesk: async ({ browserOf, copyOfPrepared }, use, info) => {
    const desks: Desk[] = [];
    await use(async (folder, view) => {
      const own = folder ?? (await copyOfPrepared());
      const desk = await startShell(info.project.name as ShellName, own, await browserOf(), view);
      desks.push(desk);
      await watchPrinting(desk.page);
      await watchMouse(desk);
      return desk;
    });
    if (info.status !== info.expectedStatus)
      await Promise.all(desks.map((desk, index) => attach(desk, index, info)));
    const used = await Promise.all(desks.map(mouseWasUsed));
    for (const desk of desks) await desk.close().catch(() => {});
    if (used.includes(true)) throw new Error('the mouse was used in a journey by keyboard');
  },

  keyboardOnly: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures here
    async ({}, use) => {
      const found = mouseWords();
      if (found.length > 0) throw new Error(`a journey reaches for the mouse:\n${found.join('\n')}`);
      await use(undefined);
    },
    { auto: true },
  ],
});

/** What a hand on the mouse, or a text that nobody typed, looks like in the source of a journey. */
const MOUSE =
  /\.(click|dblclick|tap|hover|fill|check|uncheck|setChecked|selectOption|dragTo|focus)\(|\.(mouse|touchscreen)\b/;

function mouseWords(): string[] {
  const files = globSync(['*.spec.ts', 'pages/*.ts', 'keyboard.ts'], { cwd: import.meta.dirname });
  return files.flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((line) => MOUSE.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

interface Watched {
  mouseWasUsed?: true;
}

/** Notes a press that really came from a pointing device, whatever the sources say. */
const watchMouse = ({ page }: Desk): Promise<void> =>
  page.evaluate(() => {
    const note = (event: Event) => {
      if (event.isTrusted) (window as Watched).mouseWasUsed = true;
    };
    window.addEventListener('pointerdown', note, true);
  });

/** False too for a window that is gone. */
const mouseWasUsed = ({ page }: Desk): Promise<boolean> =>
  page.evaluate(() => (window as Watched).mouseWasUsed === true).catch(() => false);

/** What somebody needs who reads of a failed journey: the window as it stood, and what the program printed. */
async function attach(desk: Desk, index: number, info: TestInfo): Promise<void> {
  await desk.page.screenshot({ path: info.outputPath(`window-${index + 1}.png`) }).catch(() => {});
  writeFileSync(info.outputPath(`printed-${index + 1}.txt`), desk.output());
}
