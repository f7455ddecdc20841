import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  ADMINISTRATOR,
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
