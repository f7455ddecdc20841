import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable'],
];
const WINDOWS_PATHS = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
const WINDOWS_ROOTS = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'];
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The program file of a Chromium-family browser on this computer: the one that FENGQIAO_CHROMIUM names, else the first found. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.FENGQIAO_CHROMIUM) return env.FENGQIAO_CHROMIUM;
  if (process.platform === 'darwin') return MAC_PATHS.find(runnable);
  const candidates =
    process.platform === 'win32'
      ? WINDOWS_ROOTS.flatMap((root) => WINDOWS_PATHS.map((path) => join(env[root] ?? '', path)))
      : (env.PATH ?? '').split(delimiter).flatMap((folder) => LINUX_NAMES.map((name) => join(folder, name)));
  return candidates.find(runnable);
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium's own sandbox refuses to start for root, who has nothing left to lose to it. */
export const runsAsRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** The browser's window of the desk; `open` again shows one more. */
export interface DeskWindow {
  open(address: string): void;
  /** True while the browser that we started runs. */
  isOpen(): boolean;
  /** Closes the windows and wipes everything the browser wrote. */
  close(): Promise<void>;
}

/**
 * A browser with a profile folder of its own inside `folder`, off the record: no history, no cache, no typed names
 * and no session storage reach the disk, and what is left of the profile is wiped at start and at the end.
 */
export function createWindow(executable: string, folder: string, onClose: () => void): DeskWindow {
  const profile = join(folder, 'browser');
  const wipe = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  let running: ChildProcess | undefined;
  wipe();
  writePreferences(profile);
  return {
    open(address) {
      const child = spawn(executable, browserArguments(executable, profile, address), { stdio: 'ignore' });
      // With a browser already there, this one only hands it the address and ends; a browser that was removed meanwhile
      // cannot even do that.
      running ??= child;
      const ended = () => {
        if (running !== child) return;
        running = undefined;
        onClose();
      };
      child.on('error', ended).on('exit', ended);
    },
    isOpen: () => running !== undefined,
    async close() {
      await end(running);
      wipe();
    },
  };
}

/** The settings of a profile that keeps no passwords, fills in no forms and asks where to save. */
function writePreferences(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  const preferences = {
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
    autofill: { profile_enabled: false, credit_card_enabled: false },
    translate: { enabled: false },
    browser: { enable_spellchecking: false },
    download: { prompt_for_download: true },
    intl: { accept_languages: 'zh-CN,zh' },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 });
}

function browserArguments(executable: string, profile: string, address: string): string[] {
  const isEdge = /edge/i.test(executable);
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    isEdge ? '--inprivate' : '--incognito',
    ...(runsAsRoot ? ['--no-sandbox'] : []),
    '--lang=zh-CN',
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1366,768',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-default-apps',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,msEdgeSidebarV2',
    '--disk-cache-size=1',
    '--no-pings',
    '--password-store=basic',
  ];
}

/** Longest wait (ms) for the browser to end by itself. */
const PATIENCE = 5000;

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill();
  const alarm = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(alarm);
}
