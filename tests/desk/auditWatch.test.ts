/** A trail that was changed from outside: the administrator is told, nobody is kept from work (made-up people). */
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openSlot, readKeyFile } from '../../desk/keyFile.ts';
import { resourceFolder } from '../../desk/resources.ts';
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
beforeEach(async () => {
  house = await opened(newFolder(onTestFinished));
  onTestFinished(() => house.desk.close());
  await setUp(house);
});

/** Somebody with the key and a tool of his own, while nobody is signed in. */
async function changeFromOutside(folder: string, sql: string): Promise<void> {
  const keys = readKeyFile(folder);
  if (keys.is !== 'there') throw new Error('the desk is set up');
  const slot = keys.file.slots.find(({ name }) => name === ADMINISTRATOR.name);
  const key = slot && (await openSlot(keys.file, slot, ADMINISTRATOR.password));
  if (!key) throw new Error('the administrator has a slot');
  const db = openDatabase({ file: join(folder, 'desk.db'), key, migrations: resourceFolder('migrations') });
  const guards = db.sqlite
    .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit'")
    .pluck()
    .all();
  for (const name of guards) db.sqlite.exec(`drop trigger ${name}`);
  db.sqlite.exec(sql);
  db.close();
}

it('an untouched trail is whole', async () => {
  const administrator = await signedIn(house, 'a');
  await vi.waitFor(async () =>
    expect(taken(await administrator.accounts.auditTrail({}))).toEqual({ state: 'whole' }),
  );
});

it('a changed entry is named to the administrator with an incident, and the clerk goes on working', async () => {
  const first = await signedIn(house, 'a');
  await addClerk(first);
  taken(await first.session.signOut({}));
  await changeFromOutside(house.folder, "update audit set person = 'nobody' where n = 2");
  const administrator = await signedIn(house, 'b');
  await vi.waitFor(async () =>
    expect(taken(await administrator.accounts.auditTrail({}))).toEqual({
      ...{ state: 'broken', entry: 2 },
      incident: expect.stringMatching(/^\d{8}-[0-9A-F]{4}$/),
    }),
  );
  expect(house.changes).toContainEqual(['accounts']);
  const clerk = await signedIn(house, 'c', CLERK);
  expect(codeOf(await clerk.cases.list({}))).toBe('ok');
  expect(codeOf(await clerk.accounts.auditTrail({}))).toBe('not-allowed');
});
