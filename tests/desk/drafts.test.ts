import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  addClerk,
  CLERK,
  clock,
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

const draft = (change = {}) => ({
  draftId: randomUUID(),
  form: 'registration',
  title: '张德福',
  body: '{}',
  ...change,
});

describe('drafts', () => {
  it('are kept as they were saved last, the newest first, by form', async () => {
    const client = await signedIn(house, 'a');
    const first = draft();
    const other = draft({ form: 'note' });
    taken(await client.drafts.save(first));
    clock.now = '2026-03-02T09:00:05+08:00';
    taken(await client.drafts.save(other));
    clock.now = '2026-03-02T09:00:09+08:00';
    const body = '{"facts":"一二三"}';
    expect(taken(await client.drafts.save({ ...first, body }))).toEqual({
      savedAt: '2026-03-02T09:00:09+08:00',
    });
    const author = taken(await client.session.state({})).user?.id;
    const last = { ...first, body, author, savedAt: '2026-03-02T09:00:09+08:00' };
    expect(taken(await client.drafts.list({}))).toEqual([
      last,
      { ...other, author, savedAt: '2026-03-02T09:00:05+08:00' },
    ]);
    expect(taken(await client.drafts.list({ form: 'registration' }))).toEqual([last]);
    taken(await client.drafts.discard({ draftId: first.draftId }));
    taken(await client.drafts.discard({ draftId: 'no-such-draft' }));
    expect(taken(await client.drafts.list({})).map((one) => one.draftId)).toEqual([other.draftId]);
  });

  it('are seen, changed and thrown away by their author only', async () => {
    const administrator = await signedIn(house, 'a');
    await addClerk(administrator);
    const clerk = await signedIn(house, 'b', CLERK);
    const own = draft();
    taken(await administrator.drafts.save(own));
    expect(taken(await clerk.drafts.list({}))).toEqual([]);
    await clerk.drafts.save({ ...own, body: 'changed' });
    await clerk.drafts.discard({ draftId: own.draftId });
    expect(taken(await administrator.drafts.list({})).map((one) => one.body)).toEqual([own.body]);
  });

  it('are there after the program was killed in the middle of typing', async () => {
    await house.desk.close();
    const script = join(import.meta.dirname, 'typist.ts');
    const typist = spawn(process.execPath, [script, house.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      typist.kill('SIGKILL');
    });
    let saved = 0;
    for await (const chunk of typist.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      saved = Math.max(saved, ...chunk.trim().split('\n').map(Number));
      if (saved >= 20) typist.kill('SIGKILL');
    }
    if (typist.exitCode === null && typist.signalCode === null) await once(typist, 'exit');
    expect(typist.signalCode).toBe('SIGKILL');
    house = await opened(house.folder);
    onTestFinished(() => house.desk.close());
    const [kept] = taken(await (await signedIn(house, 'a')).drafts.list({}));
    // What was acknowledged last, or the one after it that was written and not answered any more.
    expect([saved, saved + 1]).toContain(Number(kept?.body));
  });
});
