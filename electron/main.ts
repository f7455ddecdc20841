/** The desk in a window of its own. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session } from 'electron';
import { defaultFolder, type Hold, holdFolder, prepareFolder } from '../desk/folder.ts';
import { openDesk } from '../desk/open.ts';
import { findPages } from '../desk/pages.ts';
import { connectionOf, connectWindows } from './ipc.ts';
import { offerEditing, setMenu } from './menu.ts';
import { restrictProgram, restrictSession } from './permissions.ts';
import { rememberedPlace, rememberPlace } from './place.ts';
import { createPrinter } from './printing.ts';
import { registerScheme, servePages } from './protocol.ts';
import { createDeskWindow, raise } from './window.ts';

const here = import.meta.dirname;
/** Until the window is there, a second start needs no answer: it is about to come. */
let showWindow = () => {};

/** `--data <folder>` as in the loopback desk; anything else on the command line is Electron's own. */
function chosenFolder(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return prepareFolder(typeof values.data === 'string' ? values.data : defaultFolder());
}

/** Opens the desk and its window; everything that follows hangs on the window. */
async function open(folder: string, hold: Hold): Promise<void> {
  const ports = { printPdf: createPrinter(), fetch, now: () => new Date() };
  const desk = await openDesk({ folder, version: app.getVersion(), ports });
  servePages(session.defaultSession, findPages(join(here, '..', 'renderer')));
  restrictSession(session.defaultSession);
  restrictProgram();
  setMenu();
  connectWindows(desk);

  const file = join(folder, 'window.json');
  const place = rememberedPlace(file);
  const window = createDeskWindow(here, place.bounds);
  showWindow = () => raise(window);
  const connection = connectionOf(window.webContents);
  window.once('closed', () => void desk.leave(connection));
  if (place.maximized) window.maximize();
  rememberPlace(window, file);
  offerEditing(window.webContents);

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void desk.close().finally(() => {
      closed = true;
      hold.release();
      app.quit();
    });
  });
}

async function start(folder: string): Promise<void> {
  await app.whenReady();
  // The loopback desk may have the same folder open: it shows its window, and this program ends.
  const hold = await holdFolder(folder, () => showWindow());
  if (hold) await open(folder, hold);
  else app.quit();
}

/** A bug: one sentence, and the end of the program before it does more; what was saved is on disk. */
function fail(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    '枫桥接访台无法继续运行',
    `已保存的内容都在本机硬盘上，不会丢失。请重新打开；如果再次出现，请把下面的文字告诉维护人员。\n\n${reason}`,
  );
  app.exit(1);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
const folder = chosenFolder();
app.setPath('userData', join(folder, 'shell'));
app.commandLine.appendSwitch('lang', 'zh-CN');
registerScheme();
app.enableSandbox();
app.on('window-all-closed', () => app.quit());
app.on('second-instance', () => showWindow());
if (app.requestSingleInstanceLock()) void start(folder);
else app.quit();
