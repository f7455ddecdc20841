import { describe, expect, it } from 'vitest';
import { belongsToInputMethod, compositionEnded, type KeyPress, keyName, pushKeys, runKey } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('the keyboard map', () => {
  it('names a key with its modifiers', () => {
    expect(keyName(press('F9', { ctrlKey: true }))).toBe('ctrl+f9');
    expect(keyName(press('1', { altKey: true }))).toBe('alt+1');
    expect(keyName(press('Enter', { shiftKey: true }))).toBe('shift+enter');
  });

  it('leaves keys to the input method while it composes and for 50 ms after', () => {
    expect(belongsToInputMethod(press('Enter', { isComposing: true }), 0)).toBe(true);
    expect(belongsToInputMethod(press('F9', { keyCode: 229 }), 0)).toBe(true);
    compositionEnded(1000);
    expect(belongsToInputMethod(press('Enter'), 1049)).toBe(true);
    expect(belongsToInputMethod(press('Enter'), 1050)).toBe(false);
  });

  it('gives a key to the newest screen that wants it, and back when that screen is gone', () => {
    const seen: string[] = [];
    const shell = pushKeys(() => ({ f9: () => seen.push('shell'), f2: () => seen.push('new') }));
    const screen = pushKeys(() => ({ f9: () => seen.push('screen') }));
    runKey('f9');
    runKey('f2');
    screen();
    runKey('f9');
    shell();
    expect(seen).toEqual(['screen', 'new', 'shell']);
  });

  it('keeps the keys of the page below an open dialog from acting', () => {
    const seen: string[] = [];
    const dialog = pushKeys(() => ({ escape: () => seen.push('close') }), true);
    const page = pushKeys(() => ({ f9: () => seen.push('save page') }));
    expect(runKey('f9')).toBe(true);
    runKey('escape');
    dialog();
    page();
    expect(seen).toEqual(['close']);
  });

  it('does not take keys that the system or the text field owns', () => {
    expect(['f10', 'f11', 'f12', 'alt+f4', 'ctrl+z', 'a', 'enter'].some(runKey)).toBe(false);
  });
});
