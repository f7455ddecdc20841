import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';
import { createEvent } from './event.ts';
import { defaultSession, session } from './session.ts';
import { strict } from './strict.ts';
import { WebContents } from './webContents.ts';

const windows = new Set<BrowserWindow>();
let onLastClosed = () => {};

/** Tells the program when no window is left. */
export function whenLastClosed(listener: () => void): void {
  onLastClosed = listener;
}

/** Electron's own defaults where the program names nothing. */
const DEFAULTS: WebPreferences = { contextIsolation: true, sandbox: true, nodeIntegration: false };

/** A window: a page of a real Chromium; bounds and states are remembered, and nobody sees them. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows];
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    [...windows].find((one) => one.webContents === contents) ?? null;

  readonly webContents: WebContents;
  readonly state = { visible: true, minimized: false, maximized: false, destroyed: false };
  bounds: Rectangle;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const preferences = { ...DEFAULTS, ...options.webPreferences };
    if (!preferences.sandbox || !preferences.contextIsolation || preferences.nodeIntegration) {
      throw new Error('double: windows without sandbox or isolation are not imitated');
    }
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.state.visible = options.show !== false;
    const owner = preferences.partition ? session.fromPartition(preferences.partition) : defaultSession;
    this.webContents = new WebContents(preferences, owner);
    const face = strict<BrowserWindow>('BrowserWindow', this);
    this.webContents.once('did-finish-load', () => face.emit('ready-to-show'));
    void prepare(face);
    windows.add(face);
    // biome-ignore lint/correctness/noConstructorReturn: every access goes through the strict face
    return face;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  /** Asks the listeners, which may veto. */
  close(): void {
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.state.destroyed) return;
    this.state.destroyed = true;
    for (const one of windows) if (one.webContents === this.webContents) windows.delete(one);
    void this.webContents.opened.then((page) => page.close()).catch(() => {});
    this.emit('closed');
    if (windows.size === 0) onLastClosed();
  }

  isDestroyed = (): boolean => this.state.destroyed;
  show = (): void => void Object.assign(this.state, { visible: true, minimized: false });
  hide = (): void => void Object.assign(this.state, { visible: false });
  isVisible = (): boolean => this.state.visible;
  focus = (): void => {};
  minimize = (): void => void Object.assign(this.state, { minimized: true });
  isMinimized = (): boolean => this.state.minimized;
  restore = (): void => void Object.assign(this.state, { minimized: false });
  maximize = (): void => void Object.assign(this.state, { maximized: true });
  isMaximized = (): boolean => this.state.maximized;
  getBounds = (): Rectangle => ({ ...this.bounds });
  getNormalBounds = (): Rectangle => ({ ...this.bounds });

  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.bounds, bounds);
    void prepare(this);
    this.emit('resize');
    this.emit('move');
  }
}

/** Gives the page the size of its window; a page closed by its person closes the window. */
async function prepare(window: BrowserWindow): Promise<void> {
  const page = await window.webContents.opened.catch(() => undefined);
  if (!page || page.isClosed()) return;
  const { width, height } = window.bounds;
  await page.setViewportSize({ width, height }).catch(() => {});
  page.removeAllListeners('close');
  page.once('close', () => {
    if (window.isDestroyed()) return;
    window.emit('close', createEvent({}));
    window.destroy();
  });
}
