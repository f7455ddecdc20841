import { expect, type Locator, type Page } from '@playwright/test';
import { arrowTo, dialog, field, press, pressShortcutOf, tabTo, write } from '../keyboard.ts';
import { openScreen } from './frame.ts';

/** The list of cases and the page of one. */

export const rows = (page: Page, grid: string): Locator =>
  page.getByRole('grid', { name: grid }).locator('[data-index]');

/** The list with nothing in its search box, which has the focus. */
async function openList(page: Page): Promise<void> {
  await openScreen(page, '信访件');
  await press(page, 'F3');
  await expect(field(page, '查找(F3)')).toBeFocused();
  await write(page, '');
}

/** Looks a case up by its number, a name, or words, and opens the only one that is found. */
export async function openCase(page: Page, words: string, title: string): Promise<void> {
  await openList(page);
  await write(page, words);
  await expect(page.getByText('符合条件的 1 件')).toBeVisible();
  await expect(rows(page, '信访件列表')).toContainText([title]);
  await press(page, 'Enter');
  await expect(rows(page, '信访件列表').first()).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('tab', { name: '基本信息' })).toBeFocused();
}

/** How many cases the list has, and nothing narrows it. */
export async function expectCases(page: Page, count: number): Promise<void> {
  await openList(page);
  await expect(page.getByText(`共 ${count} 件`, { exact: true })).toBeVisible();
  await expect(rows(page, '信访件列表')).toHaveCount(count);
}

/** Takes a step by the digit on its button; answers its dialog. */
export async function takeStep(page: Page, step: string, title = step): Promise<Locator> {
  const button = page.locator('nav.steps').getByRole('button', { name: new RegExp(`${step}$`) });
  await pressShortcutOf(button);
  return dialog(page, title);
}

/** Saves the dialog with F9 and waits until it is gone. */
export async function saveDialog(page: Page, open: Locator): Promise<void> {
  await press(page, 'F9');
  await expect(open).toHaveCount(0);
}

export const status = (page: Page): Locator => page.locator('.case-head .tag').first();

/** Shows a tab of the case page; the arrows change it. */
export async function showTab(page: Page, name: '基本信息' | '办理过程' | '文书' | '附件'): Promise<Locator> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tabTo(page.getByRole('tab', { selected: true }));
  for (let step = 0; step < 4 && (await tab.getAttribute('aria-selected')) !== 'true'; step += 1)
    await press(page, 'ArrowRight');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  return page.getByRole('tabpanel');
}

/** Takes a step that stands in the menu of the step bar, which opens with 0; answers its dialog. */
export async function takeOtherStep(page: Page, step: string, title = step): Promise<Locator> {
  await pressShortcutOf(page.locator('nav.steps').getByRole('button', { name: /更多步骤/ }));
  await arrowTo(page.getByRole('menuitem', { name: step, exact: true }));
  await press(page, 'Enter');
  return dialog(page, title);
}
