/** All officers, desks and petitioners are made up. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolmentCode, stream } from '../../bureau/schema.ts';
import { must, openConsole, TOWNS } from './console.ts';
import { aRegistration, enrolledDesk } from './enrolledDesk.ts';

type Console = Awaited<ReturnType<typeof openConsole>>;
let at: Console;
let boss: Awaited<ReturnType<Console['signedIn']>>;
beforeAll(async () => {
  at = await openConsole();
  boss = await at.signedIn({ name: '管理甲', roles: ['administrator'] });
});
afterAll(() => at.close());

const [XINPI, DIAOFANG] = TOWNS as [{ code: string; name: string }, { code: string; name: string }];
const exchange = () => ({ bureau: at.office.bureau, store: at.store, now: at.office.now });

it('shows a code once, keeps only its hash, and lets one desk enrol with it', async () => {
  const command = { commandId: 'code-0000001', unit: XINPI.code, days: 7 };
  const made = must(await boss.bureau.desks.createCode(command));
  const { code, ...shown } = made;
  expect(shown).toEqual({
    id: made.id,
    unit: XINPI,
    createdAt: '2026-03-02T09:00:00+08:00',
    createdBy: '管理甲',
    expiresAt: '2026-03-09T09:00:00+08:00',
    usedBy: null,
  });
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(must(await boss.bureau.desks.createCode(command))).toEqual(made);
  expect(must(await boss.bureau.desks.codes({}))).toEqual([shown]);
  expect(JSON.stringify(await at.office.orm.select().from(enrolmentCode))).not.toContain(code);

  const desk = { code, unit: XINPI, letter: 'A', deskName: '新陂镇接待室一号机' };
  await enrolledDesk(exchange(), desk);
  await expect(enrolledDesk(exchange(), { ...desk, letter: 'B' })).rejects.toThrow('WRONG_CODE');
  expect(must(await boss.bureau.desks.codes({}))[0]?.usedBy).toBe('新陂镇接待室一号机');
  expect(await boss.bureau.desks.cancelCode({ commandId: 'cancel-00001', id: made.id })).toEqual({
    ok: false,
    refusal: { code: 'already-done' },
  });
});

it('cancels a code, which then enrols nobody', async () => {
  const { id, code } = must(
    await boss.bureau.desks.createCode({ commandId: 'code-0000002', unit: DIAOFANG.code }),
  );
  const cancel = { commandId: 'cancel-00002', id };
  expect(await boss.bureau.desks.cancelCode(cancel)).toEqual({ ok: true, value: {} });
  expect(await boss.bureau.desks.cancelCode(cancel)).toEqual({ ok: true, value: {} });
  const desk = { code, unit: DIAOFANG, letter: 'A', deskName: '一号机' };
  await expect(enrolledDesk(exchange(), desk)).rejects.toThrow('WRONG_CODE');
  expect(must(await boss.bureau.desks.codes({})).map((one) => one.id)).not.toContain(id);
  expect(await boss.bureau.desks.cancelCode({ commandId: 'cancel-00003', id: 'nothing' })).toEqual({
    ok: false,
    refusal: { code: 'unknown-code' },
  });
});

it.each(['999999999', '441481'])('makes no code for %s, which is no unit with a desk', async (unit) => {
  expect(await boss.bureau.desks.createCode({ commandId: `code-${unit}-x`, unit })).toEqual({
    ok: false,
    refusal: { code: 'unknown-unit', field: 'unit' },
  });
});

it('lists the desks with what they said of themselves, and not the bureau itself', async () => {
  const [row] = await at.office.orm.select().from(stream).where(eq(stream.kind, 'desk'));
  if (!row) throw new Error('no desk');
  await at.office.orm
    .update(stream)
    .set({
      lastSeenAt: '2026-03-02T02:00:00.000Z',
      waiting: 3,
      calendarVersion: 'cn-2026',
      appVersion: '0.1.0',
      clockBehind: 4000,
    })
    .where(eq(stream.stream, row.stream));
  expect(must(await boss.bureau.desks.list({}))).toEqual([
    {
      stream: row.stream,
      unit: XINPI,
      letter: 'A',
      deskName: '新陂镇接待室一号机',
      state: 'active',
      enrolledAt: '2026-03-02T09:00:00+08:00',
      lastSeenAt: '2026-03-02T10:00:00+08:00',
      head: 0,
      waiting: 3,
      calendarVersion: 'cn-2026',
      appVersion: '0.1.0',
      clockBehind: 4000,
    },
  ]);
});

it('shows refused and held facts with their desk, and those of accusations only to who may read them', async () => {
  const { code } = must(
    await boss.bureau.desks.createCode({ commandId: 'code-0000003', unit: DIAOFANG.code }),
  );
  const desk = await enrolledDesk(exchange(), { code, unit: DIAOFANG, letter: 'B', deskName: '二号机' });
  const { caseId, number } = await desk.register();
  const secret = await desk.register({
    purpose: 'ACCUSE',
    accusedUnit: '某村委会',
    title: '反映村干部侵占集体资金',
  });
  await desk.push({ type: 'note-added', body: { text: '不知道是哪一件' } }, 'case-unknown-1');
  await desk.push({ type: 'note-added', body: { text: '' } }, caseId, { body: '{"text":7}' });
  const again = { ...aRegistration({ purpose: 'ACCUSE' }), number: secret.number, unit: DIAOFANG };
  await desk.push({ type: 'petition-registered', body: again }, secret.caseId);

  const plain = await at.signedIn({ name: '普通甲' });
  const items = must(await plain.bureau.desks.attention({}));
  expect(items).toMatchObject([
    {
      type: 'note-added',
      verdict: 'rejected',
      code: 'malformed',
      caseId,
      caseNumber: number,
      deskName: '二号机',
      seq: 4,
      unitName: '刁坊镇',
      actor: '',
      text: '内容不符合约定的格式，无法显示。',
    },
    {
      type: 'note-added',
      verdict: 'held',
      code: 'unknown-case',
      caseId: 'case-unknown-1',
      caseNumber: '',
      seq: 3,
      actor: '温小雨',
      text: '补记：不知道是哪一件',
    },
  ]);
  expect(items).toHaveLength(2);
  const named = await at.signedIn({ name: '密件甲', restricted: true });
  expect(must(await named.bureau.desks.attention({}))).toMatchObject([
    { code: 'case-exists', seq: 5 },
    { seq: 4 },
    { seq: 3 },
  ]);
  expect(must(await named.bureau.desks.attention({ limit: 1 }))).toHaveLength(1);
  expect(await boss.bureau.desks.attention({})).toEqual({ ok: false, refusal: { code: 'not-allowed' } });
});

it('counts units by what the asker may know, and adds one by hand', async () => {
  const added = { commandId: 'unit-0000001', code: 'XFJZJ', name: '市住房和城乡建设局' };
  const unit = {
    code: 'XFJZJ',
    name: '市住房和城乡建设局',
    builtIn: false,
    desks: 0,
    registered: 0,
    open: 0,
  };
  expect(must(await boss.bureau.units.add(added))).toEqual(unit);
  expect(must(await boss.bureau.units.add(added))).toEqual(unit);
  expect(await boss.bureau.units.add({ ...added, commandId: 'unit-0000002' })).toEqual({
    ok: false,
    refusal: { code: 'code-taken', field: 'code' },
  });
  const towns = (registered: number) => [
    { ...XINPI, builtIn: true, desks: 1, registered: 0, open: 0 },
    { ...DIAOFANG, builtIn: true, desks: 1, registered, open: registered },
    unit,
  ];
  const plain = await at.signedIn();
  const named = await at.signedIn({ restricted: true });
  expect(must(await plain.bureau.units.list({}))).toEqual(towns(1));
  expect(must(await boss.bureau.units.list({}))).toEqual(towns(1));
  expect(must(await named.bureau.units.list({}))).toEqual(towns(2));
});

it('has met no bug in all of this', () => expect(at.bugs).toEqual([]));
