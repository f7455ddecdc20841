import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { choose, fillIn, pick, press } from './keyboard.ts';
import { LAND } from './matters.ts';
import { openCase, showTab, status, takeStep } from './pages/cases.ts';
import { closePaper, printShown, shownPaper, textOfShown } from './pages/preview.ts';
import { register } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { CLERK } from './people.ts';

test.describe('the legal route of a matter', () => {
  test('the clerk answers the questions of the article, and the petitioner is told where to go', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const number = await register(page, LAND);
    await press(page, 'Escape');
    await openCase(page, number, LAND.title);

    const card = await takeStep(page, '依法分类');
    for (const question of ['诉讼程序', '仲裁程序', '党员申诉']) await choose(card, question, '否');
    await choose(card, '行政程序', '是');
    await expect(card).toContainText('第（四）项：行政程序');
    await pick(card, '具体程序', '行政复议', '行政复议');
    await expect(card).toContainText('《行政复议法》第二十条');
    await press(page, 'F9');
    await expect(card.getByText('请填写处理机关。')).toBeVisible();
    await fillIn(card, '处理机关', '兴宁市人民政府');
    await press(page, 'F9');

    const paper = await shownPaper(page, '其他法定途径告知书');
    await printShown(page, paper);
    const words = await textOfShown(page, paper);
    expect(words).toContain('第三十一条第四项');
    expect(words).toContain('兴宁市人民政府');
    await closePaper(page);
    await expect(status(page)).toHaveText('已登记');
    await showTab(page, '办理过程');
    await expect(page.getByText(/依法分类：属于《信访工作条例》第三十一条第四项/)).toBeVisible();
  });
});
