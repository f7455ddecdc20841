import { expect } from '@playwright/test';
import { expectSound } from './accessible.ts';
import { test } from './fixture.ts';
import { dialog, enterTo, field, press, radio } from './keyboard.ts';
import { CALL, group, LAND, LETTER } from './matters.ts';
import { expectCases, openCase, showTab, status } from './pages/cases.ts';
import { closePaper, printShown, shownPaper, textOfShown } from './pages/preview.ts';
import { fillForm, registerAndNext, saveButton, savedNumber } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { CLERK } from './people.ts';

test.describe('the morning at the reception window', () => {
  test('a walk-in goes from the first key to the printed notice in one go', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await fillForm(page, LAND);
    await expect(page.getByLabel('主访人出生日期')).toHaveValue('1962-03-05');
    await expect(radio(page.getByRole('radiogroup', { name: '主访人性别' }), '女')).toBeChecked();
    await expect(saveButton(page)).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await press(page, 'Enter');
    const number = await savedNumber(page);
    expect(number).toMatch(/^441481104-\d{8}-A0001-[0-9A-Z]$/);
    await press(page, 'Enter');
    await dialog(page, '当场书面告知');
    await press(page, 'Enter');
    const paper = await shownPaper(page, '信访事项接收告知书');
    await expectSound(page, 'the preview of a paper');
    await printShown(page, paper);
    await expect(paper.getByRole('status')).toHaveText('已交给打印机。已打印或保存 1 次。');
    const words = await textOfShown(page, paper);
    expect(words).toContain(number);
    expect(words).toContain('张三妹');
    expect(words).toContain('兴宁市新陂镇人民政府');
    await closePaper(page);

    await openCase(page, number, LAND.title);
    await expect(status(page)).toHaveText('已告知');
    const papers = await showTab(page, '文书');
    await expect(papers.getByRole('row', { name: /^信访事项接收告知书/ })).toContainText('2 次');
  });

  test('a letter and a call are registered by the digit of their form', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    const letter = await registerAndNext(page, LETTER);
    const call = await registerAndNext(page, CALL);
    expect([letter, call].map((number) => number.slice(19, 24))).toEqual(['A0001', 'A0002']);
    await expectCases(page, 2);
    await openCase(page, letter, LETTER.title);
    await expect(page.getByRole('tabpanel')).toContainText('来信');
    await expect(page.getByRole('tabpanel')).toContainText('意见建议');
    await press(page, 'Escape');
    await openCase(page, call, CALL.title);
    await expect(page.getByRole('tabpanel')).toContainText('来电');
  });

  test('a group of nine with five representatives is one case; a sixth is refused at its field', async ({
    startDesk,
  }) => {
    const { page } = await startDesk();
    await signIn(page, CLERK);
    await fillForm(page, group(6));
    await press(page, 'F9');
    await expect(page.getByText('代表不得超过 5 人，其余人员请登记为随访人。')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByLabel('第9人姓名')).toHaveValue('丘九');
    await expect(page.getByLabel('主要事实')).toHaveValue(group(6).facts);
    await expect(page.locator(':focus')).toHaveAttribute('type', 'checkbox');
    // Back to the sixth person, whose tick goes.
    await enterTo(field(page, '第6人代表'));
    await press(page, 'Space', 'F9');
    const number = await savedNumber(page);
    await press(page, 'F2');
    await openCase(page, number, group(5).title);
    await expect(page.getByRole('tabpanel')).toContainText('9 人');
    await expect(page.getByRole('tabpanel')).toContainText('集体访');
    await expect(page.getByRole('tabpanel').getByText('代表', { exact: true })).toHaveCount(5);
    await expectCases(page, 1);
  });
});
