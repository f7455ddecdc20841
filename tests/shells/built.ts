import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { holdFolder } from '../../desk/folder.ts';

export const root = resolve(import.meta.dirname, '..', '..');
/** The bundled main program of the window. */
export const MAIN = join(root, 'out', 'electron', 'main.cjs');

/** Builds what is out of date, one test process at a time: two builds at once would empty each other's folder. */
export async function ensureBuilt(): Promise<void> {
  const hold = await alone();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/bundle.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  hold.release();
  if (status !== 0) throw new Error(`the desk could not be built\n${stdout}${stderr}`);
}

async function alone() {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    const hold = await holdFolder(join(root, 'out'), () => {});
    if (hold) return hold;
    await new Promise((done) => setTimeout(done, 200));
  }
}
