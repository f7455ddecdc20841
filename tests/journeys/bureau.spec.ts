import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectSound } from './accessible.ts';
import { type Bureau, startBureau } from './bureau.ts';
import { test } from './fixture.ts';
import { dialog, field, fillIn, pick, press, tabBackTo, write } from './keyboard.ts';
import { LAND, LETTER, TEN } from './matters.ts';
import { detail, fetchAssignment, takeAssignmentStep } from './pages/assignments.ts';
import { expectCases, openCase, rows, saveDialog } from './pages/cases.ts';
import { openScreen, strip } from './pages/frame.ts';
import { closePaper, shownPaper, textOfShown } from './pages/preview.ts';
import { registerAndNext } from './pages/registration.ts';
import { signIn } from './pages/signIn.ts';
import { enrol, exchange } from './pages/sync.ts';
import { ADMINISTRATOR, LEADER } from './people.ts';

const JINGNAN = { code: '441481108', name: '径南镇' };
const XINPO = { code: '441481104', name: '新陂镇' };
const DIAOFANG = { code: '441481105', name: '刁坊镇' };
const YONGHE = { code: '441481107', name: '永和镇' };

test.describe('the desk and the bureau', () => {
  let bureau: Bureau | undefined;
  let folder = '';
  /** The bureau comes up with the first journey that needs it, in the middle of that journey, and stays for the others. */
  const theBureau = async () => {
    bureau ??= await startBureau(folder);
    return bureau;
  };
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'journey-bureau-'));
  });
  test.afterAll(async () => {
    await bureau?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('ten cases of an offline morning reach the bureau that appears afterwards, exactly ten', async ({
    startDesk,
    installDesk,
  }) => {
    const { page } = await startDesk(await installDesk({ town: JINGNAN }));
    await signIn(page, ADMINISTRATOR);
    const numbers: string[] = [];
    for (const matter of TEN) numbers.push(await registerAndNext(page, matter));
    expect(new Set(numbers).size).toBe(10);
    await expect(strip(page)).toContainText('未接入信访局（可继续登记）');
    await expectCases(page, 10);

    const { url, codeFor, listCases } = await theBureau();
    await enrol(page, url, await codeFor(JINGNAN.code), '径南镇接待室一号机');
    await exchange(page);
    const { rows: arrived, total } = await listCases({ unit: JINGNAN.code });
    expect(total).toBe(10);
    expect(arrived.map((row) => row.number).sort()).toEqual([...numbers].sort());
    expect(arrived.map((row) => row.title).sort()).toEqual(TEN.map((matter) => matter.title).sort());
    await exchange(page);
    expect((await listCases({ unit: JINGNAN.code })).total).toBe(10);
  });

  test('an assignment is signed for and objected to, goes to another town, is accepted and answered', async ({
    startDesk,
    installDesk,
    browserOf,
  }) => {
    const {
      url,
      codeFor,
      register,
      assign,
      getCase,
      decideObjection,
      openCase: openAtBureau,
    } = await theBureau();
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const reportDue = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const { caseId, number } = await register({
      registration: {
        ...{
          channel: 'LETTER',
          purpose: 'CLAIM',
          category: 'C0202',
          title: '跨村公路占地补偿',
          receivedOn: today,
        },
        ...{ facts: '来信反映公路占地补偿未到户。', request: '请求核实并发放。', place: XINPO },
        petitioners: [{ name: '巫来喜', lead: true, representative: false, address: '新陂镇群联村' }],
        ...{ personsPresent: 1, anonymous: false, addressUnclear: false },
      },
      assign: { toUnit: XINPO.code, manner: 'assign', reportDue, requirement: '请依法办理并按期报告。' },
    });

    const xinpo = (await startDesk(await installDesk({ town: XINPO }))).page;
    await signIn(xinpo, ADMINISTRATOR);
    await enrol(xinpo, url, await codeFor(XINPO.code), '新陂镇一号机');
    await fetchAssignment(xinpo, '跨村公路占地补偿');
    await expect(detail(xinpo)).toContainText(number);
    await expect(detail(xinpo)).toContainText('请依法办理并按期报告。');
    await expectSound(xinpo, '交办件');
    const signing = await takeAssignmentStep(xinpo, '签收');
    await expectSound(xinpo, '签收');
    await saveDialog(xinpo, signing);
    const objection = await takeAssignmentStep(xinpo, '提出异议');
    await expectSound(xinpo, '提出异议');
    await fillIn(objection, '异议理由', '该路段位于刁坊镇境内，占地农户均为刁坊镇村民，不属于本镇职权范围。');
    await fillIn(objection, '建议单位', '刁坊镇人民政府');
    await press(xinpo, 'F9');
    expect(await textOfShown(xinpo, await shownPaper(xinpo, '信访事项异议函'))).toContain('刁坊镇境内');
    await closePaper(xinpo);
    await exchange(xinpo);

    const objected = (await getCase({ caseId })).assignments[0];
    expect(objected?.state).toBe('objection-pending');
    await decideObjection({
      caseId,
      assignmentId: objected?.assignmentId ?? '',
      upheld: true,
      reason: '情况属实。',
    });
    await exchange(xinpo);
    await openScreen(xinpo, '交办件');
    await expect(rows(xinpo, '交办件列表')).toHaveCount(0);

    await assign({
      caseId,
      toUnit: DIAOFANG.code,
      manner: 'assign',
      reportDue,
      requirement: '请核实后办理。',
    });
    const diaofang = (await startDesk(await installDesk({ town: DIAOFANG }))).page;
    await signIn(diaofang, ADMINISTRATOR);
    await enrol(diaofang, url, await codeFor(DIAOFANG.code), '刁坊镇一号机');
    await fetchAssignment(diaofang, '跨村公路占地补偿');
    await saveDialog(diaofang, await takeAssignmentStep(diaofang, '签收'));
    await takeAssignmentStep(diaofang, '受理');
    await press(diaofang, 'F9');
    await shownPaper(diaofang, '信访事项受理告知书');
    await closePaper(diaofang);
    const report = await takeAssignmentStep(diaofang, '报送办结报告');
    await expectSound(diaofang, '报送办结报告');
    await fillIn(report, '报告内容', '经核实占地零点八亩，补偿款已于本周发放到户，信访人表示满意。');
    await fillIn(report, '单位负责人', LEADER.name);
    await press(diaofang, 'F9');
    await shownPaper(diaofang, '信访事项办结报告');
    await closePaper(diaofang);
    await exchange(diaofang);

    const officer = await openAtBureau(await browserOf(), caseId);
    await expect(officer.getByRole('heading', { level: 1, name: '跨村公路占地补偿' })).toBeVisible();
    for (const words of ['补偿款已于本周发放到户', '异议成立', '刁坊镇境内'])
      await expect(officer.getByText(words).first()).toBeVisible();
    expect((await getCase({ caseId })).assignments.map(({ state, toName }) => ({ state, toName }))).toEqual([
      { state: 'returned', toName: '新陂镇' },
      { state: 'reported', toName: '刁坊镇' },
    ]);
    await officer.context().close();
  });

  test('two desks of one town see each other’s cases and number them apart', async ({
    startDesk,
    installDesk,
  }) => {
    const { url, codeFor } = await theBureau();
    const one = (await startDesk(await installDesk({ town: YONGHE, letter: 'A' }))).page;
    const two = (await startDesk(await installDesk({ town: YONGHE, letter: 'B' }))).page;
    await signIn(one, ADMINISTRATOR);
    await signIn(two, ADMINISTRATOR);
    await enrol(one, url, await codeFor(YONGHE.code), '永和镇一号机');
    await enrol(two, url, await codeFor(YONGHE.code), '永和镇二号机');
    const first = await registerAndNext(one, LAND);
    const second = await registerAndNext(two, LETTER);
    expect([first, second].map((number) => number.slice(19, 24))).toEqual(['A0001', 'B0001']);
    for (const page of [one, two, one]) await exchange(page);
    await openCase(one, second, LETTER.title);
    await expect(one.getByRole('tabpanel')).toContainText(LETTER.facts);
    await openCase(two, first, LAND.title);
    await expect(two.getByRole('tabpanel')).toContainText('补偿款至今没有发放');
    await expectCases(one, 2);
    await expectCases(two, 2);
  });

  test('an officer registers a letter that came to the bureau, and adds a unit to send it to', async ({
    browserOf,
  }) => {
    const { openPage, listCases } = await theBureau();
    const page = await openPage(await browserOf(), '/registration');
    await expect(field(page, '信访形式')).toBeFocused();
    await pick(page, '问题属地', '新陂', XINPO.name);
    await fillIn(page, '村、社区', '群联村');
    await fillIn(page, '主访人姓名', '巫来喜');
    await pick(page, '内容分类', 'tdzs', '土地征收');
    await press(page, 'F9');
    await expect(page.getByText('请选择信访目的。')).toBeVisible();
    await expectSound(page, 'registration at the bureau, with errors');
    await press(page, 'F3');
    await expect(page.getByRole('heading', { level: 1, name: '到件' })).toBeVisible();
    await press(page, 'F2');
    await expect(field(page, '信访形式')).toBeFocused();
    await expect(field(page, '主访人姓名')).toHaveValue('巫来喜');
    await pick(page, '信访目的', '求决', '求决');
    await fillIn(page, '事由', '来信反映青苗补偿未付');
    await fillIn(page, '主要事实', '来信称青苗补偿至今没有支付。');
    await press(page, 'F9');
    await expect(page.getByRole('heading', { level: 1, name: '来信反映青苗补偿未付' })).toBeVisible();
    const { rows: found } = await listCases({ text: '青苗补偿' });
    expect(found.map(({ placeName, custodian }) => [placeName, custodian.name])).toEqual([
      ['新陂镇群联村', '兴宁市信访局'],
    ]);

    await press(page, 'Alt+3');
    await expect(page.getByRole('heading', { level: 1, name: '单位' })).toBeVisible();
    await expectSound(page, 'units');
    const add = page.getByRole('button', { name: '新增单位' });
    await tabBackTo(add);
    await press(page, 'Enter');
    const unit = await dialog(page, '新增单位');
    await fillIn(unit, '单位名称', '兴宁市自然资源局');
    await fillIn(unit, '代码', 'zr');
    await press(page, 'F9');
    await expect(unit.getByText('请填写 4 至 20 位数字或大写字母。')).toBeVisible();
    await expectSound(page, 'a new unit, with an error');
    await write(page, 'zrzyj');
    await press(page, 'F9');
    await expect(unit).toHaveCount(0);
    await expect(page.getByRole('row', { name: /兴宁市自然资源局.*ZRZYJ/ })).toBeVisible();
    await page.context().close();
  });
});
