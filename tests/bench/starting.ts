import { chromium } from 'playwright-core';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { startShell } from '../journeys/shell.ts';
import { PASSWORD } from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

const ROUNDS = 3;

/**
 * (b) From the start of the program to 今日 of the prepared desk: start to the sign-in page, and from Enter on the
 * password (half a second of Argon2id is wanted) to the work list. Typing is not counted. Beside it an empty page.
 */
export async function starting(folder: string): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
  const own: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await timed(async () => (await browser.newPage()).setContent('<!doctype html><p>')));
    let desk: Awaited<ReturnType<typeof startShell>> | undefined;
    const toSignIn = await timed(async () => {
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
    own.push(toSignIn + toToday);
    await desk?.close();
  }
  await browser.close();
  const [value, reference] = [quantile(own, 0.5), quantile(empty, 0.5)];
  return [{ name: 'start-with-20000-to-today', value, unit: 'ms', reference, barOn: 'value', bar: 2500 }];
}
