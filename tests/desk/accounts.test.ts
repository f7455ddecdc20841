import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Client } from '../../contract/client.ts';
import type { DeskContract } from '../../contract/deskContract.ts';
import type { Role } from '../../domain/person.ts';
import {
  ADMINISTRATOR,
  addClerk,
  CLERK,
  codeOf,
  newFolder,
  type Opened,
  opened,
  setUp,
  signedIn,
  taken,
} from './premises.ts';

let house: Opened;
let administrator: Client<DeskContract>;
let clerkId: string;
beforeEach(async () => {
  house = await opened(newFolder(onTestFinished));
  onTestFinished(() => house.desk.close());
  await setUp(house);
  administrator = await signedIn(house, 'a');
  clerkId = await addClerk(administrator);
});

const commandId = () => randomUUID();
const ownId = async () => taken(await administrator.session.state({})).user?.id ?? '';
const names = async () => taken(await house.at('page').session.state({})).names;
const add = (name: string, password = 'chun feng 2026', roles: Role[] = ['mediator']) =>
  administrator.accounts.add({ commandId: commandId(), name, roles, password });

describe('accounts', () => {
  it('are added with their duties and sign in by their names', async () => {
    const added = taken(await add('黄国强', 'chun feng 2026', ['mediator', 'leader', 'mediator']));
    const account = { id: added.id, name: '黄国强', roles: ['mediator', 'leader'], active: true };
    expect(added).toEqual({ ...account, createdAt: expect.stringMatching(/\+08:00$/) });
    expect(
      taken(await administrator.accounts.list({}))
        .map((one) => one.name)
        .sort(),
    ).toEqual([ADMINISTRATOR.name, CLERK.name, '黄国强'].sort());
    expect(await names()).toEqual(['黄国强', '罗秀英', '温小敏']);
    await signedIn(house, 'b', { name: '黄国强', password: 'chun feng 2026' });
  });

  it('are added once when the call is sent again', async () => {
    const input = {
      commandId: commandId(),
      name: '黄国强',
      roles: ['leader' as const],
      password: 'chun feng 2026',
    };
    const [first, again] = [await administrator.accounts.add(input), await administrator.accounts.add(input)];
    expect(again).toEqual(first);
    const others = [
      await administrator.accounts.add({ ...input, password: 'qiu shuang 2026' }),
      await administrator.accounts.add({ ...input, roles: ['clerk'] }),
    ];
    expect(others.map(codeOf)).toEqual(['saved-before', 'saved-before']);
    expect(taken(await administrator.accounts.list({})).length).toBe(3);
    await signedIn(house, 'b', { name: '黄国强', password: 'chun feng 2026' });
  });

  it.each([
    ['a name that another has', CLERK.name, 'chun feng 2026', 'name-taken', 'name'],
    ['the same name with a blank in it', '温 小敏', 'chun feng 2026', 'name-taken', 'name'],
    ['a weak password', '黄国强', 'password1', 'weak-password', 'password'],
    ['a short password', '黄国强', 'kurz', 'invalid-input', 'password'],
    ['a name of one character', '黄', 'chun feng 2026', 'invalid-input', 'name'],
  ])('are refused with %s, and no slot stays behind', async (_what, name, password, code, field) => {
    const before = await names();
    expect(await add(name, password)).toEqual({ ok: false, refusal: { code, field } });
    expect(await names()).toEqual(before);
  });

  it('are the administrator’s business only', async () => {
    const clerk = await signedIn(house, 'b', CLERK);
    const command = { commandId: commandId(), id: clerkId };
    const answers = [
      await clerk.accounts.list({}),
      await clerk.accounts.disable(command),
      await clerk.accounts.setRoles({ ...command, roles: ['administrator'] }),
      await clerk.accounts.resetPassword({ ...command, password: 'chun feng 2026' }),
    ];
    expect(answers.map(codeOf)).toEqual(Array(4).fill('not-allowed'));
  });

  it('change their duties at once, in the middle of a session', async () => {
    const clerk = await signedIn(house, 'b', CLERK);
    const roles: Role[] = ['administrator'];
    taken(await administrator.accounts.setRoles({ commandId: commandId(), id: clerkId, roles }));
    expect(house.changes.at(-1)).toEqual(['accounts', 'session']);
    expect(codeOf(await clerk.accounts.list({}))).toBe('ok');
    expect(taken(await clerk.session.state({})).user?.roles).toEqual(roles);
  });

  it('end at once when they are disabled: the seat is signed out and the slot is gone', async () => {
    const clerk = await signedIn(house, 'b', CLERK);
    taken(await administrator.accounts.disable({ commandId: commandId(), id: clerkId }));
    expect(codeOf(await clerk.drafts.list({}))).toBe('not-signed-in');
    expect(codeOf(await clerk.session.signIn(CLERK))).toBe('wrong-password');
    expect(await names()).toEqual([ADMINISTRATOR.name]);
    expect(taken(await administrator.accounts.list({})).find((one) => one.id === clerkId)?.active).toBe(
      false,
    );
    // The record of who did what keeps the name; nobody else gets it.
    expect(codeOf(await add(CLERK.name))).toBe('name-taken');
  });

  it('come back with a new password, which signs the old seats out', async () => {
    taken(await administrator.accounts.disable({ commandId: commandId(), id: clerkId }));
    const reset = (password: string) =>
      administrator.accounts.resetPassword({ commandId: commandId(), id: clerkId, password });
    expect(taken(await reset('xia yu 2026')).active).toBe(true);
    const clerk = await signedIn(house, 'b', { ...CLERK, password: 'xia yu 2026' });
    taken(await reset('qiu shuang 2026'));
    expect(codeOf(await clerk.drafts.list({}))).toBe('not-signed-in');
    expect(codeOf(await clerk.session.signIn({ ...CLERK, password: 'xia yu 2026' }))).toBe('wrong-password');
    expect(codeOf(await clerk.session.signIn({ ...CLERK, password: 'qiu shuang 2026' }))).toBe('ok');
  });

  it('that got a new password keep it when the same command comes with another one', async () => {
    const reset = (id: string, password: string) =>
      administrator.accounts.resetPassword({ commandId: id, id: clerkId, password });
    const once = commandId();
    const first = taken(await reset(once, 'xia yu 2026'));
    expect(taken(await reset(once, 'xia yu 2026'))).toEqual(first);
    expect(codeOf(await reset(once, 'qiu shuang 2026'))).toBe('saved-before');
    await signedIn(house, 'b', { ...CLERK, password: 'xia yu 2026' });
  });

  it('always leave one administrator', async () => {
    const id = await ownId();
    const demote = () => administrator.accounts.setRoles({ commandId: commandId(), id, roles: ['clerk'] });
    expect(codeOf(await demote())).toBe('last-administrator');
    expect(codeOf(await administrator.accounts.disable({ commandId: commandId(), id }))).toBe(
      'last-administrator',
    );
    const roles: Role[] = ['administrator'];
    taken(await administrator.accounts.setRoles({ commandId: commandId(), id: clerkId, roles }));
    taken(await administrator.accounts.disable({ commandId: commandId(), id: clerkId }));
    // A disabled administrator does not count.
    expect(codeOf(await demote())).toBe('last-administrator');
  });

  it('are not made up by an id', async () => {
    const nobody = { commandId: commandId(), id: 'nobody-12345' };
    const answers = [
      await administrator.accounts.disable(nobody),
      await administrator.accounts.setRoles({ ...nobody, roles: ['clerk'] }),
      await administrator.accounts.resetPassword({ ...nobody, password: 'chun feng 2026' }),
    ];
    expect(answers.map(codeOf)).toEqual(Array(3).fill('unknown-person'));
  });

  it('let the administrator end the own account when another one is there', async () => {
    const roles: Role[] = ['administrator'];
    taken(await administrator.accounts.setRoles({ commandId: commandId(), id: clerkId, roles }));
    taken(await administrator.accounts.disable({ commandId: commandId(), id: await ownId() }));
    expect(taken(await administrator.session.state({})).phase).toBe('signed-out');
    expect(await names()).toEqual([CLERK.name]);
  });
});

describe('the unit', () => {
  it('changes its name on papers, on the sign-in page and for the signed-in', async () => {
    const settings = {
      ...taken(await administrator.unit.get({})),
      organName: '兴宁市新陂镇人民政府（练习）',
    };
    expect(taken(await administrator.unit.update({ commandId: commandId(), settings }))).toEqual(settings);
    const clerk = await signedIn(house, 'b', CLERK);
    expect(taken(await clerk.unit.get({}))).toEqual(settings);
    for (const seat of ['b', 'nobody'])
      expect(taken(await house.at(seat).session.state({})).unit?.organName).toBe(settings.organName);
    expect(codeOf(await clerk.unit.update({ commandId: commandId(), settings }))).toBe('not-allowed');
  });
});
