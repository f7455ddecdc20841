import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { compose, enterTo, field, fillIn, press, radio, write } from './keyboard.ts';
import { LAND } from './matters.ts';
import { expectCases } from './pages/cases.ts';
import { openScreen } from './pages/frame.ts';
import { fillForm, savedNumber } from './pages/registration.ts';
import { signIn, tryPassword } from './pages/signIn.ts';
import { CLERK } from './people.ts';

test.describe('slips at the keyboard', () => {
  test('a wrong password is a sentence at its field and keeps the name', async ({ startDesk }) => {
    const { page } = await startDesk();
    await tryPassword(page, CLERK.name, '猜一个密码看看');
    await expect(page.getByText('密码不正确，请重新输入。')).toBeVisible();
    await expect(field(page, '密码')).toBeFocused();
    await expect(field(page, '密码')).toHaveValue('');
    await expect(radio(page, CLERK.name)).toBeChecked();
    await expect(page.getByRole('navigation', { name: '主菜单' })).toHaveCount(0);
    await signIn(page, CLERK);
  });

  test('everything missing is said at once, each at its field, and the first has the focus', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await openScreen(page, '登记');
    await press(page, 'F9');
    const said = [
      '请填写姓名；不愿留名的请勾选“匿名”。',
      '请选择内容分类。',
      '请选择信访目的。',
      '请填写事由。',
    ];
    for (const sentence of [...said, '请填写主要事实或主要请求，至少填一项。'])
      await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel('主访人姓名')).toBeFocused();
    await expectCases(page, 0);
  });

  test('a date in the future is refused by the desk and nothing typed is lost', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
    await fillForm(page, { ...LAND, receivedOn: tomorrow });
    await press(page, 'F9');
    await expect(page.getByText('收到日期不能晚于今天。')).toBeVisible();
    await expect(field(page, '收到日期')).toBeFocused();
    await expect(field(page, '主要事实')).toHaveValue(LAND.facts);
    await write(page, '三月五日');
    await press(page, 'F9');
    await expect(page.getByText('看不懂这个日期，请写成 20260305 或 2026-3-5。')).toBeVisible();
    await press(page, 'Control+A', 'Delete', 'ArrowDown');
    await press(page, 'F9');
    await savedNumber(page);
  });

  test('Enter held down on save makes one case', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await fillForm(page, LAND);
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await press(page, 'F9', 'F9');
    await savedNumber(page);
    await press(page, 'F2');
    await expectCases(page, 1);
  });

  test('the Enter that ends a composition writes its word and neither moves on nor saves', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await openScreen(page, '登记');
    await fillIn(page, '事由', '征地');
    await press(page, 'End');
    await compose(page, 'buchang', '补偿');
    await expect(field(page, '事由')).toBeFocused();
    await expect(field(page, '事由')).toHaveValue('征地补偿');
    await enterTo(page.getByRole('button', { name: /^保存\(F9\)/ }));
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
