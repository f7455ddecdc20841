/**
 * Every test of the project, one stage after the other; what was skipped is listed with its reasons, and the last line
 * is `N passed, N failed`.
 *
 *   npm test                              everything
 *   npm test -- --only=types,lint         these stages
 *   npm test -- --skip=journeys           all but these
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkTypes } from '../build/types.ts';
import { closing, journeysTally, type Tally } from './tally.ts';

const root = resolve(import.meta.dirname, '..');
const results = (name: string) => join(root, 'test-results', name);
let current: ChildProcess | undefined;

/** Runs a tool's own JavaScript (no shell, no .cmd) in this terminal and gives its exit code; null = killed. */
function tool(script: string, ...args: string[]): Promise<number | null> {
  return new Promise((done, refuse) => {
    current = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
    current.on('exit', done).on('error', refuse);
  });
}

const one = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });

const stages: Record<string, () => Promise<Tally>> = {
  types: async () => {
    const parts = checkTypes();
    const count = (outcome: string) => parts.filter((part) => part.outcome === outcome);
    const skipped = count('empty').map(({ part }) => `types of ${part}: no files yet`);
    return { passed: count('passed').length, failed: count('failed').length, skipped };
  },
  lint: async () =>
    one(
      (await tool(
        'node_modules/@biomejs/biome/bin/biome',
        'ci',
        '--colors=off',
        '--error-on-warnings',
        '.',
      )) === 0,
    ),
  unused: async () => one((await tool('node_modules/knip/bin/knip.js', '--no-progress')) === 0),
  build: async () => one((await tool('build/bundle.ts')) === 0),
  vitest: () =>
    counted('vitest.json', (text) => JSON.parse(text) as Tally, [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=./tests/vitestTally.ts',
    ]),
  journeys: () => counted('journeys.json', journeysTally, ['node_modules/@playwright/test/cli.js', 'test']),
};

/** A stage whose tool writes down what it found. No file = it crashed; no test = it saw nothing: both are failures. */
async function counted(
  file: string,
  read: (text: string) => Tally,
  [script = '', ...args]: string[],
): Promise<Tally> {
  rmSync(results(file), { force: true });
  const code = await tool(script, ...args);
  if (!existsSync(results(file))) throw new Error(`${script} ended (${code}) without a result`);
  const tally = read(readFileSync(results(file), 'utf8'));
  if (tally.passed + tally.failed + tally.skipped.length === 0) throw new Error('saw no test at all');
  if (code !== 0 && tally.failed === 0) throw new Error(`${script} failed (${code}) although no test did`);
  return tally;
}

async function run(names: string[]): Promise<void> {
  const total: Tally = { passed: 0, failed: 0, skipped: [] };
  for (const name of names) {
    console.log(`\n── ${name}`);
    let tally: Tally;
    try {
      tally = await (stages[name] as () => Promise<Tally>)();
    } catch (error) {
      console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      tally = one(false);
    }
    console.log(`── ${name}: ${closing(tally)}`);
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped.push(...tally.skipped);
  }
  if (total.skipped.length > 0)
    console.log(`\nSkipped:\n${total.skipped.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\n${closing(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** The stages that the command line leaves; an unknown name is refused, so that a slip cannot pass by running nothing. */
function chosen(args: string[]): string[] {
  const named = (option: string) =>
    args.flatMap((arg) => (arg.startsWith(option) ? arg.slice(option.length).split(',') : []));
  const [only, skip] = [named('--only='), named('--skip=')];
  const known = Object.keys(stages);
  const strange = [
    ...args.filter((arg) => !/^--(only|skip)=/.test(arg)),
    ...[...only, ...skip].filter((name) => !known.includes(name)),
  ];
  if (strange.length > 0) {
    throw new Error(`Unknown: ${strange.join(', ')}. Use --only= or --skip= with ${known.join(', ')}.`);
  }
  const left = known.filter((name) => (only.length === 0 || only.includes(name)) && !skip.includes(name));
  if (left.length === 0) throw new Error('These options leave nothing to run.');
  return left;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    current?.kill(signal);
    process.exit(1);
  });
}

try {
  await run(chosen(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
