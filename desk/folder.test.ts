import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultFolder, holdFolder, prepareFolder } from './folder.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'fengqiao-folder-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('the data folder of a person', () => {
  it.each([
    [{ APPDATA: '/roaming' }, 'win32', '/roaming/FengqiaoDesk'],
    [{}, 'win32', '/home/luo/AppData/Roaming/FengqiaoDesk'],
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/FengqiaoDesk'],
    [{}, 'linux', '/home/luo/.local/share/FengqiaoDesk'],
    [{ XDG_DATA_HOME: '' }, 'linux', '/home/luo/.local/share/FengqiaoDesk'],
    [{}, 'darwin', '/home/luo/Library/Application Support/FengqiaoDesk'],
  ] as const)('%j on %s: %s', (env, platform, expected) => {
    expect(defaultFolder(env, platform, '/home/luo')).toBe(join(expected));
  });

  it('is made for this person only, and known by its real path', () => {
    const made = prepareFolder(join(place, 'a', 'b'));
    expect(made).toBe(join(realpathSync(place), 'a', 'b'));
    if (process.platform !== 'win32') expect(statSync(made).mode & 0o777).toBe(0o700);
    symlinkSync(made, join(place, 'link'));
    expect(prepareFolder(join(place, 'link'))).toBe(made);
  });
});

describe('one process a folder', () => {
  it('the second is turned away and the first shows itself; afterwards the folder is free', async () => {
    const shown = Promise.withResolvers<void>();
    const first = await holdFolder(place, () => shown.resolve());
    expect(first).not.toBeNull();
    expect(await holdFolder(place, () => {})).toBeNull();
    await shown.promise;
    first?.release();
    const next = await holdFolder(place, () => {});
    expect(next).not.toBeNull();
    next?.release();
  });

  it('another folder is another desk', async () => {
    mkdirSync(join(place, 'training'));
    const holds = [await holdFolder(place, () => {}), await holdFolder(join(place, 'training'), () => {})];
    expect(holds.map((hold) => hold !== null)).toEqual([true, true]);
    for (const hold of holds) hold?.release();
  });

  it('a process that was killed gives it back', async () => {
    const script = `
      const { holdFolder } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'folder.ts')).href)});
      const hold = await holdFolder(${JSON.stringify(place)}, () => {});
      console.log(hold ? 'held' : 'taken');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      expect(said.toString().trim()).toBe('held');
      expect(await holdFolder(place, () => {})).toBeNull();
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const after = await holdFolder(place, () => {});
    expect(after).not.toBeNull();
    after?.release();
  });
});
