import { expect, type Page } from '@playwright/test';
import { test } from './fixture.ts';
import { arrowTo, dialog, field, press, tabTo } from './keyboard.ts';
import { LAND } from './matters.ts';
import { expectCases, openCase } from './pages/cases.ts';
import { openScreen, type Screen } from './pages/frame.ts';
import { closePaper, shownPaper, textOfShown } from './pages/preview.ts';
import { register } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { CLERK } from './people.ts';

async function enterTraining(page: Page, role: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await tabTo(page.getByRole('button', { name: /^进入培训模式/ }));
  await press(page, 'Enter');
  await arrowTo(page.getByRole('menuitem', { name: role }));
  await press(page, 'Enter');
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
}

const band = (page: Page) => page.getByRole('complementary', { name: '培训模式' });

test.describe('the practice ground', () => {
  test('it is marked on every screen, has its own data, and never reaches the real desk or a bureau', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await enterTraining(page, '接待员');
    const screens: readonly Screen[] = ['今日', '登记', '信访件', '交办件', '调解', '同步'];
    for (const screen of screens) {
      await openScreen(page, screen);
      await expect(band(page)).toContainText('演示数据，人员均为虚构');
    }
    await expect(page.getByText('培训模式不与信访局同步，练习内容不会上报。')).toBeVisible();
    await expect(field(page, '接入码')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '立即同步' })).toHaveCount(0);

    const number = await register(page, LAND);
    await press(page, 'Enter');
    await dialog(page, '当场书面告知');
    await press(page, 'Enter');
    const paper = await shownPaper(page, '信访事项接收告知书');
    expect(await textOfShown(page, paper)).toContain('培训演示');
    await closePaper(page);
    await openCase(page, number, LAND.title);
    await expect(band(page)).toBeVisible();

    await tabTo(page.getByRole('button', { name: '退出培训' }));
    await press(page, 'Enter');
    await signIn(page, CLERK);
    await expect(band(page)).toHaveCount(0);
    await expectCases(page, 0);
  });
});
