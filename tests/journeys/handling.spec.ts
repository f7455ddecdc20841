import { expect, type Page } from '@playwright/test';
import { test } from './fixture.ts';
import { choose, enterTo, field, fillIn, pick, press } from './keyboard.ts';
import { LAND } from './matters.ts';
import { openCase, saveDialog, showTab, status, takeStep } from './pages/cases.ts';
import { openScreen } from './pages/frame.ts';
import { closePaper, printShown, shownPaper, textOfShown } from './pages/preview.ts';
import { register } from './pages/registration.ts';
import { signIn, signOut } from './pages/signIn.ts';
import { CLERK, LEADER } from './people.ts';

/** Registers the case and accepts it right after; answers its number. */
async function registerAccepted(page: Page): Promise<string> {
  const number = await register(page, LAND);
  await press(page, 'ArrowDown', 'Enter');
  await expect(page.getByRole('dialog', { name: '受理' })).toBeVisible();
  await press(page, 'F9');
  await shownPaper(page, '信访事项受理告知书');
  await closePaper(page);
  return number;
}

test.describe('handling of an accepted case', () => {
  test('the clerk asks for an extension, the leader approves it, and the notice is printed', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const number = await registerAccepted(page);
    await openCase(page, number, LAND.title);
    await expect(status(page)).toHaveText('已受理');
    const due = page.getByRole('article', { name: '办结', exact: true });
    const before = await due.locator('.clock-due b').textContent();

    const request = await takeStep(page, '申请延期');
    await fillIn(request, '延长天数', '31');
    await fillIn(request, '延期理由', '涉及跨村边界，须待测绘结果。');
    await press(page, 'F9');
    await expect(request.getByText('延长不得超过 30 日（《信访工作条例》第三十四条）。')).toBeVisible();
    await expect(field(request, '延期理由')).toHaveValue('涉及跨村边界，须待测绘结果。');
    await fillBack(page, '30');
    await saveDialog(page, request);
    await expect(status(page)).toHaveText('延期待批');
    await signOut(page);

    await signIn(page, LEADER);
    const waiting = page
      .getByRole('region', { name: '待您审批' })
      .or(page.locator('section', { hasText: '待您审批' }));
    await expect(waiting.first()).toContainText('申请延长 30 日');
    await openCase(page, number, LAND.title);
    const decision = await takeStep(page, '审批延期');
    await expect(decision).toContainText('涉及跨村边界，须待测绘结果。');
    await press(page, 'F9');
    const paper = await shownPaper(page, '信访事项延长办理期限告知书');
    await printShown(page, paper);
    const words = await textOfShown(page, paper);
    expect(words).toContain('张三妹');
    expect(words).toContain('第三十四条');
    await closePaper(page);
    await expect(status(page)).toHaveText('已延期');
    expect(Date.parse((await due.locator('.clock-due b').textContent()) ?? '')).toBe(
      Date.parse(before ?? '') + 30 * 86_400_000,
    );
  });

  test('an opinion is issued claim by claim, delivered, and the case concluded', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const number = await registerAccepted(page);
    await openCase(page, number, LAND.title);

    const opinion = await takeStep(page, '出具处理意见书');
    await press(page, 'F9');
    await expect(opinion.getByText('请填写签发领导。')).toBeVisible();
    await fillIn(opinion, '签发领导', LEADER.name);
    await fillIn(opinion, '调查核实', '经查，2025年3月征用责任田一亩二分属实，补偿款因村账审核滞留。');
    await choose(opinion, '处理结论', '予以支持');
    await fillIn(opinion, '处理意见', '镇财政所于三十日内将补偿款三万六千元发放到户。');
    await fillIn(opinion, '法律依据', '《中华人民共和国土地管理法》第四十八条');
    await press(page, 'F9');
    const paper = await shownPaper(page, '信访事项处理意见书');
    const words = await textOfShown(page, paper);
    for (const part of ['张三妹', '请求尽快发放补偿款三万六千元', '予以支持', '第四十八条', '兴宁市人民政府'])
      expect(words).toContain(part);
    await closePaper(page);
    await expect(status(page)).toHaveText('待送达');

    const early = await takeStep(page, '办结');
    await fillIn(early, '办结说明', '已答复。');
    await press(page, 'F9');
    await expect(early.getByText('处理意见书还没有送达信访人，不能办结。')).toBeVisible();
    await press(page, 'Escape');

    const delivery = await takeStep(page, '登记送达');
    await expect(delivery).toContainText('信访事项处理意见书');
    await pick(delivery, '送达方式', '当面', '当面送达');
    await fillIn(delivery, '送达地点', '人民来访接待室');
    await saveDialog(page, delivery);
    await expect(status(page)).toHaveText('已送达');

    const conclusion = await takeStep(page, '办结');
    await enterTo(field(conclusion, '办结说明'));
    await page.keyboard.insertText('意见书已当面送达，信访人表示认可。');
    await saveDialog(page, conclusion);
    await expect(status(page)).toHaveText('已办结');
    const timeline = await showTab(page, '办理过程');
    for (const part of ['登记', '受理', '处理意见书', '送达', '办结'])
      await expect(timeline).toContainText(part);
    const papers = await showTab(page, '文书');
    await expect(papers.getByRole('row', { name: /^信访事项处理意见书/ })).toContainText('已送达');
    await openScreen(page, '今日');
    await expect(page.getByText('在办').locator('..')).toContainText('0 件');
  });
});

/** The first field of the open dialog again, with another text. */
async function fillBack(page: Page, text: string): Promise<void> {
  await expect(page.getByLabel(/延长天数$/)).toBeFocused();
  await press(page, 'Control+A');
  await page.keyboard.insertText(text);
}
