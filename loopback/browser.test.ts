import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWindow, findBrowser } from './browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that notes its arguments and lives until it is told to end. */
function program(name: string, script = 'printf "%s\\n" "$@" >> "$0.said"; exec sleep 60'): string {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const file = join(folder, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.runIf(process.platform === 'linux')('looking for a browser (Linux)', () => {
  const path = (...names: string[]) => ({ PATH: names.map((name) => join(folder, name)).join(delimiter) });

  it('takes the one that FENGQIAO_CHROMIUM names', () => {
    expect(findBrowser({ FENGQIAO_CHROMIUM: '/opt/own/chromium', ...path('bin') })).toBe('/opt/own/chromium');
  });

  it('finds the first of the family in the path', () => {
    program('microsoft-edge');
    const chromium = program('chromium');
    expect(findBrowser(path('none', 'bin'))).toBe(chromium);
  });

  it('passes over a file that cannot be run', () => {
    chmodSync(program('chromium'), 0o644);
    const chrome = program('google-chrome');
    // Root may run nothing either that has no right to be run at all.
    expect(findBrowser(path('bin'))).toBe(chrome);
  });

  it('finds nothing where there is nothing', () => {
    expect(findBrowser(path('bin'))).toBeUndefined();
    expect(findBrowser({})).toBeUndefined();
  });
});

describe.runIf(process.platform !== 'win32')('the window in a browser (needs /bin/sh)', () => {
  const ADDRESS = 'file:///tmp/made-up.html';
  const profile = () => join(folder, 'data', 'browser');

  function open(executable: string) {
    let closed = 0;
    const window = createWindow(executable, join(folder, 'data'), () => (closed += 1));
    return { window, closed: () => closed };
  }

  it('is an app window off the record, with a profile of its own', async () => {
    const file = program('chromium');
    const { window } = open(file);
    window.open(ADDRESS);
    await vi.waitFor(() => expect(readFileSync(`${file}.said`, 'utf8')).toContain('--no-pings'));
    const said = readFileSync(`${file}.said`, 'utf8').split('\n');
    expect(said).toEqual(
      expect.arrayContaining([
        `--app=${ADDRESS}`,
        `--user-data-dir=${profile()}`,
        '--incognito',
        '--lang=zh-CN',
      ]),
    );
    expect(said.filter((one) => one.includes('remote-debugging'))).toEqual([]);
    await window.close();
  });

  it('says it in the words of Edge to Edge', async () => {
    const file = program('microsoft-edge');
    const { window } = open(file);
    window.open(ADDRESS);
    await vi.waitFor(() => expect(readFileSync(`${file}.said`, 'utf8')).toContain('--inprivate'));
    await window.close();
  });

  it('keeps no passwords and fills in no forms', async () => {
    const { window } = open(program('chromium'));
    expect(JSON.parse(readFileSync(join(profile(), 'Default', 'Preferences'), 'utf8'))).toMatchObject({
      credentials_enable_service: false,
      profile: { password_manager_enabled: false },
      autofill: { profile_enabled: false },
      download: { prompt_for_download: true },
    });
    await window.close();
  });

  it('leaves nothing of its profile, and wipes what a killed program left', async () => {
    mkdirSync(profile(), { recursive: true });
    writeFileSync(join(profile(), 'History'), 'left by a power cut');
    const { window } = open(program('chromium'));
    expect(existsSync(join(profile(), 'History'))).toBe(false);
    window.open(ADDRESS);
    await window.close();
    expect(existsSync(profile())).toBe(false);
  });

  it('tells when its person closes the browser, once', async () => {
    const { window, closed } = open(program('chromium', 'exit 0'));
    window.open(ADDRESS);
    await vi.waitFor(() => expect(closed()).toBe(1));
    expect(window.isOpen()).toBe(false);
    await window.close();
    expect(closed()).toBe(1);
  });

  it('tells the same of a browser that does not start', async () => {
    const { window, closed } = open(join(folder, 'bin', 'none'));
    window.open(ADDRESS);
    await vi.waitFor(() => expect(closed()).toBe(1));
    await window.close();
  });

  it('hands a second window to the browser that is there', async () => {
    // As a real one does: it passes the address on and ends.
    const file = program(
      'chromium',
      'echo "$1" >> "$0.said"; case "$1" in *second*) exit;; esac; exec sleep 60',
    );
    const { window, closed } = open(file);
    window.open(ADDRESS);
    window.open('file:///tmp/second.html');
    await vi.waitFor(() =>
      expect(readFileSync(`${file}.said`, 'utf8')).toContain('--app=file:///tmp/second.html'),
    );
    expect(window.isOpen()).toBe(true);
    await window.close();
    expect(closed()).toBe(1);
  });
});
