import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Client } from '../../contract/client.ts';
import type { DeskContract } from '../../contract/deskContract.ts';
import { readKeyFile } from '../../desk/keyFile.ts';
import {
  clock,
  codeOf,
  newFolder,
  type Opened,
  opened,
  setUp,
  setupInput,
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

async function inTraining(
  role: 'clerk' | 'mediator' | 'leader' = 'clerk',
  seat = 't',
): Promise<Client<DeskContract>> {
  const client = house.at(seat);
  expect(taken(await client.session.enterTraining({ role }))).toMatchObject({
    phase: 'signed-in',
    training: true,
  });
  return client;
}
const titles = async (client: Client<DeskContract>) =>
  taken(await client.cases.list({})).rows.map((row) => row.title);

describe('the training desk', () => {
  it('needs no password, shows what it is, and ends where it began', async () => {
    const client = await inTraining('leader');
    expect(taken(await client.session.state({}))).toMatchObject({
      ...{ phase: 'signed-in', training: true, unit: { name: '新陂镇' } },
      user: { id: 'training-leader', name: '练习分管领导', roles: ['leader'] },
    });
    expect(taken(await client.session.leaveTraining({}))).toMatchObject({
      phase: 'signed-out',
      training: false,
    });
  });

  it('has made-up cases in every state that a desk can bring about alone', async () => {
    const clerk = await inTraining();
    const { rows, total } = taken(await (await inTraining('leader', 'l')).cases.list({}));
    expect(total).toBe(13);
    expect([...new Set(rows.map((row) => row.status))].sort()).toEqual([
      'accepted',
      'concluded',
      'extended',
      'extension-requested',
      'mediating',
      'noticed',
      'opinion-issued',
      'registered',
      'transferred-out',
    ]);
    expect(rows.filter((row) => !row.title.startsWith('（练习）'))).toEqual([]);
    // The accusation is walled off here as it is in earnest: its registrar and the leaders see it.
    expect(rows.filter((row) => row.restricted).length).toBe(1);
    const mediations = taken(await clerk.mediation.list({}));
    expect(mediations.map((one) => one.state).sort()).toEqual(['agreement', 'mediating']);
  });

  it('knows nothing of the real desk, and the real desk nothing of it', async () => {
    const real = await signedIn(house, 'a');
    const draft = { draftId: randomUUID(), form: 'registration', title: '真实', body: '真实' };
    taken(await real.drafts.save(draft));
    const client = await inTraining();
    taken(await client.drafts.save({ ...draft, draftId: randomUUID(), body: '练习' }));
    expect(taken(await client.drafts.list({})).map((one) => one.body)).toEqual(['练习']);
    expect(taken(await real.drafts.list({})).map((one) => one.body)).toEqual(['真实']);
    expect(await titles(real)).toEqual([]);
    expect(taken(await real.session.state({})).training).toBe(false);
    const keys = ['', 'training'].map((sub) => readKeyFile(join(house.folder, sub)));
    const [realKeys, trainingKeys] = keys.map((state) => (state.is === 'there' ? state.file : null));
    expect(trainingKeys?.keyId).not.toBe(realKeys?.keyId);
    expect(trainingKeys?.slots).toEqual([]);
  });

  it('takes the seat of a person who was signed in, and gives it back signed out', async () => {
    const client = await signedIn(house, 'a');
    taken(await client.session.enterTraining({ role: 'clerk' }));
    expect(codeOf(await client.accounts.list({}))).toBe('not-allowed');
    expect(taken(await client.session.leaveTraining({})).phase).toBe('signed-out');
  });

  it('never reaches a bureau', async () => {
    const administrator = house.at('t');
    taken(await administrator.session.enterTraining({ role: 'administrator' }));
    const enrol = {
      commandId: randomUUID(),
      url: 'https://bureau.example',
      code: 'ABCD-1234',
      deskName: '一号',
    };
    expect(codeOf(await administrator.sync.enrol(enrol))).toBe('training-desk');
    expect(taken(await administrator.sync.state({}))).toMatchObject({ enrolled: false, training: true });
  });

  it('has no passwords to change', async () => {
    const client = await inTraining();
    const change = { commandId: randomUUID(), oldPassword: 'any', newPassword: 'chun feng 2026' };
    expect(codeOf(await client.session.changePassword(change))).toBe('not-allowed');
  });

  it('keeps what was practised on the same day, and begins afresh on the next', async () => {
    const draft = { draftId: randomUUID(), form: 'registration', title: '', body: '练习' };
    taken(await (await inTraining()).drafts.save(draft));
    taken(await house.at('t').session.leaveTraining({}));
    expect(taken(await (await inTraining()).drafts.list({})).length).toBe(1);
    taken(await house.at('t').session.leaveTraining({}));
    clock.now = '2026-03-03T09:00:00+08:00';
    const next = await inTraining();
    expect(taken(await next.drafts.list({}))).toEqual([]);
    expect((await titles(next)).length).toBeGreaterThan(10);
  });

  it('is not taken away from those who sit there at midnight', async () => {
    const client = await inTraining();
    const before = await titles(client);
    clock.now = '2026-03-03T00:05:00+08:00';
    const other = await inTraining('leader', 'other');
    expect(await titles(other)).not.toEqual([]);
    expect(await titles(client)).toEqual(before);
  });

  it('is made anew when its files are damaged, and the real ones are left alone', async () => {
    await inTraining();
    taken(await house.at('t').session.leaveTraining({}));
    const real = readFileSync(join(house.folder, 'desk.db'));
    writeFileSync(join(house.folder, 'training', 'desk.db'), 'damaged');
    expect((await titles(await inTraining())).length).toBeGreaterThan(10);
    expect(readFileSync(join(house.folder, 'desk.db')).equals(real)).toBe(true);
    expect(existsSync(join(house.folder, 'training.new'))).toBe(false);
  });

  it('is entered by several at once and made once', async () => {
    const clients = await Promise.all(['a', 'b', 'c'].map((seat) => inTraining('clerk', seat)));
    const lists = await Promise.all(clients.map(titles));
    expect(new Set(lists.map((list) => list.join('\n'))).size).toBe(1);
  });

  it('can be tried before the desk is set up, and leaves the set-up as it was', async () => {
    const fresh = await opened(newFolder(onTestFinished));
    onTestFinished(() => fresh.desk.close());
    const client = fresh.at('t');
    taken(await client.session.enterTraining({ role: 'clerk' }));
    expect((await titles(client)).length).toBeGreaterThan(10);
    expect(taken(await client.session.leaveTraining({})).phase).toBe('setup');
    taken(await client.setup.create(setupInput()));
  });
});
