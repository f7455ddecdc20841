import { expect, type Page } from '@playwright/test';
import { pressShortcutOf } from '../keyboard.ts';

/** The frame around every screen of the desk. */

export type Screen = '今日' | '登记' | '信访件' | '交办件' | '调解' | '同步' | '账户' | '单位';

/** Opens a screen by the key that the menu shows beside it. */
export async function openScreen(page: Page, name: Screen): Promise<void> {
  const entry = page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
  await pressShortcutOf(entry);
  await expect(entry).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** The words of the permanent strip at the top. */
export const strip = (page: Page) => page.locator('.strip');
