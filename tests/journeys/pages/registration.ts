import { expect, type Locator, type Page } from '@playwright/test';
import { choose, dialog, enterTo, field, fillIn, pick, press, write } from '../keyboard.ts';
import type { Petitioner } from '../people.ts';
import { openScreen } from './frame.ts';

/** The registration screen, and what comes right after saving. */

/** What the clerk types; everything left out stays as the form opens. */
export interface Matter {
  channel?: '来访' | '来信' | '来电' | '网上信访' | '其他';
  receivedOn?: string;
  people: readonly Petitioner[];
  personsPresent?: string;
  /** Pinyin initials, and the category that they must offer first. */
  category: readonly [initials: string, name: string];
  /** Digit and word of the purpose. */
  purpose: readonly [digit: string, word: string];
  title: string;
  facts: string;
  request?: string;
  accusedUnit?: string;
}

/** Shape of a number: town, Beijing date, letter and daily count, check character. */
export const NUMBER = /^441481\d{3}-\d{8}-[A-Z]\d{4}-[0-9A-Z]$/;

export const saveButton = (page: Page): Locator => page.getByRole('button', { name: /^保存\(F9\)/ });

const personField = (page: Page, index: number, column: string): Locator =>
  field(page, index === 0 ? `主访人${column}` : `第${index + 1}人${column}`);

/** Fills the form from the first field to the last with Enter alone; ends on the save button, nothing saved. */
export async function fillForm(page: Page, matter: Matter): Promise<void> {
  await openScreen(page, '登记');
  await choose(page, '信访形式', matter.channel ?? '来访');
  if (matter.receivedOn) await fillIn(page, '收到日期', matter.receivedOn);
  for (let more = 1; more < matter.people.length; more += 1) await press(page, 'Alt+N');
  for (const [index, person] of matter.people.entries()) await fillPerson(page, index, person);
  if (matter.personsPresent) await fillIn(page, '到场人数', matter.personsPresent);
  await pick(page, '内容分类', ...matter.category);
  await pick(page, '信访目的', ...matter.purpose);
  await fillIn(page, '事由', matter.title);
  if (matter.accusedUnit) await fillIn(page, '被反映单位', matter.accusedUnit);
  await fillIn(page, '主要事实', matter.facts);
  if (matter.request) await fillIn(page, '主要请求', matter.request);
  await enterTo(saveButton(page));
}

async function fillPerson(page: Page, index: number, person: Petitioner): Promise<void> {
  const put = async (column: string, text: string | undefined) => {
    if (text === undefined) return;
    await enterTo(personField(page, index, column));
    await write(page, text);
  };
  await put('姓名', person.name);
  await put('身份证号', person.idNumber);
  await put('电话', person.phone);
  await put('住址', person.address);
  if (!person.representative) return;
  await enterTo(personField(page, index, '代表'));
  await press(page, 'Space');
}

/** The number in the dialog that says that it is registered. */
export async function savedNumber(page: Page): Promise<string> {
  const saved = await dialog(page, '已登记');
  const number = (await saved.getByLabel('编号', { exact: true }).textContent()) ?? '';
  expect(number).toMatch(NUMBER);
  return number;
}

/** Registers a case and answers its number; the dialog with what comes next is open then. */
export async function register(page: Page, matter: Matter): Promise<string> {
  await fillForm(page, matter);
  await press(page, 'Enter');
  return savedNumber(page);
}

/** Registers and goes on with an empty form. */
export async function registerAndNext(page: Page, matter: Matter): Promise<string> {
  const number = await register(page, matter);
  await press(page, 'F2');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return number;
}
