import { expect, type Locator, type Page } from '@playwright/test';

/** Hands on the keyboard: every journey moves, types and chooses through these functions and nothing else. */

/** Longest way (key presses) between two fields of one screen. */
const LONGEST_WAY = 90;

type Scope = Page | Locator;

const pageOf = (scope: Scope): Page => ('page' in scope ? scope.page() : scope);
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The field with this label (its red star does not belong to the label). */
export const field = (scope: Scope, label: string): Locator =>
  scope.getByLabel(new RegExp(`^\\*?${quoted(label)}$`)).and(pageOf(scope).locator('input, textarea'));

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((node) => node === document.activeElement);

const isInTextArea = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');

/** Presses a key until the target has the focus. */
async function walk(target: Locator, key: () => Promise<string>): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    if (await isFocused(target)) return;
    await target.page().keyboard.press(await key());
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** Goes on with Tab. */
export const tabTo = (target: Locator): Promise<void> => walk(target, async () => 'Tab');

/** Goes back with Shift+Tab. */
export const tabBackTo = (target: Locator): Promise<void> => walk(target, async () => 'Shift+Tab');

/** Goes on as a clerk does: Enter from field to field, Ctrl+Enter out of a multi-line one. */
export const enterTo = (target: Locator): Promise<void> =>
  walk(target, async () => ((await isInTextArea(target.page())) ? 'Control+Enter' : 'Enter'));

/** Puts a text in place of what the focused field holds; an input method hands over whole words like this. */
export async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press('Delete');
}

/** Walks to the field with Enter and writes into it. */
export async function fillIn(scope: Scope, label: string, text: string): Promise<void> {
  const target = field(scope, label);
  await enterTo(target);
  await write(pageOf(scope), text);
}

/** Walks to a list, types what narrows it, and takes the row that is offered first. */
export async function pick(scope: Scope, label: string, typed: string, offered: string): Promise<void> {
  const target = field(scope, label);
  await enterTo(target);
  const page = pageOf(scope);
  await page.keyboard.type(typed);
  const row = page.locator(
    '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active',
  );
  await expect(row).toContainText(offered);
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
}

/** Chooses in a group of a few words by its digit; the digit is the place of the word. */
export async function choose(scope: Scope, group: string, word: string): Promise<void> {
  const choices = scope.getByRole('radiogroup', { name: group, exact: true });
  const stop = choices.locator('input:checked, input').first();
  const checked = choices.locator('input:checked');
  await enterTo((await checked.count()) > 0 ? checked : stop);
  await pageOf(scope).keyboard.press(await digitOf(choices, word));
  await expect(radio(choices, word)).toBeChecked();
}

/** One of a group's words; the first is read out with the name of the field before it. */
export const radio = (scope: Scope, word: string): Locator =>
  scope.getByRole('radio', { name: new RegExp(`(^|\\s)${quoted(word)}$`) });

async function digitOf(choices: Locator, word: string): Promise<string> {
  const words = await choices
    .locator('label')
    .evaluateAll((labels) => labels.map((label) => label.textContent?.replace(/^\d/, '').trim() ?? ''));
  const at = words.indexOf(word);
  if (at < 0 || at > 8) throw new Error(`no digit chooses ${word} among ${words.join(', ')}`);
  return String(at + 1);
}

/** The dialog with this title, once it has taken the focus. */
export async function dialog(page: Page, title: string): Promise<Locator> {
  const shown = page.getByRole('dialog', { name: title, exact: true });
  await expect(shown).toBeVisible();
  await expect(shown.locator(':focus')).toHaveCount(1);
  return shown;
}

/** Presses the key that a button names (`aria-keyshortcuts`), as the digit or function key printed on it tells. */
export async function pressShortcutOf(button: Locator): Promise<void> {
  const shortcut = await button.getAttribute('aria-keyshortcuts');
  if (!shortcut) throw new Error(`no key presses ${button}`);
  await button.page().keyboard.press(shortcut);
}

/** Moves down an open menu to this entry, once the menu has taken the focus. */
export async function arrowTo(entry: Locator): Promise<void> {
  await expect(entry).toBeVisible();
  await expect(entry.page().locator('[role=menuitem]:focus')).toHaveCount(1);
  for (let step = 0; step < 9; step += 1) {
    if (await isFocused(entry)) return;
    await entry.page().keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${entry}`);
}

/**
 * Spells a word with an input method as the system's IMEs do it: the letters first, then the word in
 * their place; the Enter that commits them belongs to the input method.
 */
export async function compose(page: Page, letters: string, word: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end += 1) {
    await cdp.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  }
  // Enter within a composition reaches the page with the key code of "the input method is at work".
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
    code: 'Enter',
  });
  await cdp.send('Input.insertText', { text: word });
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    windowsVirtualKeyCode: 13,
    code: 'Enter',
  });
  await cdp.detach();
}
