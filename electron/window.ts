import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type WebContents,
  type WebPreferences,
} from 'electron';
import { DESK_PAGE, isOurPage } from './protocol.ts';

/** Every security choice of a window. No window is made with less; a test compares each window with this list. */
export const SECURITY = {
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
} as const satisfies WebPreferences;

/** The one factory of windows: nothing else in the program writes `new BrowserWindow`. */
export function createWindow(
  options: BrowserWindowConstructorOptions,
  own: Pick<WebPreferences, 'preload' | 'javascript' | 'partition'>,
): BrowserWindow {
  const webPreferences = { ...own, ...SECURITY, devTools: !app.isPackaged };
  const window = new BrowserWindow({ ...options, webPreferences });
  denyEscapes(window.webContents);
  return window;
}

/** A page stays the page it is: no other address, no second window, no page within the page. */
function denyEscapes(contents: WebContents): void {
  const stay = (event: Electron.Event<{ url: string }>) => {
    if (!isOurPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Smallest size (px) at which every screen still shows its save button. */
const SMALLEST = { minWidth: 1024, minHeight: 640 };

/** The desk's window; it appears once its page is drawn. `folder` holds the bundled programs. */
export function createDeskWindow(folder: string, bounds: Electron.Rectangle): BrowserWindow {
  const window = createWindow(
    { ...bounds, ...SMALLEST, show: false, title: '枫桥接访台', backgroundColor: '#f2efe8' },
    { preload: join(folder, 'preload.cjs') },
  );
  window.once('ready-to-show', () => window.show());
  window.loadURL(DESK_PAGE).catch((error: unknown) => {
    // A window that was closed while it loaded is no fault.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}

/** Brings the window before the clerk, from the task bar too. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
