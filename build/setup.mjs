#!/usr/bin/env node
// The one door of every npm script: makes a fresh machine ready, then runs what was asked for on Node 24.
// Runs on Node 20 with nothing installed, so this file, packages.mjs and machine.mjs import Node's own modules only.
//   node build/setup.mjs <start|test|bureau|demo|dist|bench> [arguments for the target …]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { ensureBrowser } from './machine.mjs';
import { ensurePackages, findNode } from './packages.mjs';

const root = resolve(import.meta.dirname, '..');

/** What each word needs. `test` builds too, but as one of its own stages: a broken build is a failed test there. */
const targets = {
  start: { file: 'out/loopback/main.cjs', builds: true, browser: 'offered' },
  test: { file: 'tests/run.ts', browser: 'needed' },
  bureau: { file: 'bureau/main.ts', builds: true },
  demo: { file: 'build/demo.ts', builds: true, browser: 'offered' },
  dist: { file: 'build/dist.ts', builds: true },
  bench: { file: 'tests/bench/run.ts', builds: true, browser: 'needed' },
};

const [word, ...args] = process.argv.slice(2);
const target = Object.hasOwn(targets, word ?? '') ? targets[word] : undefined;
try {
  if (!target) throw new Error(`Say what to run: ${Object.keys(targets).join(', ')}.`);
  ensurePackages(root);
  const node = findNode(root);
  const env = childEnvironment(target.browser ? ensureBrowser(target.browser) : undefined);
  if (target.builds) build(node, env);
  const electron = word === 'start' ? electronRuntime(node, env) : undefined;
  run(electron ?? node, electron ? electronArguments() : [target.file, ...args], env);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The children's environment: our tools first in the path, and everybody uses the browser that was found here. */
function childEnvironment(browser) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const tools = join(root, 'node_modules', '.bin');
  const env = { ...process.env, [path]: `${tools}${delimiter}${process.env[path] ?? ''}` };
  // Some tools colour their output into a file or a pipe as well.
  if (!process.stdout.isTTY && !env.FORCE_COLOR) env.NO_COLOR = '1';
  return browser ? { ...env, FENGQIAO_CHROMIUM: browser } : env;
}

function build(node, env) {
  const { status } = spawnSync(node, ['build/bundle.ts'], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The desk could not be built; the reason stands above.');
}

/** The Electron executable if its runtime is really here; otherwise one line, and the desk opens in the browser. */
function electronRuntime(node, env) {
  if (args.includes('--no-open') || !existsSync(join(root, 'out/electron/main.cjs'))) return undefined;
  const noScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const ownFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = ownFolder ?? join(root, 'node_modules/electron/dist');
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const file = join(folder, names[process.platform] ?? 'electron');
  // A mirror that somebody configured can be reached from here; the default one often cannot, and costs 40 s of retries.
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (!existsSync(file) && !ownFolder && mirror && !noScreen) {
    spawnSync(node, ['node_modules/electron/install.js'], { cwd: root, env, stdio: 'inherit' });
  }
  if (existsSync(file) && !noScreen) return file;
  const why = noScreen
    ? 'There is no screen for Electron'
    : "Electron's runtime is not here (npx install-electron)";
  console.log(`${why}, so the desk opens in the browser instead.`);
  return undefined;
}

/** Chromium's sandbox refuses to start for root, who has nothing left to lose to it. */
function electronArguments() {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, root, ...args];
}

/** Runs the target in our place: the same terminal, signals passed on, its exit code is ours. */
function run(program, programArgs, env) {
  const child = spawn(program, programArgs, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal's Ctrl+C reaches the child by itself; a second one would make it give up its orderly end.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
