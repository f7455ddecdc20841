import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  globSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openDatabase } from '../../db/open.ts';
import { openSlot, readKeyFile, slotByName } from '../../desk/keyFile.ts';
import { expectSound } from './accessible.ts';
import { test } from './fixture.ts';
import { press } from './keyboard.ts';
import { signIn, tryPassword } from './pages/signIn.ts';
import { CLERK } from './people.ts';
import { root, type ShellName, startSecond } from './shell.ts';

/** Signs in twice at a desk that does not open: each time its sentence, and nothing that would take data away. */
async function expectTrouble(page: Page, title: string, advice: string): Promise<void> {
  await tryPassword(page, CLERK.name, CLERK.password);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText(advice)).toBeVisible();
  const buttons = await page.getByRole('button').allInnerTexts();
  expect(buttons).toEqual(['再试一次(F5)']);
  await expectSound(page, title);
  await press(page, 'F5');
  await tryPassword(page, CLERK.name, CLERK.password);
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
    await expectTrouble(page, '数据文件有损坏', '请不要自行删除或改动其中的文件。');
    expect(statSync(file).size).toBe(size);
  });

  test('a database of a newer program is named, left untouched, and still opens with that program', async ({
    startDesk,
    copyOfPrepared,
    newFolder,
  }) => {
    const folder = await copyOfPrepared();
    const migrations = laterMigrations(newFolder());
    await openAsLaterProgram(folder, migrations);
    const before = hashOf(join(folder, 'desk.db'));
    const { page, close } = await startDesk(folder);
    await expectTrouble(page, '数据由更新的版本建立', '数据没有改动，请不要移动或删除数据文件夹。');
    await close();
    expect(hashOf(join(folder, 'desk.db'))).toBe(before);
    await openAsLaterProgram(folder, migrations);
  });

  test('a second start shows the window that is there and ends', async ({ startDesk }, info) => {
    const { page, folder } = await startDesk();
    await signIn(page, CLERK);
    const { code, printed } = await startSecond(info.project.name as ShellName, folder);
    expect(code).toBe(0);
    if (info.project.name === 'loopback') expect(printed).toBe('枫桥接访台已经打开，已请它显示一个窗口。\n');
    await press(page, 'F2');
    await expect(page.getByRole('heading', { level: 1, name: '登记' })).toBeVisible();
  });
});

/** Opens the database as a program would that knows one more migration. */
async function openAsLaterProgram(folder: string, migrations: string): Promise<void> {
  const keys = readKeyFile(folder);
  if (keys.is !== 'there') throw new Error('the prepared desk has no key file');
  const slot = slotByName(keys.file, CLERK.name);
  const key = slot && (await openSlot(keys.file, slot, CLERK.password));
  if (!key) throw new Error('the password does not open its slot');
  openDatabase({ file: join(folder, 'desk.db'), key, migrations }).close();
}

/** The program's migrations and one more. */
function laterMigrations(folder: string): string {
  const own = join(root, 'db', 'migrations');
  const steps = globSync('*.sql', { cwd: own });
  for (const step of steps) cpSync(join(own, step), join(folder, step));
  const next = String(steps.length).padStart(4, '0');
  writeFileSync(join(folder, `${next}_later.sql`), 'create table later (id integer primary key) strict;');
  return folder;
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
