/** All officers are made up. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandDone, officer } from '../../bureau/schema.ts';
import { must, openConsole } from './console.ts';

let at: Awaited<ReturnType<typeof openConsole>>;
let boss: Awaited<ReturnType<(typeof at)['signedIn']>>;
beforeAll(async () => {
  at = await openConsole();
  boss = await at.signedIn({ name: '管理甲', roles: ['administrator'] });
});
afterAll(() => at.close());

const NEW = { name: '林某岚', roles: ['officer' as const], restricted: false };

it('gives a new officer a one-time password, once, and the same answer to the same command', async () => {
  const command = { commandId: 'add-00000001', ...NEW };
  const first = must(await boss.bureau.officers.add(command));
  expect(first).toEqual({
    id: first.id,
    ...NEW,
    active: true,
    createdAt: '2026-03-02T09:00:00+08:00',
    password: expect.stringMatching(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/),
  });
  expect(must(await boss.bureau.officers.add(command))).toEqual(first);
  expect(await boss.bureau.officers.add({ ...command, commandId: 'add-00000002' })).toEqual({
    ok: false,
    refusal: { code: 'name-taken', field: 'name' },
  });
  expect(
    must(await at.browser().bureau.session.signIn({ name: NEW.name, password: first.password })),
  ).toMatchObject({
    mustChangePassword: true,
  });
  expect(
    must(await boss.bureau.officers.list({}))
      .map((one) => one.name)
      .sort(),
  ).toEqual(['管理甲', '林某岚'].sort());
});

it('keeps no readable one-time password, and gives it to no other session', async () => {
  const command = { commandId: 'add-00000003', ...NEW, name: '何某帆' };
  const { password } = must(await boss.bureau.officers.add(command));
  const kept = await at.office.orm
    .select()
    .from(commandDone)
    .where(eq(commandDone.commandId, command.commandId));
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(password);
  const refused = { ok: false, refusal: { code: 'invalid-input', field: 'commandId' } };
  const elsewhere = at.browser();
  must(await elsewhere.bureau.session.signIn({ name: boss.name, password: boss.password }));
  expect(await elsewhere.bureau.officers.add(command)).toEqual(refused);
  const other = await at.signedIn({ name: '管理乙', roles: ['administrator'] });
  expect(await other.bureau.officers.add(command)).toEqual(refused);
  expect(
    await boss.bureau.units.add({ commandId: command.commandId, code: 'XFJ01', name: '市住建局' }),
  ).toEqual(refused);
});

it('ends what an officer was doing when the account is put out of use or the password reset', async () => {
  const page = await at.signedIn({ name: '郭某宁' });
  const reset = must(await boss.bureau.officers.resetPassword({ commandId: 'reset-000001', id: page.id }));
  expect((await page.bureau.cases.list({})).ok).toBe(false);
  const again = at.browser();
  expect((await again.bureau.session.signIn({ name: page.name, password: page.password })).ok).toBe(false);
  expect(
    must(await again.bureau.session.signIn({ name: page.name, password: reset.password })),
  ).toMatchObject({
    mustChangePassword: true,
  });
  const change = { commandId: 'update-00001', id: page.id, roles: ['officer' as const], restricted: false };
  expect(must(await boss.bureau.officers.update({ ...change, active: false })).active).toBe(false);
  expect(must(await again.bureau.session.state({})).officer).toBeNull();
  expect(await again.bureau.session.signIn({ name: page.name, password: reset.password })).toEqual({
    ok: false,
    refusal: { code: 'wrong-password', field: 'password' },
  });
});

it('takes new duties into effect at once, without a new sign-in', async () => {
  const page = await at.signedIn({ name: '罗某安' });
  const denied = { ok: false, refusal: { code: 'not-allowed' } };
  expect(await page.bureau.officers.list({})).toEqual(denied);
  const roles = ['officer' as const, 'administrator' as const, 'officer' as const].slice(0, 2);
  const change = { commandId: 'update-00002', id: page.id, roles, restricted: true, active: true };
  expect(must(await boss.bureau.officers.update(change))).toMatchObject({ roles, restricted: true });
  expect((await page.bureau.officers.list({})).ok).toBe(true);
  const back = { ...change, commandId: 'update-00003', roles: ['administrator' as const] };
  must(await boss.bureau.officers.update(back));
  expect(await page.bureau.cases.list({})).toEqual(denied);
});

it('never loses the last administrator', async () => {
  const others = await at.office.orm.select().from(officer);
  for (const one of others.filter((o) => o.id !== boss.id))
    await at.office.orm.update(officer).set({ active: false }).where(eq(officer.id, one.id));
  const own = { id: boss.id, restricted: false };
  const refused = { ok: false, refusal: { code: 'last-administrator' } };
  expect(
    await boss.bureau.officers.update({
      commandId: 'update-00004',
      ...own,
      roles: ['officer'],
      active: true,
    }),
  ).toEqual(refused);
  expect(
    await boss.bureau.officers.update({
      commandId: 'update-00005',
      ...own,
      roles: ['administrator'],
      active: false,
    }),
  ).toEqual(refused);
  expect(
    await boss.bureau.officers.update({
      commandId: 'update-00006',
      ...own,
      id: 'nobody',
      roles: ['officer'],
      active: true,
    }),
  ).toEqual({
    ok: false,
    refusal: { code: 'unknown-person' },
  });
});
