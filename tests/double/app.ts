import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startChromium, stopChromium } from './chromium.ts';
import { createEvent } from './event.ts';
import { strict } from './strict.ts';
import { BrowserWindow, whenLastClosed } from './window.ts';

const program = new EventEmitter();
const paths = new Map<string, string>([['temp', tmpdir()]]);
const switches = new Map<string, string>();
let ready: Promise<void> | undefined;
let isReady = false;
let quitting = false;
/** A word to the first instance that must be out before we end. */
let message: Promise<void> | undefined;

/** The package.json above the program file, as Electron finds it. */
function metadata(): { name: string; productName?: string; version: string } {
  for (let folder = dirname(process.argv[1] ?? ''); ; folder = dirname(folder)) {
    try {
      return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    } catch {
      if (folder === dirname(folder)) throw new Error('double: no package.json above the program');
    }
  }
}

/** A name that ends with its process, a user data folder each. */
function lockName(): string {
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return process.platform === 'win32' ? `\\\\.\\pipe\\electron-double-${hash}` : `\0electron-double-${hash}`;
}

async function leave(code: number): Promise<void> {
  await message;
  await stopChromium().catch(() => {});
  process.exit(code);
}

function quit(): void {
  program.emit('before-quit', createEvent({}));
  quitting = true;
  for (const window of BrowserWindow.getAllWindows()) window.close();
  if (BrowserWindow.getAllWindows().length > 0) {
    quitting = false;
    return;
  }
  const event = createEvent({});
  program.emit('will-quit', event);
  if (event.defaultPrevented) return;
  program.emit('quit', createEvent({}), 0);
  void leave(0);
}

whenLastClosed(() => {
  if (quitting) return;
  if (program.listenerCount('window-all-closed') === 0) quit();
  else program.emit('window-all-closed');
});

/** The program as a whole. */
export const app = strict(
  'app',
  Object.assign(program, {
    isPackaged: process.env.ELECTRON_DOUBLE_PACKAGED === '1',
    whenReady: () => {
      ready ??= startChromium().then(() => {
        isReady = true;
        program.emit('ready');
      });
      return ready;
    },
    isReady: () => isReady,
    getVersion: () => metadata().version,
    getName: () => metadata().productName ?? metadata().name,
    getPath: (name: string) => {
      const path = paths.get(name);
      if (!path) throw new Error(`double: app.getPath('${name}') is not set`);
      return path;
    },
    setPath: (name: string, path: string) => void paths.set(name, path),
    commandLine: strict('commandLine', {
      appendSwitch: (name: string, value = '') => void switches.set(name, value),
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
    }),
    enableSandbox: () => {
      if (isReady) throw new Error('app.enableSandbox() must be called before the app is ready');
    },
    requestSingleInstanceLock: () => {
      const name = lockName();
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', (data) => {
          const { argv, cwd } = JSON.parse(data.toString()) as { argv: string[]; cwd: string };
          program.emit('second-instance', createEvent({}), argv, cwd);
        });
      });
      server.on('error', () => {
        message = new Promise((done) => {
          const socket = connect(name);
          socket.on('error', () => done());
          socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() }), () => done());
        });
      });
      // The name is taken, or not, before `listen` returns.
      server.listen(name);
      server.unref();
      return server.listening;
    },
    quit: () => {
      // Never in the middle of the caller, as in Electron.
      setImmediate(quit);
    },
    exit: (code = 0) => {
      quitting = true;
      void leave(code);
    },
  }),
);
