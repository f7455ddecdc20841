/** A stand-in for the `electron` module of the main process; its limits stand in README.md. */
import { app } from './app.ts';
import { ipcMain } from './ipc.ts';
import { protocol, session } from './session.ts';
import { strict } from './strict.ts';
import { asked, dialog, Menu, screen, shell } from './system.ts';
import { BrowserWindow } from './window.ts';

const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
});

/** One question of the test to this process: a function as text, called with the module and one argument. */
interface Question {
  id: number;
  source: string;
  arg: unknown;
}

if (process.send) {
  process.on('message', (question: Question) => void answer(question));
  // The test is gone: nobody else would end us.
  process.on('disconnect', () => app.exit(0));
  app.once('ready', () => process.send?.({ ready: true }));
}

async function answer({ id, source, arg }: Question): Promise<void> {
  try {
    // biome-ignore lint/security/noGlobalEval: the test's own function, as Playwright's `evaluate` does with Electron
    const value: unknown = await globalThis.eval(`(${source})`)({ ...electron, asked }, arg);
    process.send?.({ id, ok: true, value });
  } catch (error) {
    process.send?.({
      id,
      ok: false,
      text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

// `require('electron')` gets the strict object itself, not a namespace with undefined gaps.
export { electron as 'module.exports' };
