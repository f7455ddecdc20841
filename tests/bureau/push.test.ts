import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { event, mediation, petitionCase } from '../../bureau/schema.ts';
import type { PetitionState } from '../../domain/petition.ts';
import { fromB64, toB64 } from '../../sync/bytes.ts';
import { toWire } from '../../sync/frame.ts';
import { greet } from '../../sync/greet.ts';
import { MAX_EVENTS } from '../../sync/protocol.ts';
import {
  accepted,
  assigned,
  madeUpDesk,
  mediationOpened,
  NINGXIN,
  note,
  registered,
  transferredOut,
  YETANG,
} from './madeUpDesk.ts';
import { type FreshBureau, NOW, onEachStore } from './stores.ts';

const count = async ({ orm }: FreshBureau): Promise<number> =>
  orm.$count(event, sql`type <> 'stream-enrolled'`);

/** Verdicts of an answer in short; its refusal when there are none. */
const verdicts = (answer: Awaited<ReturnType<FreshBureau['push']>>) =>
  answer.ok ? answer.value.verdicts.map(({ s, code }) => (code ? `${s} ${code}` : s)) : answer.refusal;

const stateOf = async ({ orm }: FreshBureau, caseId: string): Promise<PetitionState | undefined> =>
  (await orm.select().from(petitionCase)).find((row) => row.caseId === caseId)?.state;

onEachStore('a push', (fresh) => {
  it('PU1 PU3 is stored, judged and projected, and the answer says where the stream stands now', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const first = desk.seal(registered(NINGXIN), 'case-1');
    const second = desk.seal(note('已联系供电所'), 'case-1');
    const answer = await bureau.push(desk, ...[first, second].map(toWire));
    expect(answer).toEqual({
      ok: true,
      value: {
        head: [2, second.hash.toString('hex')],
        verdicts: [
          { id: first.frameOf.id, seq: 1, s: 'accepted' },
          { id: second.frameOf.id, seq: 2, s: 'accepted' },
        ],
        now: NOW,
      },
    });
    expect(await bureau.orm.select().from(petitionCase)).toMatchObject([
      {
        caseId: 'case-1',
        title: '村道路灯不亮',
        leadName: '刘大明',
        originCode: NINGXIN.code,
        custodianCode: NINGXIN.code,
        ...{ custody: 0, status: 'registered', restricted: false, unassigned: true, arrivedAt: NOW },
      },
    ]);
    const stored = await bureau.orm.select().from(event).where(sql`seq = 1 and stream = ${desk.stream}`);
    const { frame, hash, sig } = first;
    expect(stored.map((row) => [row.frame, row.hash, row.sig])).toEqual([[frame, hash, sig]]);
  });

  it('PU2 sent again is a duplicate and gets its old verdict, mixed with new events too', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const one = desk.sign(registered(NINGXIN), 'case-1');
    const two = desk.sign(accepted(), 'case-unknown');
    const before = await bureau.push(desk, one, two);
    const again = await bureau.push(desk, one, two);
    expect(again).toEqual(before);
    expect(verdicts(again)).toEqual(['accepted', 'held unknown-case']);
    expect(verdicts(await bureau.push(desk, two, desk.sign(note('三'), 'case-1')))).toEqual([
      'held unknown-case',
      'accepted',
    ]);
    expect(await count(bureau)).toBe(3);
  });

  it('PU2 a number beyond the next one is a GAP with the number that is needed', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    desk.sign(registered(NINGXIN), 'case-1');
    const second = desk.sign(note('二'), 'case-1');
    expect(verdicts(await bureau.push(desk, second))).toEqual({ code: 'GAP', need: 1 });
    expect(await count(bureau)).toBe(0);
  });

  it('PU2 PU6 another event under a used number is a FORK: nothing of it is stored, and the stream is frozen', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const twin = madeUpDesk(NINGXIN, 'A', desk.keys);
    const one = desk.seal(registered(NINGXIN), 'case-1');
    await bureau.push(desk, toWire(one));
    const fork = { code: 'FORK', at: 1, have: one.hash.toString('hex') };
    expect(verdicts(await bureau.push(twin, twin.sign(registered(NINGXIN), 'case-2')))).toEqual(fork);
    expect(verdicts(await bureau.push(desk, desk.sign(note('二'), 'case-1')))).toEqual(fork);
    expect(await hello(bureau, desk.stream, [1, one.hash.toString('hex')])).toEqual({
      ok: false,
      refusal: { code: 'FENCE_FORK', detail: '' },
    });
    expect(await count(bureau)).toBe(1);
  });

  it('PU2 a next event that follows another last event than ours is a FORK too', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const twin = madeUpDesk(NINGXIN, 'A', desk.keys);
    const one = desk.seal(registered(NINGXIN), 'case-1');
    await bureau.push(desk, toWire(one));
    twin.sign(registered(NINGXIN), 'case-2');
    expect(verdicts(await bureau.push(twin, twin.sign(note('二'), 'case-2')))).toEqual({
      ...{ code: 'FORK', at: 1, have: one.hash.toString('hex') },
    });
  });

  it('PU6 a hello whose last event is not ours of that number freezes the stream', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    await bureau.push(desk, desk.sign(registered(NINGXIN), 'case-1'));
    const refused = { ok: false, refusal: { code: 'FENCE_FORK', detail: '' } };
    expect(await hello(bureau, desk.stream, [1, 'f'.repeat(64)])).toEqual(refused);
    expect(await hello(bureau, desk.stream, [1, desk.head.hash])).toEqual(refused);
  });

  it('PU3 one bad event in a request and nothing of the request is stored', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const stranger = madeUpDesk(NINGXIN);
    const good = desk.sign(registered(NINGXIN), 'case-1');
    const next = desk.sign(note('二'), 'case-1');
    const changed = { ...next, f: toB64(Buffer.concat([fromB64(next.f).subarray(0, -1), Buffer.from('x')])) };
    const unsigned = { ...next, s: toB64(Buffer.alloc(64)) };
    const foreign = stranger.sign(registered(NINGXIN), 'case-3');
    const bad = { code: 'BAD_EVENT', at: 2 };
    for (const two of [changed, unsigned, foreign, good, { f: 'AAAA', h: next.h, s: next.s }])
      expect(verdicts(await bureau.push(desk, good, two))).toEqual(bad);
    const noText = madeUpDesk(NINGXIN, 'A', desk.keys).sign(registered(NINGXIN), 'case-\0');
    expect(verdicts(await bureau.push(desk, noText))).toEqual({ code: 'BAD_EVENT', at: 1 });
    expect(await count(bureau)).toBe(0);
    expect(verdicts(await bureau.push(desk, good, next))).toEqual(['accepted', 'accepted']);
  });

  it('PU4 rejected and held events are stored, move the head and come back in the mailbox', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const answer = await bureau.push(
      desk,
      desk.sign(registered(YETANG), 'case-1'),
      desk.sign(note('不知何事'), 'case-2'),
      desk.sign(registered(NINGXIN), 'case-3', { body: '{"number":1}' }),
      desk.sign(registered(NINGXIN), 'case-4', { type: 'petition-imagined' }),
      desk.sign(registered(NINGXIN), 'case-5'),
    );
    const all = [
      'rejected wrong-unit',
      'held unknown-case',
      'rejected malformed',
      'held unknown-type',
      'accepted',
    ];
    expect(verdicts(answer)).toEqual(all);
    if (!answer.ok) return;
    expect(answer.value.head[0]).toBe(5);
    const mail = await bureau.store.reader.readFeed(`mail:${desk.stream}`, 0, 100_000);
    expect(
      mail.map(({ cursor, kind, note: text }) => ({ cursor, kind, ...JSON.parse(text ?? '{}').verdict })),
    ).toEqual(
      answer.value.verdicts.slice(0, 4).map((verdict, i) => ({ cursor: i + 1, ...verdict, kind: 'notice' })),
    );
  });

  it('PU4 text that no database keeps is malformed and blocks nothing', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const answer = await bureau.push(
      desk,
      desk.sign(registered(NINGXIN, { facts: '空\0字' }), 'case-1'),
      desk.sign(registered(NINGXIN, { facts: '半个字\ud83d' }), 'case-2'),
      desk.sign(registered(NINGXIN, { facts: '写作 \\u0000 的字，𠮷与🙂' }), 'case-3'),
    );
    expect(verdicts(answer)).toEqual(['rejected malformed', 'rejected malformed', 'accepted']);
    expect((await stateOf(bureau, 'case-3'))?.registration.facts).toBe('写作 \\u0000 的字，𠮷与🙂');
  });

  it('PU5 as many events as a request may carry go through at once', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const events = Array.from({ length: MAX_EVENTS }, (_, i) => desk.sign(registered(NINGXIN), `case-${i}`));
    const answer = await bureau.push(desk, ...events);
    expect(new Set(verdicts(answer) as string[])).toEqual(new Set(['accepted']));
    expect(await bureau.orm.$count(petitionCase)).toBe(MAX_EVENTS);
  });

  it('an unknown stream is told so, and so is one that calls itself the bureau', async () => {
    const bureau = await fresh();
    const stranger = madeUpDesk(NINGXIN);
    const unknown = { code: 'UNKNOWN_STREAM' };
    expect(verdicts(await bureau.push(stranger, stranger.sign(registered(NINGXIN), 'case-1')))).toEqual(
      unknown,
    );
    expect(verdicts(await bureau.push({ ...stranger, stream: bureau.bureau.stream }))).toEqual(unknown);
  });

  it('JD4 a desk that says that it is for training is refused from that event on', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const started = (training: boolean) =>
      ({
        type: 'desk-started',
        body: { unit: NINGXIN, statutoryRole: 'ART23_ORGAN', letter: 'A', training },
      }) as const;
    const answer = await bureau.push(
      desk,
      desk.sign(started(false), ''),
      desk.sign(started(true), ''),
      desk.sign(registered(NINGXIN), 'case-1'),
    );
    expect(verdicts(answer)).toEqual(['accepted', 'rejected training']);
    expect(verdicts(await bureau.push(desk, desk.sign(note('三'), 'case-1')))).toEqual({ code: 'REVOKED' });
    expect(await count(bureau)).toBe(2);
  });

  it('JD6 an id that another stream has used is rejected and stored; a case begins once', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    const id = 'event-0001';
    await bureau.push(one, one.sign(registered(NINGXIN), 'case-1', { id }));
    const answer = await bureau.push(
      two,
      two.sign(registered(YETANG), 'case-2', { id }),
      two.sign(registered(YETANG), 'case-1'),
      two.sign(mediationOpened(YETANG, 'med-1', null), 'med-1'),
      two.sign(mediationOpened(YETANG, 'med-1', null), 'med-1'),
    );
    const all = ['rejected duplicate-id', 'held case-exists', 'accepted', 'held case-exists'];
    expect(verdicts(answer)).toEqual(all);
    expect((await stateOf(bureau, 'case-1'))?.origin).toEqual(NINGXIN);
  });

  it('JD6 a mediation that exists is not opened again in another case', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    await bureau.push(one, one.sign(mediationOpened(NINGXIN, 'med-1', null), 'med-1'));
    const answer = await bureau.push(
      two,
      two.sign(registered(YETANG), 'case-1'),
      two.sign(mediationOpened(YETANG, 'med-1', 'case-1'), 'case-1'),
    );
    expect(verdicts(answer)).toEqual(['accepted', 'held case-exists']);
    const rows = await bureau.orm.select().from(mediation);
    expect(rows.map(({ mediationId, caseId, unitCode }) => ({ mediationId, caseId, unitCode }))).toEqual([
      { mediationId: 'med-1', caseId: null, unitCode: NINGXIN.code },
    ]);
  });

  it('JD8 JD9 work of the unit that lost the case is a fact; its steps of custody are held', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    await bureau.push(one, one.sign(registered(NINGXIN), 'case-1'));
    expect(verdicts(await bureau.push(two, two.sign(note('插手'), 'case-1')))).toEqual([
      'held not-your-case',
    ]);
    await bureau.append('case-1', assigned(YETANG, 'assignment-1'));
    const late = await bureau.push(
      one,
      one.sign(note('迟到的说明'), 'case-1'),
      one.sign(accepted(), 'case-1'),
      one.sign(accepted(), 'case-1', { custody: 1 }),
    );
    expect(verdicts(late)).toEqual(['accepted', 'held custody', 'held custody']);
    const custody = { custody: 1 };
    const now = [two.sign(accepted(), 'case-1', custody), two.sign(accepted('二'), 'case-1', custody)];
    expect(verdicts(await bureau.push(two, ...now))).toEqual(['accepted', 'held already-done']);
    expect(await stateOf(bureau, 'case-1')).toMatchObject({ custodian: YETANG, custody: 1, origin: NINGXIN });
  });

  it('JD9 the bureau assigns while a desk transfers: the first received stands (FS22)', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    await bureau.push(desk, desk.sign(registered(NINGXIN), 'case-1'));
    const offline = desk.sign(transferredOut({ name: '叶塘镇人民政府', code: YETANG.code }), 'case-1');
    await bureau.append('case-1', assigned(NINGXIN, 'assignment-1'));
    expect(verdicts(await bureau.push(desk, offline))).toEqual(['held custody']);
  });

  it('a fact of the bureau that is not lawful is a bug and leaves nothing', async () => {
    const bureau = await fresh();
    await expect(bureau.append('case-none', assigned(NINGXIN, 'assignment-1'))).rejects.toThrow(
      'unknown-case',
    );
    expect(await count(bureau)).toBe(0);
  });
});

const hello = ({ bureau, store }: FreshBureau, stream: string, head: [number, string]) =>
  greet(bureau, store, { proto: 1, app: '0.1.0', stream, head, waiting: 0, calendar: 'c1', now: NOW }, NOW);
