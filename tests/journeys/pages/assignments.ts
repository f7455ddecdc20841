import { expect, type Locator, type Page } from '@playwright/test';
import { dialog, pressShortcutOf } from '../keyboard.ts';
import { rows } from './cases.ts';
import { openScreen } from './frame.ts';
import { exchange } from './sync.ts';

/** The screen of what the bureau sent down. */

export const detail = (page: Page): Locator => page.getByRole('region', { name: '交办内容' });

/** Fetches what the bureau has and shows the only item that waits. */
export async function fetchAssignment(page: Page, title: string): Promise<Locator> {
  await exchange(page);
  await openScreen(page, '交办件');
  await expect(rows(page, '交办件列表')).toHaveCount(1);
  await expect(detail(page).getByRole('heading', { name: title })).toBeVisible();
  return detail(page);
}

/** Takes one of the steps beside the list by its digit. */
export async function takeAssignmentStep(page: Page, step: string, title = step): Promise<Locator> {
  await pressShortcutOf(detail(page).getByRole('button', { name: new RegExp(`${step}$`) }));
  return dialog(page, title);
}
