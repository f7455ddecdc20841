import { expect, type Locator, type Page } from '@playwright/test';
import { press } from '../keyboard.ts';
import { a4, printedSheets, savedText } from '../paper.ts';

/** The preview of a paper. */

/** Waits for a paper on the screen and answers its window. */
export async function shownPaper(page: Page, title: string): Promise<Locator> {
  const window = page.getByRole('dialog', { name: title, exact: true });
  // The first paper of a program waits until the browser that prints has started.
  await expect(window.getByRole('img', { name: new RegExp(`^${title}，第 1 页`) })).toBeVisible({
    timeout: 45_000,
  });
  await expect(window.getByRole('button', { name: '打印(F7)' })).toBeFocused();
  return window;
}

/** Prints the shown paper; what goes to the printer is every page of it, at 300 dots an inch on A4. */
export async function printShown(page: Page, window: Locator): Promise<void> {
  const pages = await window.locator('canvas').count();
  const before = (await printedSheets(page)).length;
  await press(page, 'F7');
  await expect(window.getByRole('status')).toContainText('已交给打印机。已打印或保存');
  const sheets = (await printedSheets(page)).slice(before);
  expect(sheets).toEqual([a4(pages)]);
}

/** The words of the shown paper, read back from the PDF that 存为 PDF hands over. */
export async function textOfShown(page: Page, window: Locator): Promise<string> {
  await press(page, 'Control+S');
  await expect(window.getByRole('status')).toContainText('已保存为 PDF 文件。');
  return savedText(page);
}

/** Closes the preview. */
export async function closePaper(page: Page): Promise<void> {
  await press(page, 'Escape');
  await expect(page.getByRole('region', { name: '文书预览' })).toHaveCount(0);
}
