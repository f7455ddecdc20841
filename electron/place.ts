import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { screen } from 'electron';

/** Where the window stood when it was last closed. */
interface Place {
  bounds: Rectangle;
  maximized: boolean;
}

/** Part of the title bar (px) that must lie on a screen, or the window could not be moved. */
const GRIP = 80;
/** A window that is being dragged is written once it rests (ms). */
const REST = 500;

/** The place read from `file`, when it still fits the screens of today; otherwise the main screen. */
export function rememberedPlace(file: string): Place {
  const area = screen.getPrimaryDisplay().workArea;
  const width = Math.min(1366, area.width);
  const height = Math.min(820, area.height);
  const bounds = {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
  const kept = readPlace(file);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  return kept && areas.some((one) => reachable(kept.bounds, one)) ? kept : { bounds, maximized: false };
}

/** Whether the title bar of a window can be taken hold of on this screen. */
export function reachable(window: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return wide >= GRIP && window.y >= area.y && window.y <= area.y + area.height - GRIP;
}

/** Writes the place whenever the window comes to rest and when it closes. */
export function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    writePlace(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', write);
  window.on('closed', () => clearTimeout(timer));
}

function readPlace(file: string): Place | undefined {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Place;
    const { x, y, width, height } = bounds;
    const whole = [x, y, width, height].every((part) => Number.isInteger(part));
    return whole && width > 0 && height > 0
      ? { bounds: { x, y, width, height }, maximized: maximized === true }
      : undefined;
  } catch {
    // The first start, or a file that somebody edited: the main screen it is.
    return undefined;
  }
}

/** All or nothing: a power cut leaves the old file or the new one. */
function writePlace(file: string, place: Place): void {
  try {
    const temporary = `${file}.new`;
    const handle = openSync(temporary, 'w', 0o600);
    writeSync(handle, JSON.stringify(place));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, file);
  } catch {
    // A full or read-only disk must not keep a window from closing; the desk itself tells the clerk.
  }
}
