import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { enterTo, field, press, tabBackTo } from './keyboard.ts';
import { LAND } from './matters.ts';
import { expectCases } from './pages/cases.ts';
import { openScreen } from './pages/frame.ts';
import { fillForm, savedNumber } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { CLERK, ZHANG } from './people.ts';

test.describe('a power cut in mid-form', () => {
  test('what was typed is offered after the restart, complete, and is one case', async ({ startDesk }) => {
    const { page, kill, folder } = await startDesk();
    await signIn(page, CLERK);
    await fillForm(page, LAND);
    await expect(page.getByText(/^草稿已存 /)).toBeVisible();
    await kill();

    const again = await startDesk(folder);
    await signIn(again.page, CLERK);
    await expect(again.page.getByText('恢复未完成的登记（1 件）')).toBeVisible();
    await openScreen(again.page, '登记');
    await expect(again.page.getByText('有一件未完成的登记')).toBeVisible();
    const restore = again.page.getByRole('button', { name: '恢复未完成的登记' });
    await tabBackTo(restore);
    await press(again.page, 'Enter');

    const typed = {
      name: await again.page.getByLabel('主访人姓名').inputValue(),
      idNumber: await again.page.getByLabel('主访人身份证号').inputValue(),
      birthDate: await again.page.getByLabel('主访人出生日期').inputValue(),
      phone: await again.page.getByLabel('主访人电话').inputValue(),
      address: await again.page.getByLabel('主访人住址').inputValue(),
      title: await field(again.page, '事由').inputValue(),
      facts: await field(again.page, '主要事实').inputValue(),
      request: await field(again.page, '主要请求').inputValue(),
    };
    expect(typed).toEqual({
      ...{ name: ZHANG.name, idNumber: ZHANG.idNumber, birthDate: '1962-03-05' },
      ...{ phone: ZHANG.phone, address: ZHANG.address },
      ...{ title: LAND.title, facts: LAND.facts, request: LAND.request },
    });
    await enterTo(field(again.page, '主访人电话'));
    await press(again.page, 'F9');
    await savedNumber(again.page);
    await press(again.page, 'F2');
    await expect(again.page.getByText('有一件未完成的登记')).toHaveCount(0);
    await expectCases(again.page, 1);
  });
});

test.describe('a reload in mid-form', () => {
  test('keeps the clerk signed in and offers what was typed last', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await fillForm(page, LAND);
    // At once: no waiting for the draft to have been saved.
    await page.reload();
    await expect(page.getByText('有一件未完成的登记')).toBeVisible();
    await tabBackTo(page.getByRole('button', { name: '恢复未完成的登记' }));
    await press(page, 'Enter');
    await expect(field(page, '主要请求')).toHaveValue(LAND.request ?? '');
  });
});
