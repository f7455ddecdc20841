// What the machine itself must have: a Chromium-family browser, Chinese fonts, and for tests the PDF tools.
// Runs on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const WINDOWS_PATHS = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
const MAC_PATHS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * The path of a browser, after installing what is missing where that is allowed (root on Debian). Where it is not:
 * 'needed' refuses with one sentence, 'offered' prints it and goes on without.
 */
export function ensureBrowser(demand) {
  const missing = missingPackages(demand);
  if (missing.length > 0 && !installed(missing)) {
    const sentence = adviceFor(missing);
    if (demand === 'needed') throw new Error(sentence);
    console.log(sentence);
  }
  return findBrowser();
}

function findBrowser() {
  const own = process.env.FENGQIAO_CHROMIUM;
  if (own) {
    if (runnable(own)) return own;
    throw new Error(
      `FENGQIAO_CHROMIUM names ${own}, where there is no program; correct it or leave it empty.`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    return roots.flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, path))).find(runnable);
  }
  if (process.platform === 'darwin')
    return MAC_PATHS.map((path) => join('/Applications', path)).find(runnable);
  return LINUX_NAMES.map(inPath).find(Boolean);
}

/** Debian names of what is not here. Only Linux is asked for fonts: Windows and macOS bring Chinese ones. */
function missingPackages(demand) {
  const missing = findBrowser() ? [] : ['chromium'];
  if (process.platform !== 'linux') return missing;
  if (!hasChineseFonts()) missing.push('fonts-noto-cjk');
  if (demand === 'needed' && !inPath('pdftotext')) missing.push('poppler-utils');
  return missing;
}

function hasChineseFonts() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (!listed.error) return listed.stdout.trim() !== '';
  const folder = '/usr/share/fonts';
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) => /cjk|wqy|fandol/i.test(file))
  );
}

function installed(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !inPath('apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} from Debian …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

function adviceFor(packages) {
  if (inPath('apt-get')) return `Please install what is missing: sudo apt-get install ${packages.join(' ')}`;
  const names = {
    chromium: 'Chromium, Chrome or Edge',
    'fonts-noto-cjk': 'a Chinese font',
    'poppler-utils': 'poppler (pdftotext)',
  };
  return `Please install what is missing on this machine: ${packages.map((name) => names[name]).join('; ')}.`;
}

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runnable);

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
