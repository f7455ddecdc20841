import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { choose, fillIn, press } from './keyboard.ts';
import { LAND, LETTER } from './matters.ts';
import { openCase, saveDialog, showTab, status, takeOtherStep, takeStep } from './pages/cases.ts';
import { closePaper, shownPaper } from './pages/preview.ts';
import { register } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { CLERK } from './people.ts';

/** The same people with the same matter. */
const AGAIN = { ...LAND, title: '征地补偿款仍未发放' };

test.describe('cases that hang together', () => {
  test('the clerk asks for what is missing, splits one case and merges another', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const main = await register(page, LAND);
    await press(page, 'Escape');
    await openCase(page, main, LAND.title);
    const asking = await takeOtherStep(page, '要求补正');
    await fillIn(asking, '补正内容', '征地协议。');
    await saveDialog(page, asking);
    await expect(status(page)).toHaveText('待补充材料');
    const coming = await takeStep(page, '收到补正');
    await choose(coming, '材料情况', '已齐');
    await fillIn(coming, '收到内容', '征地协议复印件一份。');
    await saveDialog(page, coming);
    await expect(status(page)).toHaveText('已登记');

    const again = await register(page, AGAIN);
    await press(page, 'Escape');
    await openCase(page, again, AGAIN.title);
    await takeStep(page, '书面告知');
    await press(page, 'F9');
    await shownPaper(page, '信访事项接收告知书');
    await closePaper(page);
    const merging = await takeOtherStep(page, '并案');
    await fillIn(merging, '并入编号', main);
    await fillIn(merging, '理由', '同一人的同一事项。');
    await saveDialog(page, merging);
    await expect(status(page)).toHaveText('已并案');

    const letter = await register(page, LETTER);
    await press(page, 'Escape');
    await openCase(page, letter, LETTER.title);
    const splitting = await takeOtherStep(page, '拆分');
    await fillIn(splitting, '各件事由', '水圳漏水\n路灯不亮');
    await fillIn(splitting, '理由', '两件事由不同部门办理。');
    await saveDialog(page, splitting);
    await expect(status(page)).toHaveText('已拆分');
    await showTab(page, '办理过程');
    await expect(page.getByText(/拆分为 2 件/)).toBeVisible();
  });
});
