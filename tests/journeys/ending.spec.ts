import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { fillIn, pick, press } from './keyboard.ts';
import { LAND, LETTER } from './matters.ts';
import { openCase, saveDialog, showTab, status, takeOtherStep } from './pages/cases.ts';
import { register } from './pages/registration.ts';
import { signIn, signOut } from './pages/signIn.ts';
import { CLERK, LEADER } from './people.ts';

test.describe('ends without a decision', () => {
  test('a leader voids what was registered twice and records what the petitioner takes back', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const twice = await register(page, LAND);
    await press(page, 'Escape');
    const takenBack = await register(page, LETTER);
    await press(page, 'Escape');
    await signOut(page);

    await signIn(page, LEADER);
    await openCase(page, twice, LAND.title);
    const voiding = await takeOtherStep(page, '作废');
    await press(page, 'F9');
    await expect(voiding.getByText('请填写理由。')).toBeVisible();
    await pick(voiding, '作废情形', '重复', '重复登记');
    await fillIn(voiding, '理由', '上午已经登记。');
    await saveDialog(page, voiding);
    await expect(status(page)).toHaveText('已作废');

    await openCase(page, takenBack, LETTER.title);
    const ending = await takeOtherStep(page, '撤回、终结');
    await pick(ending, '终结情形', '撤回', '信访人撤回');
    await fillIn(ending, '经过', '来电说水圳已经修好，不再提出。');
    await saveDialog(page, ending);
    await expect(status(page)).toHaveText('已终结');
    await showTab(page, '办理过程');
    await expect(page.getByText(/终结（信访人撤回）/)).toBeVisible();
  });
});
