import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../db/open.ts';
import { openSlot, readKeyFile, slotByName } from '../../desk/keyFile.ts';
import { expect, test } from './fixture.ts';
import { press } from './keyboard.ts';
import { signIn, tryPassword } from './pages/signIn.ts';
import { CLERK } from './people.ts';
import { root, startSecond } from './shell.ts';

/** The page of a desk that did not open: its sentence, and nothing that would take data away. */
async function expectTrouble(page: Page, title: string, advice: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText(advice)).toBeVisible();
  const buttons = await page.getByRole('button').allInnerTexts();
  expect(buttons).toEqual(['再试一次(F5)']);
  await press(page, 'F5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

test.describe('a desk that cannot open', () => {
  test('a damaged database is named, and stays as it is', async ({ startDesk, copyOfPrepared }) => {
    const folder = await copyOfPrepared();
    const file = join(folder, 'desk.db');
    const { size } = statSync(file);
    const at = openSync(file, 'r+');
    writeSync(at, Buffer.alloc(4096 * 3, 0xa5), 0, 4096 * 3, 4096);
    closeSync(at);
    const { page } = await startDesk(folder);
    await tryPassword(page, CLERK.name, CLERK.password);
    await expectTrouble(page, '数据文件有损坏', '请不要自行删除或改动其中的文件。');
    expect(statSync(file).size).toBe(size);
  });

  test('a database of a newer program is named, and opens again with that program', async ({
    startDesk,
    copyOfPrepared,
  }) => {
    const folder = await copyOfPrepared();
    const version = await raiseVersion(folder, 1);
    const { page, close } = await startDesk(folder);
    await tryPassword(page, CLERK.name, CLERK.password);
    await expectTrouble(page, '数据由更新的版本建立', '数据没有改动，请不要移动或删除数据文件夹。');
    await close();
    expect(await raiseVersion(folder, -1)).toBe(version);
    const again = await startDesk(folder);
    await signIn(again.page, CLERK);
  });

  test('a second start shows the window that is there and ends', async ({ startDesk }, info) => {
    const { page, folder } = await startDesk();
    await signIn(page, CLERK);
    const { code, printed } = await startSecond(info.project.name, folder);
    expect(code).toBe(0);
    if (info.project.name === 'loopback') expect(printed).toBe('枫桥接访台已经打开，已请它显示一个窗口。\n');
    await press(page, 'F2');
    await expect(page.getByRole('heading', { level: 1, name: '登记' })).toBeVisible();
  });
});

/** Changes the version that the database file carries, as a later program would; answers what it was to be. */
async function raiseVersion(folder: string, by: number): Promise<number> {
  const keys = readKeyFile(folder);
  if (keys.is !== 'there') throw new Error('the prepared desk has no key file');
  const slot = slotByName(keys.file, CLERK.name);
  const key = slot && (await openSlot(keys.file, slot, CLERK.password));
  if (!key) throw new Error('the password does not open its slot');
  const migrations = join(root, 'db', 'migrations');
  return writeVersion({ file: join(folder, 'desk.db'), key, migrations }, by);
}
