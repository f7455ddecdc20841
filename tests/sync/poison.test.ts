import { afterEach, expect, it } from 'vitest';
import { makeKeyPair, streamIdOf } from '../../sync/keys.ts';
import { item } from '../desk/madeUp.ts';
import { townAt } from './bureau.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { eventOf, helloOf, nothingNew, pageOf, type ScriptedBureau, scriptedBureau } from './scripted.ts';

// Made-up people and towns.
const now = () => new Date('2026-03-02T01:00:00Z');
let desk: TestDesk;
afterEach(() => desk.close());

it.each([
  ['a day from which no due date can be counted', { receivedOn: '9999-12-25' }, 'case-y'],
  ['an id that no page could show', {}, 'case y'],
])(
  'JD2 %s in a colleague’s fact stops no exchange: what comes after it is read',
  async (_name, change, id) => {
    desk = openTestDesk({ unit: townAt(0), letter: 'A', now });
    const author = makeKeyPair();
    const stream = streamIdOf(author.publicKey);
    const colleague = { stream, publicKey: author.publicKey, unit: townAt(0), letter: 'B', deskName: '乙机' };
    const body = JSON.stringify({ ...item(change), number: 'n-1', unit: townAt(0) });
    const poison = eventOf(author, { type: 'petition-registered', case: id, body });
    const bureau: ScriptedBureau = scriptedBureau((path) => {
      // It has nothing of the desk and takes nothing today: feeds are read all the same.
      if (path === '/v1/hello') return helloOf(desk);
      if (path === '/v1/push') return { ok: false, refusal: { code: 'BAD_EVENT', at: 1 } };
      const enrolled = { type: 'stream-enrolled', case: '', body: JSON.stringify(colleague) };
      const pages = [
        pageOf(bureau.keys, 'dir', [{ e: eventOf(bureau.keys, enrolled) }]),
        pageOf(bureau.keys, `unit:${townAt(0).code}`, [{ e: poison }, { e: eventOf(author, { seq: 2 }) }]),
        ...nothingNew(desk, bureau.keys).value.pages.slice(2),
      ];
      return { ok: true, value: { now: now().toISOString(), pages } };
    });
    bureau.adopt(desk);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: false, refusal: { code: 'bad-event' } });
    const kept = desk.db.sqlite.prepare('select type, deferred from event where stream = ? order by seq');
    expect(kept.all(stream)).toEqual([
      { type: 'petition-registered', deferred: 1 },
      { type: 'note-added', deferred: 0 },
    ]);
    expect(desk.state(id)).toBeUndefined();
  },
);
