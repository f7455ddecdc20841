import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { packAnswer } from '../../sync/envelope.ts';
import { makeKeyPair, streamIdOf } from '../../sync/keys.ts';
import { readDeferred } from '../../sync/log.ts';
import type { Page } from '../../sync/protocol.ts';
import { townAt } from './bureau.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import {
  eventOf,
  helloOf,
  nothingNew,
  pageOf,
  type Said,
  type ScriptedBureau,
  scopesOf,
  scriptedBureau,
} from './scripted.ts';

// Made-up people and towns.
const now = () => new Date('2026-03-02T01:00:00Z');
const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

function newDesk(): TestDesk {
  const desk = openTestDesk({ unit: townAt(0), letter: 'A', now });
  desks.push(desk);
  return desk;
}
const everything = ({ db }: TestDesk) =>
  ['event', 'feed_cursor', 'petition_case', 'known_stream', 'stream_head'].map((table) =>
    db.sqlite.prepare(`select * from ${table}`).all(),
  );

/** A desk whose bureau has all its events and answers a pull with these pages. */
function pulling(pages: (desk: TestDesk, bureau: ScriptedBureau) => Page[]) {
  const desk = newDesk();
  const bureau: ScriptedBureau = scriptedBureau((path, json: { events?: { h: string }[] }) => {
    if (path === '/v1/hello') return helloOf(desk);
    if (path === '/v1/push') return pushed(desk, json.events?.length ?? 0);
    const rest = nothingNew(desk, bureau.keys).value.pages;
    const told = pages(desk, bureau);
    const all = [...told, ...rest.filter((page) => told.every((one) => one.scope !== page.scope))];
    return { ok: true, value: { now: now().toISOString(), pages: all } };
  });
  bureau.adopt(desk);
  return { desk, bureau };
}

/** What a bureau says when it took the first events of a desk. */
function pushed(desk: TestDesk, count: number): Said {
  const rows = desk.db.sqlite
    .prepare('select seq, id, lower(hex(hash)) hash from event where stream = ? order by seq limit ?')
    .all(desk.identity.stream, count) as { seq: number; id: string; hash: string }[];
  const last = rows.at(-1);
  const verdicts = rows.map(({ seq, id }) => ({ seq, id, s: 'accepted' }));
  return { ok: true, value: { head: [last?.seq, last?.hash], verdicts, now: now().toISOString() } };
}

describe('EV2 what is not the bureau changes nothing', () => {
  const stranger = makeKeyPair();
  const answers: [
    string,
    string,
    (nonce: string, desk: TestDesk, keys: ReturnType<typeof makeKeyPair>) => Said,
  ][] = [
    ['a login page', 'not-a-bureau', () => ({ status: 200, headers: {}, body: Buffer.from('<html>') })],
    ['a redirect', 'not-a-bureau', () => ({ status: 302, headers: {}, body: Buffer.alloc(0) })],
    [
      'a gateway in front of a dead bureau',
      'not-reached',
      () => ({ status: 502, headers: {}, body: Buffer.alloc(0) }),
    ],
    [
      'an answer signed by another key',
      'bad-answer',
      (nonce, desk) => packAnswer(nonce, 200, helloOf(desk), stranger),
    ],
    [
      'the answer to another question',
      'bad-answer',
      (_nonce, desk, keys) => packAnswer('another-nonce', 200, helloOf(desk), keys),
    ],
    [
      'another status than was signed',
      'bad-answer',
      (nonce, desk, keys) => ({ ...packAnswer(nonce, 409, helloOf(desk), keys), status: 200 }),
    ],
    [
      'a truncated answer',
      'bad-answer',
      (nonce, desk, keys) => {
        const whole = packAnswer(nonce, 200, helloOf(desk), keys);
        return { ...whole, body: whole.body.subarray(0, whole.body.length - 9) };
      },
    ],
    [
      'a signed answer of another shape',
      'bad-answer',
      (nonce, _desk, keys) => packAnswer(nonce, 200, { ok: true, value: 7 }, keys),
    ],
    ['signed nothing', 'bad-answer', (nonce, _desk, keys) => packAnswer(nonce, 200, null, keys)],
    ['noise', 'not-a-bureau', () => ({ status: 200, headers: {}, body: randomBytes(300) })],
  ];

  it.each(answers)('%s is %s', async (_name, code, say) => {
    const desk = newDesk();
    desk.register('case-1');
    const bureau: ScriptedBureau = scriptedBureau(() => ({ ok: false }));
    bureau.adopt(desk);
    const before = everything(desk);
    const result = await desk.exchange(async (request) => {
      const said = say(request.headers['x-fq-nonce'] ?? '', desk, bureau.keys);
      if (!('status' in said)) throw new Error('this test sends bytes');
      return said;
    });
    expect(result).toEqual({ ok: false, refusal: { code } });
    expect(everything(desk)).toEqual(before);
  });
});

describe('PL2 everything of a page is checked before anything of it is written', () => {
  const author = makeKeyPair();
  const authorStream = streamIdOf(author.publicKey);
  const unitScope = `unit:${townAt(0).code}`;
  const enrolment = (bureau: ScriptedBureau) =>
    eventOf(bureau.keys, {
      ...{ type: 'stream-enrolled', case: '', seq: 1 },
      body: JSON.stringify({
        ...{
          stream: authorStream,
          publicKey: author.publicKey,
          unit: townAt(0),
          letter: 'B',
          deskName: '乙机',
        },
      }),
    });
  const directory = (bureau: ScriptedBureau) => pageOf(bureau.keys, 'dir', [{ e: enrolment(bureau) }]);
  const notes = [1, 2, 3].map((seq) => ({ e: eventOf(author, { seq }) }));

  it('a page without fault is written', async () => {
    const { desk, bureau } = pulling((_desk, it) => [directory(it), pageOf(it.keys, unitScope, notes)]);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(
      desk.db.sqlite.prepare('select seq, verdict, placed from event where stream = ?').all(authorStream),
    ).toEqual([
      { seq: 1, verdict: 'accepted', placed: 1 },
      { seq: 2, verdict: 'accepted', placed: 2 },
      { seq: 3, verdict: 'accepted', placed: 3 },
    ]);
  });

  const spoilt: [string, (page: Page) => Page][] = [
    [
      'a missing number',
      (p) => ({ ...p, items: p.items.map((item) => (item.c === 2 ? { ...item, c: 3 } : item)) }),
    ],
    ['a missing entry', (p) => ({ ...p, items: p.items.slice(1) })],
    ['a page that begins elsewhere', (p) => ({ ...p, from: 2, to: 4, head: 4 })],
    ['another digest', (p) => ({ ...p, digest: Buffer.alloc(32, 1).toString('base64url') })],
    ['a signature of nobody', (p) => ({ ...p, sig: 'AAAA' })],
    [
      'entries in another order',
      (p) => ({ ...p, items: [...p.items].reverse().map((item, i) => ({ ...item, c: i + 1 })) }),
    ],
    ['an event without its bytes', (p) => ({ ...p, items: p.items.map(({ e: _e, ...item }) => item) })],
    ['a head behind its end', (p) => ({ ...p, head: 1 })],
    [
      'a changed event',
      (p) => ({
        ...p,
        items: p.items.map((item) => ({ ...item, e: item.e && { ...item.e, s: notes[0]?.e.s ?? '' } })),
      }),
    ],
  ];
  it.each(spoilt)('%s: nothing of the page is written', async (_name, spoil) => {
    const { desk, bureau } = pulling((_desk, it) => [
      directory(it),
      pageOf(it.keys, unitScope, notes, spoil),
    ]);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'bad-answer' } });
    expect(
      desk.db.sqlite.prepare('select count(*) from event where stream = ?').pluck().get(authorStream),
    ).toBe(0);
    expect(desk.db.sqlite.prepare('select scope, cursor from feed_cursor').all()).toEqual([
      { scope: 'dir', cursor: 1 },
    ]);
  });

  const forged: [string, (desk: TestDesk, bureau: ScriptedBureau) => Page[]][] = [
    ['an author who is not in the directory', (_desk, it) => [pageOf(it.keys, unitScope, notes)]],
    [
      'a desk that enrols another',
      (_desk, it) => [
        directory(it),
        pageOf(it.keys, unitScope, [{ e: eventOf(author, { type: 'stream-enrolled' }) }]),
      ],
    ],
    [
      'a desk that assigns',
      (_desk, it) => [
        directory(it),
        pageOf(it.keys, unitScope, [{ e: eventOf(author, { type: 'petition-assigned' }) }]),
      ],
    ],
    [
      'an event in the mailbox',
      (desk, it) => [pageOf(it.keys, `mail:${desk.identity.stream}`, [{ e: enrolment(it) }])],
    ],
    ['a feed that was not asked for', (_desk, it) => [pageOf(it.keys, 'unit:999', [])]],
    ['one feed twice', (_desk, it) => [directory(it), directory(it)]],
    [
      'an id that another event has',
      (desk, it) => [
        directory(it),
        pageOf(it.keys, unitScope, [{ e: eventOf(author, { id: `fact-${desk.identity.unit.code}A-1` }) }]),
      ],
    ],
  ];
  it.each(forged)('%s is refused', async (_name, pages) => {
    const { desk, bureau } = pulling(pages);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'bad-answer' } });
  });

  it('events of our own stream that we never wrote: this database is an older copy of itself', async () => {
    const { desk, bureau } = pulling((self, it) => [
      pageOf(it.keys, unitScope, [{ e: eventOf(self.identity.keys, { seq: 7 }) }]),
    ]);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'fork' } });
  });

  it('VR3 FS31 a kind of fact newer than this program is kept, and folded when it can be read', async () => {
    const { desk, bureau } = pulling((_desk, it) => [
      directory(it),
      pageOf(it.keys, unitScope, [
        { e: eventOf(author, { type: 'petition-reopened' }) },
        { e: eventOf(author, { seq: 2, v: 9 }) },
      ]),
    ]);
    expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    const rows = () =>
      desk.db.sqlite.prepare('select type, v, deferred from event where stream = ?').all(authorStream);
    expect(rows()).toEqual([
      { type: 'petition-reopened', v: 1, deferred: 1 },
      { type: 'note-added', v: 9, deferred: 1 },
    ]);
    // This program has not learned them meanwhile.
    expect(readDeferred(desk.db)).toBe(0);
    desk.db.sqlite.prepare(`update event set deferred = 1 where stream = ?`).run(desk.identity.stream);
    expect(readDeferred(desk.db)).toBe(1);
  });

  it('a bureau that says "more" for ever and brings nothing is left', async () => {
    const { desk, bureau } = pulling((_desk, it) => [{ ...pageOf(it.keys, 'dir', []), head: 5, more: true }]);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'bad-answer' } });
    expect(bureau.heard.filter(({ path }) => path === '/v1/pull')).toHaveLength(1);
  });

  it.each([
    ['BUSY', { code: 'BUSY', retryAfter: 30 }, { code: 'busy', detail: { seconds: 30 } }],
    ['NOT_YOURS', { code: 'NOT_YOURS', scope: 'dir' }, { code: 'not-yours' }],
    ['REVOKED', { code: 'REVOKED' }, { code: 'revoked' }],
    ['UNKNOWN_STREAM', { code: 'UNKNOWN_STREAM' }, { code: 'unknown-stream' }],
  ])('a pull refused with %s becomes a state', async (_name, said, refusal) => {
    const desk = newDesk();
    const bureau: ScriptedBureau = scriptedBureau((path) => {
      if (path === '/v1/hello') return helloOf(desk);
      return path === '/v1/push' ? pushed(desk, 1) : { ok: false, refusal: said };
    });
    bureau.adopt(desk);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal });
  });

  it('FD5 a bureau that says DIVERGED again and again is left', async () => {
    const desk = newDesk();
    const digest = Buffer.alloc(32).toString('base64url');
    const bureau: ScriptedBureau = scriptedBureau((path) => {
      if (path === '/v1/hello') return helloOf(desk);
      if (path === '/v1/push') return pushed(desk, 1);
      return { ok: false, refusal: { code: 'DIVERGED', scope: 'dir', common: 0, digest } };
    });
    bureau.adopt(desk);
    expect(await desk.exchange(bureau.answer)).toEqual({ ok: false, refusal: { code: 'bad-answer' } });
    expect(scopesOf(desk)).toContain('dir');
  });
});
