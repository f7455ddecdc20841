import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { limitFiles, noLimit } from './fullDisk.ts';
import {
  ADMINISTRATOR,
  addClerk,
  CLERK,
  clock,
  codeOf,
  newFolder,
  type Opened,
  opened,
  setUp,
  signedIn,
  taken,
} from './premises.ts';

let house: Opened;
beforeEach(async () => {
  clock.now = '2026-03-02T09:00:00+08:00';
  house = await opened(newFolder(onTestFinished));
  onTestFinished(() => house.desk.close());
  await setUp(house);
});

const signIn = (name: string, password: string, connection = 'a') =>
  house.at(connection).session.signIn({ name, password });

describe('the own password', () => {
  const change = (oldPassword: string, newPassword: string, commandId: string = randomUUID()) =>
    house.at('a').session.changePassword({ commandId, oldPassword, newPassword });

  it('is changed with the old one, once, and the other windows of the person are signed out', async () => {
    await signedIn(house, 'a');
    await signedIn(house, 'b');
    const commandId = randomUUID();
    const answers = [
      await change(ADMINISTRATOR.password, 'xin mi ma 0302', commandId),
      await change(ADMINISTRATOR.password, 'xin mi ma 0302', commandId),
    ];
    expect(answers).toEqual([
      { ok: true, value: {} },
      { ok: true, value: {} },
    ]);
    expect(taken(await house.at('b').session.state({})).phase).toBe('signed-out');
    expect(codeOf(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password, 'b'))).toBe('wrong-password');
    expect(codeOf(await signIn(ADMINISTRATOR.name, 'xin mi ma 0302', 'b'))).toBe('ok');
  });

  it('that was set under this command is not taken for another one, which is not kept in any hash', async () => {
    await signedIn(house, 'a');
    const commandId = randomUUID();
    taken(await change(ADMINISTRATOR.password, 'xin mi ma 0302', commandId));
    expect(codeOf(await change(ADMINISTRATOR.password, 'xin mi ma 0303', commandId))).toBe('saved-before');
    expect(codeOf(await signIn(ADMINISTRATOR.name, 'xin mi ma 0303', 'b'))).toBe('wrong-password');
  });

  it('stays when the old one is wrong, or the new one would be guessed', async () => {
    await signedIn(house, 'a');
    expect(codeOf(await change('not the old one', 'xin mi ma 0302'))).toBe('wrong-password');
    expect(codeOf(await change(ADMINISTRATOR.password, '12345678'))).toBe('weak-password');
    expect(codeOf(await change(ADMINISTRATOR.password, 'short'))).toBe('invalid-input');
    expect(codeOf(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password, 'b'))).toBe('ok');
  });

  it('cannot be guessed through this call either', async () => {
    await signedIn(house, 'a');
    const codes: string[] = [];
    for (let i = 0; i < 6; i += 1) codes.push(codeOf(await change(`guess ${i}`, 'xin mi ma 0302')));
    expect(codes).toEqual([...Array(5).fill('wrong-password'), 'too-many-tries']);
  });
});

// No file of this process may grow beyond what the log of the database has: the key file can be written, the commit not.
describe.skipIf(noLimit !== '')(`what finds no room at the commit${noLimit}`, () => {
  const wal = () => join(house.folder, 'desk.db-wal');
  const whenFull = async <T>(work: () => Promise<T>): Promise<T> => {
    limitFiles(String(statSync(wal()).size));
    try {
      return await work();
    } finally {
      limitFiles('unlimited');
    }
  };
  const files = () =>
    ['keys.json', 'keys.copy.json'].map((name) => readFileSync(join(house.folder, name), 'utf8'));

  it('leaves every password, every slot and the name of the unit as they were', async () => {
    const client = await signedIn(house, 'a');
    const id = await addClerk(client);
    const settings = { ...taken(await client.unit.get({})), organName: '兴宁市新陂镇人民政府（新）' };
    const before = files();
    const command = () => ({ commandId: randomUUID() });
    const oldPassword = ADMINISTRATOR.password;
    const roles: ['mediator'] = ['mediator'];
    const answers = await whenFull(async () => [
      await client.session.changePassword({ ...command(), oldPassword, newPassword: 'xin mi ma 0302' }),
      await client.accounts.resetPassword({ ...command(), id, password: 'qiu shuang 2026' }),
      await client.accounts.add({ ...command(), name: '黄国强', roles, password: 'chun feng 2026' }),
      await client.accounts.disable({ ...command(), id }),
      await client.unit.update({ ...command(), settings }),
    ]);
    expect(answers.map(codeOf)).toEqual(Array(5).fill('disk-full'));
    expect(files()).toEqual(before);
    expect(readdirSync(house.folder).filter((name) => name.endsWith('.before'))).toEqual([]);
    await signedIn(house, 'b');
    await signedIn(house, 'c', CLERK);
  });
});
