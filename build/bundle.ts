/**
 * Builds what a window or a browser loads, into out/:
 *
 *   out/renderer/              the pages (vite): desk.html, bureau.html, assets with hashed names
 *   out/electron/main.cjs      Electron's main program (esbuild), with everything but electron and better-sqlite3
 *   out/electron/preload.cjs   the window's bridge: a sandboxed window loads one CommonJS file only
 *   out/loopback/main.cjs      the desk for a browser, likewise: one file starts in a third of the time of 300 sources
 *   out/…/migrations/          copy of db/migrations/*.sql, beside each main
 *   out/…/data/                copy of domain/data/*.gz
 *
 * Bundled code finds the last two under its `resourceFolder`, which is `import.meta.dirname` of main (the bundle turns
 * it into `__dirname`). The bureau runs from source.
 *
 *   node build/bundle.ts           builds when a source changed since the last build
 *   node build/bundle.ts --force   builds in any case
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const at = (...path: string[]) => join(root, ...path);
const stamp = at('out', '.stamp');

const SOURCES = [
  'domain',
  'contract',
  'db',
  'sync',
  'desk',
  'electron',
  'loopback',
  'renderer',
  'build/bundle.ts',
  'package-lock.json',
];

/** One hash over the names and bytes of everything that ends up in out/. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((source) => globSync([source, `${source}/**/*.*`], { cwd: root }));
  for (const file of files.sort()) {
    if (/\.test\.tsx?$/.test(file) || !/\.\w+$/.test(file)) continue;
    hash.update(`${file}\0`).update(readFileSync(at(file)));
  }
  return hash.digest('hex');
}

async function buildPages(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: at('renderer/vite.config.ts'), logLevel: 'warn' });
}

async function buildProgram(entry: string, outfile: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['electron', 'better-sqlite3', 'playwright-core'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    // Any other use of import.meta is empty in CommonJS and would fail on the clerk's machine instead of here.
    logOverride: { 'empty-import-meta': 'error' },
    logLevel: 'warning',
  });
}

/** Copies afresh, so that a file removed from the sources does not live on. */
function copyAll(pattern: string, folder: string): void {
  rmSync(at(folder), { recursive: true, force: true });
  mkdirSync(at(folder), { recursive: true });
  for (const file of globSync(pattern, { cwd: root })) cpSync(at(file), at(folder, basename(file)));
}

async function bundle(): Promise<void> {
  const hash = sourcesHash();
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (fresh && !process.argv.includes('--force')) return;
  const parts: [entry: string, make: () => Promise<void>][] = [
    ['renderer/desk.html', buildPages],
    ['electron/main.ts', () => buildProgram('electron/main.ts', 'out/electron/main.cjs')],
    ['electron/preload.ts', () => buildProgram('electron/preload.ts', 'out/electron/preload.cjs')],
    ['loopback/main.ts', () => buildProgram('loopback/main.ts', 'out/loopback/main.cjs')],
  ];
  rmSync(stamp, { force: true });
  for (const [entry, make] of parts) {
    console.log(existsSync(at(entry)) ? `Building from ${entry} …` : `Not built: there is no ${entry} yet.`);
    if (existsSync(at(entry))) await make();
  }
  for (const program of ['electron', 'loopback']) {
    copyAll('db/migrations/*.sql', `out/${program}/migrations`);
    copyAll('domain/data/*.gz', `out/${program}/data`);
  }
  writeFileSync(stamp, hash);
}

try {
  await bundle();
} catch (error) {
  // The bundler's own message names the file and the line; its stack says nothing to us, its colours ignore NO_COLOR.
  const words = error instanceof Error ? error.message : String(error);
  console.error(process.stderr.isTTY ? words : stripVTControlCharacters(words));
  process.exitCode = 1;
}
