import { useEffect, useRef } from 'react';

/** The part of a keyboard event that names a key; tests make it by hand. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** By key name in small letters: `f9`, `ctrl+f9`, `escape`, `alt+1`. */
export type KeyMap = Record<string, () => void>;

interface Layer {
  keys: () => KeyMap;
  exclusive: boolean;
}

/** Some input methods report the end of a composition before the key that ended it (ms). */
const AFTER_COMPOSITION = 50;
/** Always ours, so that the browser never opens its own help, find bar, reload or caret mode. */
const OWN_KEYS = new Set([
  'f1',
  'f2',
  'f3',
  'f4',
  'f5',
  'f6',
  'f7',
  'f8',
  'f9',
  'ctrl+f9',
  'ctrl+p',
  'ctrl+s',
  'ctrl+f',
  'ctrl+n',
]);

/** The name of a key press in small letters, modifiers first. */
export function keyName(press: KeyPress): string {
  const shift = press.shiftKey && press.key.length > 1 ? 'shift+' : '';
  return `${press.ctrlKey ? 'ctrl+' : ''}${press.altKey ? 'alt+' : ''}${shift}${press.key.toLowerCase()}`;
}

let compositionEndedAt = Number.NEGATIVE_INFINITY;

/** Remembers when an input method finished; keys within 50 ms after it belong to the input method. */
export function compositionEnded(at: number): void {
  compositionEndedAt = at;
}

/** True while a key belongs to the input method and not to us. */
export function belongsToInputMethod(press: KeyPress, at: number): boolean {
  return press.isComposing || press.keyCode === 229 || at - compositionEndedAt < AFTER_COMPOSITION;
}

const layers: Layer[] = [];

/** Puts a keyboard map on top; answers how to take it away. While an exclusive one (a dialog) is there, it alone counts. */
export function pushKeys(keys: () => KeyMap, exclusive = false): () => void {
  const layer = { keys, exclusive };
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** Runs the newest action for the key (of the newest dialog, if one is open); answers whether the key was ours. */
export function runKey(name: string): boolean {
  const dialog = layers.findLast((layer) => layer.exclusive);
  const action = (dialog ? [dialog] : layers.toReversed()).map((layer) => layer.keys()[name]).find(Boolean);
  action?.();
  return Boolean(action) || OWN_KEYS.has(name);
}

/** Listens on the window, before any widget does. Escape and arrows stay with an open list. */
export function installKeys(): () => void {
  const down = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event, performance.now())) return;
    const name = keyName(event);
    if (name === 'escape' && hasOpenPopup(event.target)) return;
    if (!runKey(name)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const ended = () => compositionEnded(performance.now());
  window.addEventListener('keydown', down, true);
  window.addEventListener('compositionend', ended, true);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('compositionend', ended, true);
  };
}

function hasOpenPopup(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // The list opens from the target, or is a menu that has the focus itself.
  return target.getAttribute('aria-expanded') === 'true' || target.closest('[role=menu]') !== null;
}

/** Keys of a screen or dialog while it is shown; the newest wins; an `exclusive` one (dialogs) hides all others. */
export function useKeys(map: KeyMap, options: { exclusive?: boolean; active?: boolean } = {}): void {
  const latest = useRef(map);
  latest.current = map;
  const { exclusive = false, active = true } = options;
  useEffect(() => (active ? pushKeys(() => latest.current, exclusive) : undefined), [active, exclusive]);
}
