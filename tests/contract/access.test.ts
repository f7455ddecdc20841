/** Every call by everybody, in every state of a desk, against the list in access.ts. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskContract } from '../../contract/deskContract.ts';
import { type Desk, openDesk } from '../../desk/open.ts';
import { SETUP } from '../shells/setUp.ts';
import { ACCESS } from './access.ts';

// Made-up people, one a role.
const PEOPLE = [
  { name: '刘文辉', role: 'clerk' },
  { name: '陈桂兰', role: 'mediator' },
  { name: '何志强', role: 'leader' },
] as const;
const PASSWORD = 'shanhe-gushi-77';
const WHO = ['nobody', 'clerk', 'mediator', 'leader', 'administrator', 'disabled'] as const;
type Who = (typeof WHO)[number];

let folder: string;
let desk: Desk;

async function must(connection: string, method: string, input: object): Promise<unknown> {
  const answer = await desk.call(connection, method, { commandId: randomUUID(), ...input });
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** What a call is refused with; its input is none at all, so that an allowed call does nothing either. */
async function refusal(who: string, method: string): Promise<string> {
  const answer = await desk.call(who, method, null);
  return answer.ok ? 'done' : answer.refusal.code;
}

const matrix = async (who: string) =>
  Object.fromEntries(
    await Promise.all(Object.keys(ACCESS).map(async (method) => [method, await refusal(who, method)])),
  );

/** What the list says a person with this role is refused with. */
function expected(who: Who): Record<string, string> {
  const nobody = who === 'nobody' || who === 'disabled';
  return Object.fromEntries(
    Object.entries(ACCESS).map(([method, access]) => {
      if (access === 'anyone') return [method, 'invalid-input'];
      if (nobody) return [method, 'not-signed-in'];
      return [method, access === 'signed-in' || access.includes(who) ? 'invalid-input' : 'not-allowed'];
    }),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  const ports = { printPdf: async () => new Uint8Array(), fetch, now: () => new Date() };
  const cost = { memoryKiB: 1024, passes: 1 };
  desk = await openDesk({ folder, version: '0.0.0', ports, cost });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

describe('the list of who may ask for what', () => {
  it('names every call of the contract and no other', () => {
    const calls = Object.entries(deskContract).flatMap(([group, members]) =>
      Object.keys(members).map((name) => `${group}.${name}`),
    );
    expect(Object.keys(ACCESS).sort()).toEqual(calls.sort());
  });

  it('holds before the desk is set up: nobody is signed in', async () => {
    expect(await matrix('nobody')).toEqual(expected('nobody'));
  });
});

describe('at a desk that is set up', () => {
  beforeAll(async () => {
    const { recoveryCode } = (await must('administrator', 'setup.create', SETUP)) as { recoveryCode: string };
    await must('administrator', 'setup.confirmRecovery', { recoveryCode });
    await must('administrator', 'session.signIn', {
      name: SETUP.administratorName,
      password: SETUP.password,
    });
    for (const { name, role } of PEOPLE) {
      await must('administrator', 'accounts.add', { name, password: PASSWORD, roles: [role] });
      await must(role, 'session.signIn', { name, password: PASSWORD });
    }
    const lost = { name: '黄春梅', password: PASSWORD, roles: ['clerk', 'leader', 'administrator'] };
    const { id } = (await must('administrator', 'accounts.add', lost)) as { id: string };
    await must('disabled', 'session.signIn', { name: lost.name, password: PASSWORD });
    await must('administrator', 'accounts.disable', { id });
  });

  it.each(WHO)('%s may ask for what the list says, and for nothing else', async (who) => {
    expect(await matrix(who)).toEqual(expected(who));
  });

  it('a name or a role that comes with the input changes nothing', async () => {
    const forged = {
      commandId: randomUUID(),
      caller: { roles: ['administrator'] },
      roles: ['administrator'],
    };
    expect(await desk.call('clerk', 'accounts.list', forged)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await desk.call('nobody', 'accounts.list', forged)).toMatchObject({
      refusal: { code: 'not-signed-in' },
    });
  });

  it('a window is nobody again after it signed out, and the others stay', async () => {
    await must('clerk', 'session.signOut', {});
    expect(await matrix('clerk')).toEqual(expected('nobody'));
    expect(await matrix('leader')).toEqual(expected('leader'));
  });

  it('in training a role is the same role', async () => {
    await must('training', 'session.enterTraining', { role: 'mediator' });
    expect(await matrix('training')).toEqual(expected('mediator'));
    await must('training', 'session.leaveTraining', {});
    expect(await matrix('training')).toEqual(expected('nobody'));
  });

  it('nothing is answered after the desk was closed', async () => {
    await desk.close();
    expect(await desk.call('leader', 'cases.list', {})).toEqual({
      ok: false,
      refusal: { code: 'not-ready' },
    });
  });
});
