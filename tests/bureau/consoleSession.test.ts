/** All officers are made up. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOfficer } from '../../bureau/officerAccount.ts';
import { audit, officer, officerSession, signInTry } from '../../bureau/schema.ts';
import { must, openConsole } from './console.ts';

let at: Awaited<ReturnType<typeof openConsole>>;
beforeAll(async () => {
  at = await openConsole();
});
afterAll(() => at.close());

const hour = 3600_000;
const pass = (ms: number) => {
  at.clock.now = new Date(at.clock.now.getTime() + ms);
};
const newcomer = (name: string) =>
  addOfficer(
    at.office.orm,
    { name, roles: ['officer'], restricted: false },
    { cost: at.office.cost, now: at.clock.now },
  );

describe('signing in at the console', () => {
  it('shows who the bureau is, and nobody, before anybody signed in', async () => {
    expect(await at.browser().bureau.session.state({})).toEqual({
      ok: true,
      value: {
        bureauName: '兴宁市信访局',
        version: '0.1.0',
        today: '2026-03-02',
        officer: null,
        mustChangePassword: false,
      },
    });
  });

  it('gives a cookie that no script sees and keeps only the hash of its token', async () => {
    const { password, row } = await newcomer('甲一');
    const page = at.browser();
    const answer = await page.post('/console/session/signIn', { name: '甲一', password });
    const token = page.cookie().slice('fq-session='.length);
    expect(answer.headers['set-cookie']).toBe(`fq-session=${token}; HttpOnly; SameSite=Strict; Path=/`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(answer.headers['cache-control']).toBe('no-store');
    const rows = await at.office.orm
      .select()
      .from(officerSession)
      .where(eq(officerSession.officerId, row.id));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('lets a one-time password do nothing but be changed', async () => {
    const { password } = await newcomer('甲二');
    const page = at.browser();
    const state = must(await page.bureau.session.signIn({ name: '甲二', password }));
    expect(state.mustChangePassword).toBe(true);
    const due = { ok: false, refusal: { code: 'password-change-due' } };
    expect(await page.bureau.cases.list({})).toEqual(due);
    expect(await page.bureau.units.list({})).toEqual(due);
    const change = { commandId: 'change-甲二-1'.replace(/\P{ASCII}/gu, ''), oldPassword: password };
    expect(await page.bureau.session.changePassword({ ...change, newPassword: password })).toEqual({
      ok: false,
      refusal: { code: 'weak-password', field: 'newPassword' },
    });
    expect(
      must(await page.bureau.session.changePassword({ ...change, newPassword: '山高水长路远' + '又一程' })),
    ).toMatchObject({
      mustChangePassword: false,
      officer: { name: '甲二' },
    });
    expect(must(await page.bureau.cases.list({})).total).toBe(0);
  });

  it('answers an unknown name and a wrong password the same', async () => {
    await newcomer('甲三');
    const page = at.browser();
    const wrong = { ok: false, refusal: { code: 'wrong-password', field: 'password' } };
    expect(await page.bureau.session.signIn({ name: '甲三', password: 'wrong' })).toEqual(wrong);
    expect(await page.bureau.session.signIn({ name: '没有此人', password: 'wrong' })).toEqual(wrong);
    expect(page.cookie()).toBe('');
  });

  it('makes known and unknown names wait alike after five wrong passwords, and counts on after a set-back clock', async () => {
    const { password } = await newcomer('甲四');
    const page = at.browser();
    for (const name of ['甲四', '无名氏']) {
      for (let i = 0; i < 5; i += 1) await page.bureau.session.signIn({ name, password: 'wrong' });
      const wait = { ok: false, refusal: { code: 'too-many-tries', detail: { seconds: 60 } } };
      expect(await page.bureau.session.signIn({ name, password })).toEqual(wait);
      pass(-hour);
      expect(await page.bureau.session.signIn({ name, password })).toEqual(wait);
      pass(hour);
    }
    pass(61_000);
    expect((await page.bureau.session.signIn({ name: '甲四', password })).ok).toBe(true);
  });

  it('keeps no readable name of who tried, since people type passwords there', async () => {
    await at.browser().bureau.session.signIn({ name: '我的密码是春天', password: 'x' });
    expect(JSON.stringify(await at.office.orm.select().from(signInTry))).not.toContain('春天');
  });

  it('takes one try at a time: many at once get no more looks at the password', async () => {
    await newcomer('甲五');
    const tries = Array.from({ length: 12 }, () =>
      at.browser().bureau.session.signIn({ name: '甲五', password: 'no' }),
    );
    const codes = (await Promise.all(tries)).map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(7);
  });

  it('hashes a password anew at the next sign-in when the cost was raised', async () => {
    const { password, row } = await newcomer('甲六');
    const before = { ...at.office.cost };
    at.office.cost = { ...before, passes: 2 };
    must(await at.browser().bureau.session.signIn({ name: '甲六', password }));
    at.office.cost = before;
    const [stored] = await at.office.orm.select().from(officer).where(eq(officer.id, row.id));
    expect(stored?.passwordCost).toEqual({ ...before, passes: 2 });
    expect((await at.browser().bureau.session.signIn({ name: '甲六', password })).ok).toBe(true);
  });
});

describe('a session', () => {
  it('ends eight hours after the last use, and use keeps it open', async () => {
    const page = await at.signedIn();
    pass(7 * hour);
    expect((await page.bureau.units.list({})).ok).toBe(true);
    pass(7 * hour);
    expect((await page.bureau.units.list({})).ok).toBe(true);
    pass(8 * hour);
    expect(await page.bureau.units.list({})).toEqual({ ok: false, refusal: { code: 'not-signed-in' } });
  });

  it('ends after a day although an open page asks again by itself', async () => {
    const page = await at.signedIn();
    for (let i = 0; i < 23; i += 1) {
      pass(hour);
      expect((await page.bureau.units.list({})).ok).toBe(true);
    }
    pass(hour);
    expect((await page.bureau.units.list({})).ok).toBe(false);
  });

  it('ends when it is signed out, with the cookie taken away', async () => {
    const page = await at.signedIn();
    const cookie = page.cookie();
    const answer = await page.post('/console/session/signOut', {});
    expect(answer.headers['set-cookie']).toBe('fq-session=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0');
    expect((await page.post('/console/units/list', {}, { cookie })).body).toEqual({
      ok: false,
      refusal: { code: 'not-signed-in' },
    });
  });

  it('ends everywhere else when the password is changed, and goes on here under a new token', async () => {
    const here = await at.signedIn();
    const there = at.browser();
    must(await there.bureau.session.signIn({ name: here.name, password: here.password }));
    const before = here.cookie();
    const change = {
      commandId: 'change-0000',
      oldPassword: here.password,
      newPassword: '换一句更长的话 2026',
    };
    const done = await here.bureau.session.changePassword(change);
    expect(must(done).officer?.name).toBe(here.name);
    expect(here.cookie()).not.toBe(before);
    expect((await here.bureau.units.list({})).ok).toBe(true);
    expect((await there.bureau.units.list({})).ok).toBe(false);
    expect(await here.bureau.session.changePassword(change)).toEqual(done);
  });

  it('refuses a wrong old password and one that would be guessed, at their fields', async () => {
    const page = await at.signedIn();
    const change = { commandId: 'change-0001', oldPassword: page.password, newPassword: '12345678' };
    expect(await page.bureau.session.changePassword({ ...change, oldPassword: 'no' })).toEqual({
      ok: false,
      refusal: { code: 'wrong-password', field: 'oldPassword' },
    });
    expect(await page.bureau.session.changePassword(change)).toEqual({
      ok: false,
      refusal: { code: 'weak-password', field: 'newPassword' },
    });
  });
});

describe('where a call comes from', () => {
  const refused = { ok: false, refusal: { code: 'not-allowed' } };
  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    [
      'another site that a proxy stripped of its marks',
      { origin: 'https://evil.example', 'sec-fetch-site': '' },
      403,
    ],
    ['another port of the same machine', { origin: 'http://bureau.example:7081' }, 403],
    ['a page without origin', { origin: 'null', 'sec-fetch-site': '' }, 403],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['no browser at all', { origin: '', 'sec-fetch-site': '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', { 'content-type': 'text/plain' }, 415],
  ])('refuses a call from %s', async (_from, headers, status) => {
    const answer = await at.browser().post('/console/session/state', {}, headers);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: refused });
  });

  it('takes a call through a proxy that speaks https for the bureau', async () => {
    const answer = await at
      .browser()
      .post('/console/session/state', {}, { origin: 'https://bureau.example:7080' });
    expect(answer.status).toBe(200);
  });

  it('refuses a body above 1 MiB and one that is not JSON, and answers in the same shape', async () => {
    const page = at.browser();
    const tooLong = await page.post('/console/session/state', { text: 'x'.repeat(1024 * 1024) });
    const broken = await page.post('/console/session/state', '{"name":');
    expect([tooLong.status, broken.status]).toEqual([413, 400]);
    const refusal = { code: 'invalid-input', field: '' };
    expect([tooLong.body, broken.body]).toEqual([
      { ok: false, refusal },
      { ok: false, refusal },
    ]);
  });

  it('reads no input that is not of the contract, and tells nobody apart by a cookie that is none', async () => {
    const page = at.browser();
    expect((await page.post('/console/session/signIn', { name: 1 })).body).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', field: 'name' },
    });
    const forged = { cookie: `x=1; fq-session=${'A'.repeat(43)}; fq-session2=b` };
    expect((await page.post('/console/cases/list', {}, forged)).body).toEqual({
      ok: false,
      refusal: { code: 'not-signed-in' },
    });
  });

  it('has met no bug in all of this', () => {
    expect(at.bugs).toEqual([]);
  });
});

it('writes down who signed in, who failed and who left, without a name', async () => {
  const page = await at.signedIn({ name: '留痕者' });
  await at.browser().bureau.session.signIn({ name: '留痕者', password: 'wrong' });
  await page.bureau.session.signOut({});
  const entries = await at.office.orm.select().from(audit).where(eq(audit.person, page.id)).orderBy(audit.n);
  expect(entries.map(({ act, ref }) => [act, ref])).toEqual([
    ['session.signIn', page.id],
    ['session.changePassword', page.id],
    ['session.wrongPassword', page.id],
    ['session.signOut', page.id],
  ]);
});
