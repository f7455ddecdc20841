import { type Browser, chromium } from 'playwright-core';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { startShell } from '../journeys/shell.ts';
import { PASSWORD } from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

const ROUNDS = 5;

/**
 * (b) From the start of the program to the first screen that a person can use, the password; from Enter on it (Argon2id
 * over 64 MiB is wanted) to 今日 of the prepared desk; and both together. Typing is not counted. Beside them an empty page.
 */
export async function starting(folder: string): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
  const empty: number[] = [];
  const rounds: Legs[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await timed(async () => (await browser.newPage()).setContent('<!doctype html><p>')));
    rounds.push(await oneStart(folder, browser));
  }
  await browser.close();
  const reference = quantile(empty, 0.5);
  const figure = (name: string, of: (legs: Legs) => number): Figure => {
    const value = quantile(rounds.map(of), 0.5);
    return { name, value, unit: 'ms', reference, barOn: 'value', bar: 2500 };
  };
  return [
    figure('start-to-password', ({ toPassword }) => toPassword),
    figure('password-to-today-of-20000', ({ toToday }) => toToday),
    figure('start-with-20000-to-today', ({ toPassword, toToday }) => toPassword + toToday),
  ];
}

/** Milliseconds. */
interface Legs {
  toPassword: number;
  toToday: number;
}

async function oneStart(folder: string, browser: Browser): Promise<Legs> {
  let desk: Awaited<ReturnType<typeof startShell>> | undefined;
  const toPassword = await timed(async () => {
    desk = await startShell('loopback', folder, browser);
    await desk.page.locator('input[type=password]').waitFor();
  });
  const page = desk?.page;
  await page?.locator('input[type=password]').focus();
  await page?.keyboard.type(PASSWORD);
  const toToday = await timed(async () => {
    await page?.keyboard.press('Enter');
    await page?.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await page?.locator('main').getByRole('row').nth(1).waitFor();
  });
  await desk?.close();
  return { toPassword, toToday };
}
