/** What `npm run dist` packs, and that the desk starts from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesk } from '../double/launch.ts';
import { ensureBuilt, root } from './built.ts';
import { SETUP } from './setUp.ts';

const unpacked = join(root, 'dist', 'linux-unpacked');
const archive = join(unpacked, 'resources', 'app.asar');
let folder: string;
let said: string;
let packed: string[];

beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const run = spawnSync(process.execPath, ['build/dist.ts', '--linux', '--dir'], {
    cwd: root,
    encoding: 'utf8',
  });
  said = `${run.stdout}${run.stderr}`;
  if (run.status !== 0) throw new Error(said);
  packed = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is packed', () => {
  it('is told in one line, with what was not made and why', () => {
    expect(said).toMatch(
      /^Made: dist\/linux-unpacked.*\. Not made: deb and AppImage for x64 and arm64 \(not asked for\)\.\n$/,
    );
  });

  it('is the bundle, the pages, the data they read and one native library', () => {
    const outside = packed.filter(
      (file) => !/^\/(out\/renderer\/assets\/|node_modules\/better-sqlite3\/lib\/)/.test(file),
    );
    const fixed = outside.filter((file) => !file.startsWith('/out/electron/migrations/'));
    expect(fixed.sort()).toEqual([
      '/node_modules',
      '/node_modules/better-sqlite3',
      '/node_modules/better-sqlite3/LICENSE',
      '/node_modules/better-sqlite3/lib',
      '/node_modules/better-sqlite3/package.json',
      '/node_modules/better-sqlite3/prebuilds',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
      '/out',
      '/out/electron',
      '/out/electron/data',
      '/out/electron/data/places.csv.gz',
      '/out/electron/main.cjs',
      '/out/electron/migrations',
      '/out/electron/preload.cjs',
      '/out/renderer',
      '/out/renderer/assets',
      '/out/renderer/desk.html',
      '/package.json',
    ]);
    expect(outside.filter((file) => /^\/out\/electron\/migrations\/\d{4}_\w+\.sql$/.test(file)).length).toBe(
      outside.length - fixed.length,
    );
  });

  it('holds no source, no map and no test', () => {
    expect(packed.filter((file) => /\.(tsx?|mts|map|cpp|hpp|gyp)$|\.test\./.test(file))).toEqual([]);
  });

  it('leaves only the library outside the archive, where its hash would not be checked', () => {
    const outside = globSync('**/*.*', { cwd: `${archive}.unpacked` });
    expect(outside).toEqual([join('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node')]);
  });

  it('weighs little enough for a stick and a slow line (archive below 12 MB)', () => {
    expect(readFileSync(archive).length).toBeLessThan(12_000_000);
  });

  it('has its executable, its languages and none of the names of Electron', () => {
    expect(existsSync(join(unpacked, 'fengqiao-desk'))).toBe(true);
    expect(existsSync(join(unpacked, 'electron'))).toBe(false);
    expect(existsSync(join(unpacked, 'locales', 'zh-CN.pak'))).toBe(true);
    expect(existsSync(join(unpacked, 'locales', 'de.pak'))).toBe(false);
  });

  it('runs this program and no other: the fuses of the executable are set', () => {
    const program = readFileSync(join(unpacked, 'fengqiao-desk'));
    const wire = program.subarray(program.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 32);
    const fuses = [...wire.subarray(2, 2 + 8).toString('latin1')];
    const names = ['run as node', 'cookie encryption', 'NODE_OPTIONS', 'inspector', 'archive checked'];
    names.push('archive only', 'browser snapshot', 'rights of file pages');
    expect({
      version: wire[0],
      ...Object.fromEntries(names.map((name, i) => [name, fuses[i] === '1'])),
    }).toEqual({
      version: 1,
      'run as node': false,
      'cookie encryption': false,
      NODE_OPTIONS: false,
      inspector: false,
      'archive checked': true,
      'archive only': true,
      'browser snapshot': false,
      'rights of file pages': false,
    });
  });
});

describe('the desk from app.asar', () => {
  it('starts, knows its towns, makes its database and keeps its window without developer tools', async () => {
    const program = join(folder, 'program');
    extractAll(archive, program);
    const main = join(program, 'out', 'electron', 'main.cjs');
    const desk = await launchDesk({ main, data: join(folder, 'data'), packaged: true });
    try {
      const page = await desk.firstWindow();
      await page.locator('h1').first().waitFor();
      const call = (method: string, input: object) =>
        page.evaluate(
          ([name, value]) =>
            (
              window as unknown as { desk: { call(name: string, value: object): Promise<unknown> } }
            ).desk.call(name, value),
          [method, input] as const,
        );
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
      expect(await call('session.state', {})).toMatchObject({
        ok: true,
        value: { phase: 'setup', version, names: [] },
      });
      expect(JSON.stringify(await call('places.children', { code: '441481' }))).toContain('新陂镇');
      expect(await call('setup.create', SETUP)).toMatchObject({
        ok: true,
        value: { recoveryCode: expect.any(String) },
      });
      const tools = await desk.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(
          (one: { webContents: { getLastWebPreferences(): { devTools: boolean } } }) =>
            one.webContents.getLastWebPreferences().devTools,
        ),
      );
      expect(tools).toEqual([false]);
    } finally {
      expect(await desk.close()).toBe(0);
    }
  });
});
