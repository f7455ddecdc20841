import { expect, type Page } from '@playwright/test';
import { enterTo, field, fillIn, press, tabTo } from '../keyboard.ts';
import { openScreen, strip } from './frame.ts';

/** The screen of the exchange with the bureau. */

/** Enters address, one-time code and a name for the desk, as its administrator. */
export async function enrol(page: Page, url: string, code: string, deskName: string): Promise<void> {
  await openScreen(page, '同步');
  await tabTo(field(page, '信访局地址'));
  await fillIn(page, '信访局地址', url);
  await fillIn(page, '接入码', code.toLowerCase());
  await fillIn(page, '本机名称', deskName);
  await enterTo(page.getByRole('button', { name: /^接入\(F9\)/ }));
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: '同步状态' })).toContainText(url);
}

/** Presses 立即同步 and waits until everything is out. */
export async function exchange(page: Page): Promise<void> {
  await openScreen(page, '同步');
  await tabTo(page.getByRole('button', { name: '立即同步' }));
  await press(page, 'Enter');
  await expect(strip(page)).toContainText('已连接');
  await expect(strip(page)).toContainText('全部已同步');
}
