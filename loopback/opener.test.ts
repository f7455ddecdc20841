import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CODE_LIFE, createEntry, type Entry } from './entry.ts';
import { createOpener, enteredPage, type Opener, REFUSED_PAGE } from './opener.ts';

let folder: string;
let entry: Entry;
let opener: Opener;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'opener-'));
  entry = createEntry(() => Date.now());
  opener = createOpener(folder, 'http://desk-0a1b2c3d.localhost:41235', entry);
});
afterEach(() => {
  opener.close();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

describe('the opener', () => {
  it('posts its code to the desk, and the code opens it', () => {
    const { address, code } = opener.write();
    const page = readFileSync(fileURLToPath(address), 'utf8');
    expect(page).toContain('<form method="post" action="http://desk-0a1b2c3d.localhost:41235/open">');
    expect(page).toContain(`name="code" value="${code}"`);
    expect(entry.open(code)).not.toBeNull();
  });

  it('holds no secret in its own address', () => {
    const { address, code } = opener.write();
    expect(address).not.toContain(code);
  });

  it.skipIf(process.platform === 'win32')('can be read by this person only (Windows: by the folder)', () => {
    const { address } = opener.write();
    expect(statSync(fileURLToPath(address)).mode & 0o777).toBe(0o600);
  });

  it('is gone when its code has ended', () => {
    const { address } = opener.write();
    vi.advanceTimersByTime(CODE_LIFE);
    expect(existsSync(fileURLToPath(address))).toBe(false);
  });

  it('that is kept fresh holds a code that works, at any time', () => {
    const first = opener.keepFresh();
    vi.advanceTimersByTime(CODE_LIFE * 10);
    const page = readFileSync(fileURLToPath(first.address), 'utf8');
    const code = /value="([\w-]+)"/.exec(page)?.[1] ?? '';
    expect(code).not.toBe(first.code);
    expect(entry.open(code)).not.toBeNull();
    expect(entry.open(first.code)).toBeNull();
  });

  it('leaves nothing behind when the program ends', () => {
    opener.keepFresh();
    opener.close();
    vi.advanceTimersByTime(CODE_LIFE * 10);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes what a killed program left', () => {
    opener.keepFresh();
    const next = createOpener(folder, 'http://desk-0a1b2c3d.localhost:41236', entry);
    expect(readdirSync(folder)).toEqual([]);
    next.close();
  });
});

describe('the pages of the way in', () => {
  it('run no inline script: the policy of the desk forbids it', () => {
    expect(enteredPage('a-ticket')).not.toMatch(/<script(?! src="\/entered\.js")/);
    expect(REFUSED_PAGE).not.toContain('<script');
  });

  it('tell a person with an old code what to do', () => {
    expect(REFUSED_PAGE).toContain('这个入口已经失效。请关闭此窗口，重新打开枫桥接访台。');
  });
});
