import { expect, type Page } from '@playwright/test';
import { choose, enterTo, field, fillIn, press, tabBackTo, write } from '../keyboard.ts';
import type { Member } from '../people.ts';

/** The pages of the first run. */

const heading = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();

/** 1: one of the towns at hand, found by its initials and chosen by its digit. */
export async function chooseTown(page: Page, initials: string, name: string, organ: string): Promise<void> {
  await heading(page, '本机放在哪个镇（街道）？');
  await tabBackTo(field(page, '查找'));
  await write(page, initials);
  await expect(page.getByRole('radiogroup', { name: '兴宁市' }).getByRole('radio')).toHaveCount(1);
  await choose(page, '兴宁市', name);
  await expect(page.locator('.setup-chosen')).toContainText(organ);
  await press(page, 'F9');
}

/** 2: what the papers will say; most of it is proposed already. */
export async function describeUnit(page: Page, contact: string): Promise<void> {
  await heading(page, '单位资料');
  await fillIn(page, '联系人', contact);
  await fillIn(page, '联系电话', '0753-0000000');
  await press(page, 'F9');
}

/** 3: the first account. */
export async function nameAdministrator(
  page: Page,
  { name, password }: Member,
  repeat = password,
): Promise<void> {
  await heading(page, '管理员');
  await fillIn(page, '姓名', name);
  await fillIn(page, '密码', password);
  await fillIn(page, '再输一次', repeat);
  await press(page, 'F9');
}

/** 4: the code that is shown once. */
export async function shownRecoveryCode(page: Page): Promise<string> {
  await heading(page, '请打印并封存恢复码');
  return (await page.getByLabel('恢复码', { exact: true }).textContent()) ?? '';
}

/** Types the code back from the paper and ends the set-up. */
export async function typeRecoveryCode(page: Page, code: string): Promise<void> {
  await enterTo(field(page, '照纸上输入'));
  await write(page, code);
  await press(page, 'F9');
}
