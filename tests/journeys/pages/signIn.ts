import { expect, type Page } from '@playwright/test';
import { arrowTo, choose, field, press, radio, tabBackTo, tabTo, write } from '../keyboard.ts';
import type { Member } from '../people.ts';

/** The sign-in page, and the way out at the top bar. */

/** Chooses the name by its digit and types a password; the page stays when it is wrong. */
export async function tryPassword(page: Page, name: string, password: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  const names = page.getByRole('radiogroup', { name: '姓名' }).getByRole('radio');
  if ((await names.count()) > 1 && !(await radio(page, name).isChecked())) await choose(page, '姓名', name);
  await tabTo(field(page, '密码'));
  await write(page, password);
  await press(page, 'Enter');
}

/** Signs in and waits for the frame of the desk. */
export async function signIn(page: Page, { name, password }: Member): Promise<void> {
  await tryPassword(page, name, password);
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
  await expect(page.getByTitle('账户菜单')).toContainText(name);
}

/** Leaves through the account menu. */
export async function signOut(page: Page): Promise<void> {
  await press(page, 'F8', 'F6');
  await tabBackTo(page.getByTitle('账户菜单'));
  await press(page, 'Enter');
  await arrowTo(page.getByRole('menuitem', { name: '退出登录' }));
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
}
