import { expect } from '@playwright/test';
import { expectSound } from './accessible.ts';
import { test } from './fixture.ts';
import { field, press, write } from './keyboard.ts';
import {
  chooseTown,
  describeUnit,
  nameAdministrator,
  shownRecoveryCode,
  typeRecoveryCode,
} from './pages/setup.ts';
import { signIn, tryPassword } from './pages/signIn.ts';
import { a4, printedSheets } from './paper.ts';
import { ADMINISTRATOR } from './people.ts';

test.describe('the first run', () => {
  test('a new desk is set up by keyboard: town, unit, administrator, recovery code printed and typed back', async ({
    startDesk,
    newFolder,
  }) => {
    const folder = newFolder();
    const { page, close } = await startDesk(folder);
    await expect(page.getByRole('heading', { name: '首次设置' })).toBeVisible();
    const towns = page.getByRole('radiogroup', { name: '兴宁市' }).getByRole('radio');
    await expect(towns).toHaveCount(20);
    await press(page, 'F9');
    await expect(page.getByText('请选择本机所在的镇（街道）。')).toBeVisible();
    await expect(towns.first()).toBeFocused();
    await chooseTown(page, 'xpz', '新陂镇', '兴宁市新陂镇人民政府 441481104');
    await describeUnit(page, ADMINISTRATOR.name);
    await nameAdministrator(page, ADMINISTRATOR, '枫桥经验六十一周年');
    await expect(page.getByText('两次输入的密码不一样。')).toBeVisible();
    await expect(field(page, '再输一次')).toBeFocused();
    await expectSound(page, 'administrator');
    await write(page, ADMINISTRATOR.password);
    await press(page, 'F9');

    const code = await shownRecoveryCode(page);
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
    await expectSound(page, 'recovery code');
    await press(page, 'F7');
    await expect(page.getByText('已送打印机，请核对纸上的恢复码是否清晰。')).toBeVisible();
    expect(await printedSheets(page)).toEqual([a4(1)]);
    await typeRecoveryCode(
      page,
      code.replace(/^./, (first) => (first === '2' ? '3' : '2')),
    );
    await expect(page.getByText('编码不正确，请对照纸上的内容逐段核对。')).toBeVisible();
    await typeRecoveryCode(page, code.toLowerCase().replaceAll('-', ' '));

    await signIn(page, ADMINISTRATOR);
    await expect(page.locator('.bar-unit')).toHaveText('兴宁市新陂镇人民政府');
    await close();

    const again = await startDesk(folder);
    await signIn(again.page, ADMINISTRATOR);
    await expect(again.page.getByText('目前没有带期限的待办')).toBeVisible();
  });

  test('a set-up cut off before the code was typed back goes on at that page', async ({
    startDesk,
    newFolder,
  }) => {
    const folder = newFolder();
    const { page, kill } = await startDesk(folder);
    await chooseTown(page, 'xpz', '新陂镇', '兴宁市新陂镇人民政府 441481104');
    await describeUnit(page, ADMINISTRATOR.name);
    await nameAdministrator(page, ADMINISTRATOR);
    const code = await shownRecoveryCode(page);
    await kill();

    const again = await startDesk(folder);
    await expect(
      again.page.getByText('上次设置在这一步中断。请照纸上的恢复码输入，完成设置。'),
    ).toBeVisible();
    await expect(again.page.getByText(code)).toHaveCount(0);
    await typeRecoveryCode(again.page, code);
    await expect(again.page.getByRole('heading', { name: '登录' })).toBeVisible();
    await tryPassword(again.page, ADMINISTRATOR.name, '一个错的密码');
    await expect(again.page.getByText('密码不正确，请重新输入。')).toBeVisible();
    await signIn(again.page, ADMINISTRATOR);
  });
});
