import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { DeskProgram, LaunchOptions } from './program.ts';

/** The executable of a real Electron, if one is on this machine. */
export function realElectron(root: string): string | undefined {
  if (process.env.ELECTRON_EXE) return process.env.ELECTRON_EXE;
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/** The same face over a real Electron. */
export async function launchReal(
  executable: string,
  { main, data, env }: LaunchOptions,
): Promise<DeskProgram> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const given = Object.entries({ ...process.env, ...env }).filter(
    (pair): pair is [string, string] => !!pair[1],
  );
  const program = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, main, `--data=${data}`],
    env: Object.fromEntries(given),
  });
  const child = program.process();
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return {
    kind: 'electron',
    ended,
    output: () => printed,
    firstWindow: () => program.firstWindow(),
    windows: () => program.windows(),
    evaluate: (work, arg) => program.evaluate(work as never, arg as never),
    async close() {
      await program.close();
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
