import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reachable, rememberedPlace, rememberPlace } from './place.ts';

/** The screens of the moment; the module itself would look for Electron's runtime. */
const screens: { workArea: Rectangle }[] = [];
vi.mock('electron', () => ({
  screen: { getPrimaryDisplay: () => screens[0], getAllDisplays: () => screens },
}));

const MAIN = { x: 0, y: 0, width: 1920, height: 1040 };
const MIDDLE = { bounds: { x: 277, y: 110, width: 1366, height: 820 }, maximized: false };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'place-'));
  file = join(folder, 'window.json');
  screens.splice(0, screens.length, { workArea: MAIN });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the place of a window', () => {
  const kept = (place: unknown) => writeFileSync(file, JSON.stringify(place));

  it('is the middle of the main screen the first time', () => {
    expect(rememberedPlace(file)).toEqual(MIDDLE);
  });

  it('is the whole screen where that is small', () => {
    screens[0] = { workArea: { x: 0, y: 24, width: 1280, height: 696 } };
    expect(rememberedPlace(file).bounds).toEqual({ x: 0, y: 24, width: 1280, height: 696 });
  });

  it('is where it was left', () => {
    const place = { bounds: { x: 40, y: 30, width: 1100, height: 700 }, maximized: true };
    kept(place);
    expect(rememberedPlace(file)).toEqual(place);
  });

  it('is on the second screen while that is there, and on the main one when it is gone', () => {
    const place = { bounds: { x: 2000, y: 30, width: 1100, height: 700 }, maximized: false };
    kept(place);
    screens.push({ workArea: { x: 1920, y: 0, width: 1280, height: 1000 } });
    expect(rememberedPlace(file)).toEqual(place);
    screens.pop();
    expect(rememberedPlace(file)).toEqual(MIDDLE);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":null}',
    '{"bounds":{"x":0,"y":0,"width":1100}}',
    '{"bounds":{"x":0.5,"y":0,"width":1100,"height":700}}',
    '{"bounds":{"x":0,"y":0,"width":-1,"height":700}}',
    '{"bounds":{"x":"0","y":0,"width":1100,"height":700}}',
  ])('is the middle again after a file that somebody edited: %s', (text) => {
    writeFileSync(file, text);
    expect(rememberedPlace(file)).toEqual(MIDDLE);
  });
});

describe('a window can be taken hold of', () => {
  const at = (x: number, y: number) => reachable({ x, y, width: 1000, height: 700 }, MAIN);

  it('when enough of its title bar lies on the screen', () => {
    expect([at(0, 0), at(-920, 0), at(1840, 0), at(0, 960)]).toEqual([true, true, true, true]);
  });

  it('not when the bar is beside, above or below the screen', () => {
    expect([at(-921, 0), at(1841, 0), at(0, -1), at(0, 961)]).toEqual([false, false, false, false]);
  });
});

describe('remembering the place', () => {
  const state = { destroyed: false, minimized: false, maximized: false };
  const bounds = { x: 5, y: 6, width: 1100, height: 700 };
  /** What this needs of a window. */
  function window() {
    const face = {
      isDestroyed: () => state.destroyed,
      isMinimized: () => state.minimized,
      isMaximized: () => state.maximized,
      getNormalBounds: () => bounds,
    };
    return Object.assign(new EventEmitter(), face) as unknown as BrowserWindow & EventEmitter;
  }
  const written = () => JSON.parse(readFileSync(file, 'utf8'));
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(state, { destroyed: false, minimized: false, maximized: false });
  });
  afterEach(() => void vi.useRealTimers());

  it('writes once a window that is dragged rests, and leaves no other file', () => {
    const dragged = window();
    rememberPlace(dragged, file);
    for (let i = 0; i < 50; i += 1) {
      dragged.emit(i % 2 ? 'move' : 'resize');
      vi.advanceTimersByTime(100);
    }
    expect(existsSync(file)).toBe(false);
    vi.advanceTimersByTime(500);
    expect(written()).toEqual({ bounds, maximized: false });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('writes when it closes, at once', () => {
    const closing = window();
    rememberPlace(closing, file);
    state.maximized = true;
    closing.emit('close');
    expect(written()).toEqual({ bounds, maximized: true });
  });

  it('keeps the last place of a window that is minimised or already gone', () => {
    const hidden = window();
    rememberPlace(hidden, file);
    state.minimized = true;
    hidden.emit('close');
    Object.assign(state, { minimized: false, destroyed: true });
    hidden.emit('move');
    vi.advanceTimersByTime(500);
    expect(existsSync(file)).toBe(false);
  });

  it('writes nothing after the window was closed', () => {
    const closed = window();
    rememberPlace(closed, file);
    closed.emit('move');
    closed.emit('closed');
    vi.advanceTimersByTime(500);
    expect(existsSync(file)).toBe(false);
  });

  it('lets a window close on a disk that cannot be written', () => {
    const closing = window();
    rememberPlace(closing, join(folder, 'no such folder', 'window.json'));
    expect(() => closing.emit('close')).not.toThrow();
  });
});
