import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { type KeyFile, makeSlot, openSlot, readKeyFile, withSlot, writeKeyFile } from '../../desk/keyFile.ts';
import { PASSWORD_COST, RECOVERY_COST } from '../../desk/password.ts';
import { resourceFolder } from '../../desk/resources.ts';
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
let recoveryCode: string;
beforeEach(async () => {
  clock.now = '2026-03-02T09:00:00+08:00';
  house = await opened(newFolder(onTestFinished));
  onTestFinished(() => house.desk.close());
  recoveryCode = await setUp(house);
});

const signIn = (name: string, password: string, connection = 'a') =>
  house.at(connection).session.signIn({ name, password });
const minutesLater = (minutes: number) => {
  clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString();
};

function keysOf(folder: string): KeyFile {
  const state = readKeyFile(folder);
  if (state.is !== 'there') throw new Error(`the key file is ${state.is}`);
  return state.file;
}

describe('signing in', () => {
  it('shows who sits where, and before that only the names', async () => {
    const before = taken(await house.at('a').session.state({}));
    const unit = {
      code: '441481104',
      name: '新陂镇',
      organName: '兴宁市新陂镇人民政府',
      statutoryRole: 'ART23_ORGAN',
      letter: 'A',
    };
    const always = { training: false, unit, textSize: 'large', today: '2026-03-02', version: '1.2.3' };
    expect(before).toEqual({ ...always, phase: 'signed-out', names: ['罗秀英'] });
    const after = taken(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password));
    const user = { id: expect.any(String), name: '罗秀英', roles: ['administrator', 'clerk'] };
    expect(after).toEqual({ ...always, phase: 'signed-in', names: [], user });
    expect(taken(await house.at('b').session.state({}))).toEqual(before);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await signIn(ADMINISTRATOR.name, 'not this one');
    const unknown = await signIn('查无此人', 'not this one');
    expect(unknown).toEqual(wrong);
    expect(wrong).toEqual({ ok: false, refusal: { code: 'wrong-password', field: 'password' } });
  });

  it('makes a person wait after five wrong passwords, over a restart and a clock that was set back', async () => {
    for (let i = 0; i < 5; i += 1)
      expect(codeOf(await signIn(ADMINISTRATOR.name, `wrong ${i}`))).toBe('wrong-password');
    const right = () => signIn(ADMINISTRATOR.name, ADMINISTRATOR.password);
    const wait = {
      ok: false,
      refusal: { code: 'too-many-tries', field: 'password', detail: { seconds: 60 } },
    };
    expect(await right()).toEqual(wait);
    await house.desk.close();
    house = await opened(house.folder);
    onTestFinished(() => house.desk.close());
    minutesLater(-600);
    expect(await right()).toEqual(wait);
    minutesLater(602);
    expect(codeOf(await right())).toBe('ok');
    // The count begins anew.
    expect(codeOf(await signIn(ADMINISTRATOR.name, 'wrong again', 'b'))).toBe('wrong-password');
  });

  it('counts guesses sent at once one by one', async () => {
    const guesses = Array.from({ length: 8 }, (_, i) => signIn(ADMINISTRATOR.name, `guess ${i}`, `c${i}`));
    const codes = (await Promise.all(guesses)).map(codeOf);
    expect(codes).toEqual([...Array(5).fill('wrong-password'), ...Array(3).fill('too-many-tries')]);
  });

  it('lets nobody read anything after the last sign-out, and the key is gone from the calls', async () => {
    const client = await signedIn(house, 'a');
    taken(await client.session.signOut({}));
    for (const method of ['cases.list', 'unit.get', 'accounts.list', 'drafts.list', 'sync.state'])
      expect(await house.desk.call('a', method, {})).toEqual({
        ok: false,
        refusal: { code: 'not-signed-in' },
      });
    // A closed database leaves no log behind; an open one has it.
    expect(readdirSync(house.folder)).not.toContain('desk.db-wal');
  });

  it('keeps the desk open for the seat that stays when the other signs out', async () => {
    const administrator = await signedIn(house, 'a');
    await addClerk(administrator);
    const clerk = await signedIn(house, 'b', CLERK);
    taken(await administrator.session.signOut({}));
    expect(codeOf(await clerk.drafts.list({}))).toBe('ok');
    expect(codeOf(await administrator.drafts.list({}))).toBe('not-signed-in');
    expect(codeOf(await clerk.accounts.list({}))).toBe('not-allowed');
  });

  it('ends with the window that is closed, whose draft stays for the next sign-in', async () => {
    const client = await signedIn(house, 'window');
    const draft = { draftId: randomUUID(), form: 'registration', title: '张德福', body: '{"facts":"半句"}' };
    taken(await client.drafts.save(draft));
    await house.desk.leave('window');
    await house.desk.leave('window');
    await house.desk.leave('never-there');
    expect(codeOf(await client.drafts.list({}))).toBe('not-signed-in');
    expect(taken(await client.session.state({})).phase).toBe('signed-out');
    const again = await signedIn(house, 'another-window');
    expect(taken(await again.drafts.list({})).map(({ body }) => body)).toEqual([draft.body]);
  });

  it('changes the person of a seat without a sign-out between them', async () => {
    await addClerk(await signedIn(house, 'a'));
    const state = taken(await signIn(CLERK.name, CLERK.password));
    expect(state.user).toEqual({ id: expect.any(String), name: CLERK.name, roles: ['clerk'] });
  });

  it('opens once when many sign in, out and in again at the same time', async () => {
    const rounds = Array.from({ length: 12 }, async (_, i) => {
      const client = await signedIn(house, `r${i}`);
      await client.drafts.list({});
      if (i % 2) taken(await client.session.signOut({}));
    });
    await Promise.all(rounds);
    const phases = await Promise.all(
      rounds.map(async (_, i) => taken(await house.at(`r${i}`).session.state({})).phase),
    );
    expect(phases).toEqual(rounds.map((_, i) => (i % 2 ? 'signed-out' : 'signed-in')));
    expect(readdirSync(house.folder)).not.toContain('incidents.log');
  });

  it('writes nothing readable to disk', async () => {
    const client = await signedIn(house, 'a');
    const body = '只有本人可以看的草稿内容';
    taken(await client.drafts.save({ draftId: randomUUID(), form: 'registration', title: '草稿', body }));
    const files = readdirSync(house.folder).filter((name) => statSync(join(house.folder, name)).isFile());
    const seen = files.filter((name) => readFileSync(join(house.folder, name)).includes(body));
    expect({ files: files.sort(), seen }).toEqual({
      files: ['desk.db', 'desk.db-shm', 'desk.db-wal', 'keys.copy.json', 'keys.json', 'tries.json'],
      seen: [],
    });
  });
});

describe('the audit trail', () => {
  it('says who came, went and changed an account, and how many wrong tries came before', async () => {
    await signIn(ADMINISTRATOR.name, 'wrong');
    await signIn(ADMINISTRATOR.name, 'wrong again');
    const client = await signedIn(house, 'a');
    const id = await addClerk(client);
    taken(await client.accounts.disable({ commandId: randomUUID(), id }));
    const own = taken(await client.session.state({})).user?.id;
    const slot = keysOf(house.folder).slots.find((one) => one.id === own);
    taken(await client.session.signOut({}));
    const key = slot && (await openSlot(keysOf(house.folder), slot, ADMINISTRATOR.password));
    if (!key) throw new Error('the slot does not open');
    const file = join(house.folder, 'desk.db');
    const db = openDatabase({ file, key, migrations: resourceFolder('migrations') });
    onTestFinished(() => db.close());
    const rows = db.sqlite.prepare('select person, act, ref from audit order by n').all();
    expect(rows).toEqual([
      { person: own, act: 'set-up', ref: expect.stringMatching(/^s-/) },
      { person: own, act: 'sign-in', ref: 'failed:2' },
      { person: own, act: 'account-added', ref: id },
      { person: own, act: 'account-disabled', ref: id },
      { person: own, act: 'sign-out', ref: '' },
    ]);
  });
});

describe('the recovery code', () => {
  const recover = (code: string, name = ADMINISTRATOR.name, newPassword = 'xin mi ma 0302') =>
    house.at('a').setup.recover({ commandId: randomUUID(), recoveryCode: code, name, newPassword });

  it('gives a person a new password and signs in, however it was typed', async () => {
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const state = taken(await recover(typed));
    expect(state.phase).toBe('signed-in');
    expect(codeOf(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password, 'b'))).toBe('wrong-password');
    expect(codeOf(await signIn(ADMINISTRATOR.name, 'xin mi ma 0302', 'b'))).toBe('ok');
  });

  it('ends the wait of a person who had forgotten the password', async () => {
    for (let i = 0; i < 5; i += 1) await signIn(ADMINISTRATOR.name, `wrong ${i}`);
    expect(codeOf(await recover(recoveryCode))).toBe('ok');
  });

  it('does nothing when it is wrong, for nobody, or with a weak password', async () => {
    const other = recoveryCode.startsWith('2') ? `3${recoveryCode.slice(1)}` : `2${recoveryCode.slice(1)}`;
    expect(await recover(other)).toEqual({ ok: false, refusal: { code: 'wrong-code' } });
    expect(codeOf(await recover(ADMINISTRATOR.password))).toBe('wrong-code');
    expect(await recover(recoveryCode, '查无此人')).toEqual({
      ok: false,
      refusal: { code: 'unknown-person', field: 'name' },
    });
    expect(codeOf(await recover(recoveryCode, undefined, '88888888'))).toBe('weak-password');
    expect(codeOf(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password))).toBe('ok');
  });
});

describe('what stands outside the database', () => {
  const keys = () => keysOf(house.folder);

  it('keeps the text size for everybody, over a restart', async () => {
    taken(await house.at('a').session.setTextSize({ textSize: 'extra' }));
    await house.desk.close();
    house = await opened(house.folder);
    onTestFinished(() => house.desk.close());
    expect(taken(await house.at('a').session.state({})).textSize).toBe('extra');
  });

  it('opens from the second copy when the first was torn', async () => {
    const file = join(house.folder, 'keys.json');
    truncateSync(file, 100);
    expect(codeOf(await signIn(ADMINISTRATOR.name, ADMINISTRATOR.password))).toBe('ok');
  });

  it('drops a slot whose account was never written, and lets nobody in by it', async () => {
    const [slot] = keys().slots;
    if (!slot) throw new Error('no slot');
    await addClerk(await signedIn(house, 'a'));
    // As if the clerk's account had not been committed: a slot that opens, under an id that no account has.
    const key = await openSlot(keys(), slot, ADMINISTRATOR.password);
    if (!key) throw new Error('the slot does not open');
    const orphan = { kind: 'user', id: 'nobody-1234', name: '无名氏' } as const;
    writeKeyFile(
      house.folder,
      withSlot(keys(), await makeSlot(key, orphan, 'mei you ren 00', { memoryKiB: 256, passes: 1 })),
    );
    expect(codeOf(await signIn('无名氏', 'mei you ren 00', 'b'))).toBe('wrong-password');
    expect(
      keys()
        .slots.map((one) => one.name)
        .sort(),
    ).toEqual(['', CLERK.name, ADMINISTRATOR.name].sort());
  });

  it('pays at least what the standard asks for a secret', () => {
    expect([PASSWORD_COST, RECOVERY_COST].map((c) => c.memoryKiB >= 19 * 1024 && c.passes >= 2)).toEqual([
      true,
      true,
    ]);
  });
});
