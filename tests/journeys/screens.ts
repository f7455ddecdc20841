/**
 * Pictures of every screen with made-up content, to be looked at by a person:
 *
 *   node tests/journeys/screens.ts <folder>
 *
 * The pages must have been built (`node build/bundle.ts`). One picture a screen and window size.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, runsAsRoot } from '../../loopback/browser.ts';
import { press, pressShortcutOf } from './keyboard.ts';
import { openCase, showTab } from './pages/cases.ts';
import { openScreen, type Screen } from './pages/frame.ts';
import { shownPaper } from './pages/preview.ts';
import { signIn, signOut } from './pages/signIn.ts';
import { ADMINISTRATOR, CLERK, LEADER, MEMBERS } from './people.ts';
import { install } from './prepare.ts';
import { seed } from './seed.ts';
import { startShell } from './shell.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

type Look = (name: string) => Promise<void>;

/** Takes the pictures of what the page shows now. */
function lookAt(page: Page, folder: string): Look {
  let count = 0;
  return async (name) => {
    count += 1;
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(150);
      const file = `${String(count).padStart(2, '0')}-${name}-${size.width}.png`;
      await page.screenshot({ path: join(folder, file) });
    }
    console.log(name);
  };
}

async function stepsOf(page: Page, look: Look, name: string): Promise<void> {
  const steps = page.locator('nav.steps').getByRole('button');
  const labels = await steps.allInnerTexts();
  for (const [index, label] of labels.entries()) {
    await pressShortcutOf(steps.nth(index));
    await page.getByRole('dialog').waitFor();
    await look(`${name}-${label.replace(/[\s\d]+/g, '')}`);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function clerksDay(page: Page, look: Look, titles: { accepted: string; fresh: string }): Promise<void> {
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await look('sign-in');
  await signIn(page, CLERK);
  await page.getByText('待办期限').waitFor();
  await look('today');
  await press(page, 'F1');
  await look('help');
  await press(page, 'Escape');
  await openScreen(page, '登记');
  await look('registration');
  await press(page, 'F9');
  await look('registration-errors');
  for (const screen of ['信访件', '交办件', '调解', '同步'] satisfies Screen[]) {
    await openScreen(page, screen);
    await look(screen);
  }
  await openCase(page, titles.fresh, titles.fresh);
  await look('fresh-case');
  await stepsOf(page, look, 'fresh');
  await openCase(page, titles.accepted, titles.accepted);
  await look('accepted-case');
  await stepsOf(page, look, 'accepted');
  for (const tab of ['办理过程', '文书', '附件'] as const) {
    await showTab(page, tab);
    await look(`accepted-${tab}`);
  }
  await press(page, 'F7');
  await shownPaper(page, '信访事项受理告知书');
  await look('paper');
  await press(page, 'Escape');
  await openScreen(page, '调解');
  await press(page, 'Alt+N');
  await page.getByRole('dialog').waitFor();
  await look('mediation-opening');
  await press(page, 'Escape', 'Enter');
  await page.getByRole('heading', { level: 1, name: '池某与袁某宅基地边界纠纷' }).waitFor();
  await look('mediation');
  await stepsOf(page, look, 'mediation');
  await signOut(page);
}

async function othersDay(page: Page, look: Look, accepted: string): Promise<void> {
  await signIn(page, LEADER);
  await page.getByText('待您审批').waitFor();
  await look('leader-today');
  await openCase(page, accepted, accepted);
  await pressShortcutOf(page.locator('nav.steps').getByRole('button').first());
  await page.getByRole('dialog').waitFor();
  await look('leader-approval');
  await press(page, 'Escape');
  await signOut(page);
  await signIn(page, ADMINISTRATOR);
  for (const screen of ['同步', '账户', '单位'] satisfies Screen[]) {
    await openScreen(page, screen);
    await look(`administrator-${screen}`);
  }
}

async function main(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium here: name one in FENGQIAO_CHROMIUM');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'screens-')));
  const [fresh = '', used = ''] = folders;
  try {
    const first = await startShell('loopback', fresh, browser);
    await first.page.getByRole('heading', { name: '首次设置' }).waitFor();
    await lookAt(first.page, out)('set-up');
    await first.close();
    await install({ folder: used, members: MEMBERS });
    const titles = await seed(used);
    const desk = await startShell('loopback', used, browser);
    const look = lookAt(desk.page, out);
    await clerksDay(desk.page, look, titles);
    await othersDay(desk.page, look, titles.accepted);
    await desk.close();
  } finally {
    await browser.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

const [out] = process.argv.slice(2);
if (out) await main(resolve(out));
else console.error('node tests/journeys/screens.ts <folder>');
