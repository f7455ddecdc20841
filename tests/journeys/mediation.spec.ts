import { expect } from '@playwright/test';
import { test } from './fixture.ts';
import { choose, dialog, enterTo, field, fillIn, pick, press, radio, tabBackTo, write } from './keyboard.ts';
import { rows, saveDialog, takeStep } from './pages/cases.ts';
import { openScreen } from './pages/frame.ts';
import { closePaper, printShown, shownPaper, textOfShown } from './pages/preview.ts';
import { signIn } from './pages/signIn.ts';
import { MEDIATOR } from './people.ts';

test.describe('people’s mediation', () => {
  test('a dispute goes through two sessions to the printed agreement', async ({ startDesk }) => {
    const { page } = await startDesk();
    await signIn(page, MEDIATOR);
    await openScreen(page, '调解');
    await press(page, 'Alt+N');
    const opening = await dialog(page, '受理人民调解');
    await fillIn(opening, '纠纷名称', '池某与袁某宅基地边界纠纷');
    await pick(opening, '纠纷类型', '宅基地', '宅基地');
    await fillIn(opening, '纠纷简要情况', '两家为围墙向外移了三十公分争执多次。');
    for (const [n, name] of ['池水生', '袁桂香'].entries()) {
      const party = opening.getByRole('group', { name: `当事人${'一二'[n]}` });
      await fillIn(party, '姓名或名称', name);
      await fillIn(party, '电话', `1380000000${n}`);
      await fillIn(party, '住址', '新陂镇茅塘村');
      await choose(party, '调解意愿', n === 0 ? '同意' : '不同意');
      await choose(party, '同意方式', '书面');
    }
    await press(page, 'F9');
    await expect(
      opening.getByText('当事人没有全部同意调解，不能受理（《人民调解法》第十七条）。'),
    ).toBeVisible();
    const other = opening.getByRole('group', { name: '当事人二' });
    await expect(field(other, '姓名或名称')).toHaveValue('袁桂香');
    await tabBackTo(radio(other.getByRole('radiogroup', { name: '调解意愿' }), '不同意'));
    await press(page, '1');
    await saveDialog(page, opening);
    await expect(page.getByRole('heading', { level: 1, name: '池某与袁某宅基地边界纠纷' })).toBeVisible();

    for (const record of ['双方各自陈述，约定三日后现场丈量。', '现场丈量，以老墙脚为界，双方同意。']) {
      const session = await takeStep(page, '记录调解');
      await enterTo(field(session, '地点'));
      await write(page, '镇人民调解室');
      await fillIn(session, '调解经过', record);
      await saveDialog(page, session);
      await expect(page.getByText(record)).toBeVisible();
    }
    await expect(page.getByText('第 2 次')).toBeVisible();

    const conclusion = await takeStep(page, '结束调解');
    await press(page, 'F9');
    await expect(conclusion.getByText('请填写协议内容。')).toBeVisible();
    await fillIn(conclusion, '协议内容', '一、以老墙脚为界；\n二、袁桂香十日内拆除越界围墙。');
    await fillIn(conclusion, '履行方式', '袁桂香自行拆除，费用自理。');
    await press(page, 'F9');
    const paper = await shownPaper(page, '人民调解协议书');
    await printShown(page, paper);
    const words = await textOfShown(page, paper);
    for (const part of ['池水生', '袁桂香', '以老墙脚为界', MEDIATOR.name]) expect(words).toContain(part);
    await closePaper(page);
    await expect(page.getByText('达成协议').first()).toBeVisible();
    const paid = await takeStep(page, '登记后续');
    await fillIn(paid, '履行内容', '首期三千元已付清。');
    await saveDialog(page, paid);
    await expect(page.getByText(/首期三千元已付清。（部分履行）/)).toBeVisible();
    const court = await takeStep(page, '登记后续');
    await choose(court, '登记事项', '申请司法确认');
    await fillIn(court, '法院', '兴宁市人民法院');
    await saveDialog(page, court);
    await expect(page.getByText(/兴宁市人民法院$/)).toBeVisible();
    await press(page, 'Escape');
    await expect(rows(page, '调解列表')).toHaveCount(0);
    await expect(page.getByText('没有正在调解的纠纷')).toBeVisible();
  });
});
