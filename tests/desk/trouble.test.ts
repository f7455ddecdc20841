import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { writeSetting } from '../../db/desk.ts';
import { type Db, openDatabase } from '../../db/open.ts';
import { openSlot, readKeyFile } from '../../desk/keyFile.ts';
import { resourceFolder } from '../../desk/resources.ts';
import { weatherOf } from '../../desk/trouble.ts';
import { limitFiles, noLimit } from './fullDisk.ts';
import {
  ADMINISTRATOR,
  codeOf,
  newFolder,
  type Opened,
  opened,
  setUp,
  setupInput,
  signedIn,
  taken,
} from './premises.ts';

let folder: string;
beforeEach(async () => {
  folder = newFolder(onTestFinished);
  const house = await opened(folder);
  await setUp(house);
  await house.desk.close();
});

const DATABASE = () => join(folder, 'desk.db');
const KEYS = () => ['keys.json', 'keys.copy.json'].map((name) => join(folder, name));

async function reopened(): Promise<Opened> {
  const house = await opened(folder);
  onTestFinished(() => house.desk.close());
  return house;
}

/** Phase and trouble before a sign-in, and after a try of one. */
async function seen() {
  const house = await reopened();
  const page = house.at('page');
  const before = taken(await page.session.state({}));
  const { name, password } = ADMINISTRATOR;
  const after = taken(await page.session.signIn({ name, password }));
  return [before, after].map(({ phase, trouble }) => trouble ?? phase);
}

/** The database as another program with the key would open it. */
async function withKey(): Promise<Db> {
  const keys = readKeyFile(folder);
  const slot = keys.is === 'there' ? keys.file.slots[0] : undefined;
  const key = keys.is === 'there' && slot ? await openSlot(keys.file, slot, ADMINISTRATOR.password) : null;
  if (!key) throw new Error('the slot does not open');
  return openDatabase({ file: DATABASE(), key, migrations: resourceFolder('migrations') });
}

/** Overwrites bytes in place. */
function damage(file: string, from: number, length: number): void {
  const fd = openSync(file, 'r+');
  writeSync(fd, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(fd);
}

/** Names and bytes of everything in the folder; nothing that is wrong may make the program delete anything. */
const bytesOf = () =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('tries') && statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

describe('a desk that cannot be opened says why and deletes nothing', () => {
  it.each<[what: string, harm: () => unknown, before: string, after: string]>([
    [
      'a database of a newer program',
      async () => {
        const db = await withKey();
        db.sqlite.pragma('user_version = 99');
        db.close();
      },
      'signed-out',
      'newer-database',
    ],
    ['a damaged first page', () => damage(DATABASE(), 200, 64), 'signed-out', 'damaged-database'],
    ['one flipped bit in the salt', () => damage(DATABASE(), 3, 1), 'signed-out', 'damaged-database'],
    ['a database cut to nothing', () => writeFileSync(DATABASE(), ''), 'signed-out', 'damaged-database'],
    ['a database that is gone', () => unlinkSync(DATABASE()), 'damaged-database', 'damaged-database'],
    [
      'a key file that is gone',
      () =>
        KEYS().forEach((file) => {
          unlinkSync(file);
        }),
      'damaged-key-file',
      'damaged-key-file',
    ],
    [
      'both copies of the key file torn',
      () =>
        KEYS().forEach((file) => {
          writeFileSync(file, readFileSync(file).subarray(0, 300));
        }),
      'damaged-key-file',
      'damaged-key-file',
    ],
    [
      'a key file full of something else',
      () =>
        KEYS().forEach((file) => {
          writeFileSync(file, '{"sum":"","file":"{}"}');
        }),
      'damaged-key-file',
      'damaged-key-file',
    ],
  ])('%s', async (_what, harm, before, after) => {
    await harm();
    const bytes = bytesOf();
    expect(await seen()).toEqual([before, after]);
    expect(bytesOf()).toEqual(bytes);
  });

  it('a key file of another desk', async () => {
    const other = newFolder(onTestFinished);
    const house = await opened(other);
    await setUp(house);
    await house.desk.close();
    for (const file of KEYS()) copyFileSync(file.replace(folder, other), file);
    expect(await seen()).toEqual(['signed-out', 'wrong-key']);
  });

  it('an event log whose end was changed by somebody with the key', async () => {
    const db = await withKey();
    db.sqlite.exec("update stream_head set hash = 'ff'");
    db.close();
    expect(await seen()).toEqual(['signed-out', 'damaged-database']);
  });

  it('a database that another program keeps writing to', async () => {
    const db = await withKey();
    onTestFinished(() => db.close());
    db.sqlite.exec('begin immediate');
    expect(await seen()).toEqual(['signed-out', 'second-instance']);
    db.sqlite.exec('rollback');
  });

  it('never offers a fresh set-up over what is there', async () => {
    unlinkSync(DATABASE());
    const house = await reopened();
    expect(await house.at('page').setup.create(setupInput())).toEqual({
      ok: false,
      refusal: { code: 'already-set-up' },
    });
  });

  it('opens again as soon as the file is back', async () => {
    const aside = `${DATABASE()}.aside`;
    renameSync(DATABASE(), aside);
    const house = await reopened();
    expect(taken(await house.at('page').session.state({})).trouble).toBe('damaged-database');
    renameSync(aside, DATABASE());
    await signedIn(house, 'page');
  });
});

// Root may write everywhere, so a folder is made unwritable by what not even root can: a file in a folder's place, a
// folder in a file's place, and files that may not grow.
describe('a disk that takes nothing', () => {
  it('shows before the sign-in when the folder takes no file', async () => {
    const house = await reopened();
    mkdirSync(join(folder, 'probe.tmp', 'taken'), { recursive: true });
    expect(taken(await house.at('page').session.state({}))).toMatchObject({
      phase: 'trouble',
      trouble: 'read-only',
    });
    rmSync(join(folder, 'probe.tmp'), { recursive: true });
    expect(taken(await house.at('page').session.state({})).phase).toBe('signed-out');
  });

  it('refuses set-up where a file stands in the place of the folder', async () => {
    const place = join(newFolder(onTestFinished), 'data');
    writeFileSync(place, 'not a folder');
    const house = await opened(place);
    onTestFinished(() => house.desk.close());
    const page = house.at('page');
    expect(taken(await page.session.state({}))).toMatchObject({ phase: 'trouble', trouble: 'read-only' });
    expect(codeOf(await page.setup.create(setupInput()))).toBe('read-only');
  });

  it.skipIf(noLimit !== '')(
    `refuses what finds no room during work, keeps reading, and goes on when there is room${noLimit}`,
    async () => {
      const house = await reopened();
      const client = await signedIn(house, 'page');
      const draft = (body: string) =>
        client.drafts.save({ draftId: randomUUID(), form: 'registration', title: '草稿', body });
      taken(await draft('还有地方的时候'));
      // From here on no file of this process may grow beyond what the log of the database has now.
      limitFiles(String(statSync(`${DATABASE()}-wal`).size));
      onTestFinished(() => limitFiles('unlimited'));
      const full = { ok: false, refusal: { code: 'disk-full' } };
      expect(await draft('没有地方的时候')).toEqual(full);
      const settings = taken(await client.unit.get({}));
      expect(await client.unit.update({ commandId: randomUUID(), settings })).toEqual(full);
      expect(taken(await client.drafts.list({})).map((one) => one.body)).toEqual(['还有地方的时候']);
      limitFiles('unlimited');
      taken(await draft('又有地方了'));
      expect(taken(await client.drafts.list({})).length).toBe(2);
      expect(readdirSync(folder)).not.toContain('incidents.log');
    },
  );

  it('knows a database that may only be read from a bug', async () => {
    const db = await withKey();
    onTestFinished(() => db.close());
    db.sqlite.pragma('query_only = 1');
    const thrown = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return weatherOf(error);
      }
    };
    expect(thrown(() => db.write(() => writeSetting(db.orm, 'any', 1)))).toBe('read-only');
    expect(thrown(() => db.sqlite.prepare('select * from no_such_table'))).toBe(null);
  });

  it('signs everybody out when damage is found in the middle of the work, and stays closed', async () => {
    const house = await reopened();
    const writer = await signedIn(house, 'a');
    const body = '长'.repeat(60_000);
    taken(await writer.drafts.save({ draftId: randomUUID(), form: 'f', title: '', body }));
    taken(await writer.session.signOut({}));
    const { size } = statSync(DATABASE());
    damage(DATABASE(), size - 40_000, 20_000);
    await signedIn(house, 'a');
    await signedIn(house, 'b');
    const found = await house.at('a').drafts.list({});
    expect(found).toMatchObject({ ok: false, refusal: { code: 'internal' } });
    expect(house.changes.at(-1)).toEqual(['session']);
    for (const seat of ['a', 'b', 'c'])
      expect(taken(await house.at(seat).session.state({})).trouble).toBe('damaged-database');
    expect(codeOf(await house.at('b').drafts.list({}))).toBe('not-signed-in');
  });
});
