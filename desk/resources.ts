import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = { migrations: join('db', 'migrations'), data: join('domain', 'data') } as const;

/** The folder of files that ship with the program: beside the bundled program, else where the sources keep them. */
export function resourceFolder(kind: keyof typeof SOURCES): string {
  const bundled = join(import.meta.dirname, kind);
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '..', SOURCES[kind]);
}
