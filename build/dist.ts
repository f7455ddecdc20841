/**
 * Packs the desk for people who install it: `npm run dist [-- --win|--linux] [-- --dir]`. Where Electron's runtime and
 * the packing tools can be downloaded (ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR name mirrors), it makes the
 * installers of electron-builder.yml; elsewhere the unpacked folder, from the runtime that is here or a stand-in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeStandIn } from './standIn.ts';

const root = resolve(import.meta.dirname, '..');
/** Longest wait (ms) for a place of downloads; electron-builder itself would try for 40 s and then fail. */
const PATIENCE = 5000;

type System = 'linux' | 'win';
const INSTALLERS: Record<System, string> = {
  linux: 'deb and AppImage for x64 and arm64',
  win: 'NSIS installer for x64',
};

/** Whether both places that electron-builder downloads from answer at all. */
async function canDownload(env: NodeJS.ProcessEnv): Promise<boolean> {
  const places = [env.ELECTRON_MIRROR, env.ELECTRON_BUILDER_BINARIES_MIRROR].map(
    (own) => own || 'https://github.com',
  );
  const answers = places.map((place) =>
    fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) }).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(answers)).every(Boolean);
}

/** The folder of a real Electron runtime for this machine's own system, if one is here. */
function runtimeHere(system: System): string | undefined {
  const own = { linux: 'linux', win: 'win32' }[system] === process.platform;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
  return own && existsSync(join(folder, 'version')) ? folder : undefined;
}

/** Runs electron-builder, quiet unless it fails: then its last words are the reason. */
function pack(args: string[]): void {
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--publish=never'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0)
    throw new Error(
      `electron-builder failed:\n${`${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n')}`,
    );
}

function makeInstallers(system: System): string {
  pack([`--${system}`]);
  return `Made in dist/: ${INSTALLERS[system]}.`;
}

/** The folder that an installer would lay down; what is missing for the installer is said in the same line. */
function makeFolder(system: System, wish: 'asked' | 'forced'): string {
  const why =
    wish === 'asked' ? 'not asked for' : 'no place to download Electron and the packing tools from answers';
  const left = `Not made: ${INSTALLERS[system]} (${why}).`;
  const real = runtimeHere(system);
  if (!real && system === 'win') return left;
  const standIn = join(root, 'out', 'standIn');
  if (!real) writeStandIn(standIn, electronVersion());
  pack([`--${system}`, '--x64', '--dir', `-c.electronDist=${real ?? standIn}`]);
  const kind = real ? '' : " around a stand-in for Electron's runtime: to be checked, not to be installed";
  return `Made: dist/${system}-unpacked${kind}. ${left}`;
}

function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

async function run(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { win: flag, linux: flag, dir: flag } });
  const asked = (['linux', 'win'] as const).filter((system) => values[system]);
  const systems: System[] = asked.length > 0 ? asked : [process.platform === 'win32' ? 'win' : 'linux'];
  const download = !values.dir && (await canDownload(process.env));
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const system of systems)
    console.log(download ? makeInstallers(system) : makeFolder(system, values.dir ? 'asked' : 'forced'));
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
