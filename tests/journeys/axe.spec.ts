import { expect, type Locator, type Page } from '@playwright/test';
import { expectSound } from './accessible.ts';
import { test } from './fixture.ts';
import { arrowTo, press, pressShortcutOf, tabBackTo } from './keyboard.ts';
import { openCase, showTab } from './pages/cases.ts';
import { openScreen, type Screen } from './pages/frame.ts';
import { signIn, signOut } from './pages/signIn.ts';
import { ADMINISTRATOR, CLERK, LEADER, MEDIATOR } from './people.ts';
import { seed } from './seed.ts';

/** Opens every step of the case page in turn, looks at its window, and closes it again. */
async function throughSteps(page: Page, where: string, size: string): Promise<void> {
  const buttons = page.locator('nav.steps').getByRole('button');
  const names = await buttons.allInnerTexts();
  for (const [at, name] of names.entries()) {
    if (name.includes('更多步骤')) continue;
    await pressShortcutOf(buttons.nth(at));
    await throughDialog(page, `${where}: ${name.replace(/\s+/g, ' ')}`);
  }
  const more = buttons.filter({ hasText: '更多步骤' });
  if (size === '大' && (await more.count()) > 0) await throughMenu(page, more, where);
}

/** The same for the steps that are seldom wanted and stand in a menu. */
async function throughMenu(page: Page, more: Locator, where: string): Promise<void> {
  const entries = page.getByRole('menuitem');
  await pressShortcutOf(more);
  await expect(entries.first()).toBeVisible();
  await expectSound(page, `${where}: 更多步骤`);
  const names = await entries.allInnerTexts();
  await press(page, 'Escape');
  for (const name of names) {
    await expect(entries).toHaveCount(0);
    await pressShortcutOf(more);
    await arrowTo(entries.filter({ hasText: name }).first());
    await press(page, 'Enter');
    await throughDialog(page, `${where}: ${name}`);
  }
}

async function throughDialog(page: Page, where: string): Promise<void> {
  const shown: Locator = page.getByRole('dialog');
  await expect(shown).toBeVisible();
  await expect(shown.locator(':focus')).toHaveCount(1);
  await expectSound(page, where);
  await press(page, 'Escape');
  await expect(shown).toHaveCount(0);
}

/** Chooses a text size at the top bar. */
async function chooseSize(page: Page, size: string): Promise<void> {
  await openScreen(page, '今日');
  await press(page, 'F6');
  await tabBackTo(page.getByRole('button', { name: `字号${size}`, exact: true }));
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: `字号${size}`, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
}

test.describe('every screen can be read, reached and fits', () => {
  test('the pages of the first run', async ({ startDesk, newFolder }) => {
    const { page } = await startDesk(newFolder());
    await expect(page.getByRole('heading', { name: '本机放在哪个镇（街道）？' })).toBeVisible();
    await expect(page.getByRole('radio', { name: '新陂镇' })).toBeVisible();
    await expectSound(page, 'town');
    await press(page, 'F9');
    await expectSound(page, 'town with its error');
  });

  for (const size of ['标准', '大', '特大']) {
    test(`with text in size ${size}: sign-in, frame, lists, case page and the windows of its steps`, async ({
      startDesk,
      copyOfPrepared,
    }, info) => {
      test.skip(
        info.project.name !== 'loopback' && size !== '大',
        'the page is the same in both shells: this text size is looked at over loopback',
      );
      test.setTimeout(300_000);
      const folder = await copyOfPrepared();
      const { accepted, fresh } = await seed(folder);
      const { page } = await startDesk(folder);
      await signIn(page, CLERK);
      await chooseSize(page, size);
      await expectSound(page, '今日');
      await press(page, 'F1');
      await throughDialog(page, '帮助');
      await openScreen(page, '登记');
      await expectSound(page, '登记');
      await press(page, 'F9');
      await expectSound(page, '登记 with errors');
      await openScreen(page, '交办件');
      await expectSound(page, '交办件');
      await openCase(page, fresh, fresh);
      await expectSound(page, 'a fresh case');
      await throughSteps(page, 'a fresh case', size);
      for (const tab of ['办理过程', '文书', '附件'] as const) {
        await showTab(page, tab);
        await expectSound(page, tab);
      }
      await openCase(page, accepted, accepted);
      await throughSteps(page, 'an accepted case', size);
      await openScreen(page, '信访件');
      await expectSound(page, '信访件');
      await openScreen(page, '调解');
      await expectSound(page, '调解');
      await press(page, 'Alt+N');
      await throughDialog(page, '受理人民调解');
      await press(page, 'Enter');
      await expect(page.getByRole('heading', { level: 1, name: '池某与袁某宅基地边界纠纷' })).toBeVisible();
      await expectSound(page, 'a mediation');
      await throughSteps(page, 'a mediation', size);
      await signOut(page);
      await expectSound(page, 'sign-in');

      await signIn(page, LEADER);
      await openCase(page, accepted, accepted);
      await throughSteps(page, 'a case that waits for the leader', size);
      await signOut(page);

      await signIn(page, ADMINISTRATOR);
      for (const screen of ['同步', '账户', '单位'] satisfies Screen[]) {
        await openScreen(page, screen);
        await expectSound(page, screen);
      }
      await openScreen(page, '账户');
      await expect(page.getByRole('row', { name: new RegExp(MEDIATOR.name) })).toBeVisible();
      await press(page, 'Enter');
      await throughDialog(page, 'an account');
    });
  }
});
