import { expect, it } from 'vitest';
import { fromB64, toB64 } from '../../sync/bytes.ts';
import { DIRECTORY, EMPTY_DIGEST, mailScope, unitScope } from '../../sync/feed.ts';
import { decodeFrame } from '../../sync/frame.ts';
import {
  accepted,
  assigned,
  LUOGANG,
  type MadeUpDesk,
  mediationOpened,
  NINGXIN,
  note,
  registered,
  transferredOut,
  YETANG,
} from './madeUpDesk.ts';
import { pages, pull, START } from './reading.ts';
import { type FreshBureau, onEachStore } from './stores.ts';

/** Kind and event type of each entry of a unit's feed. */
async function unitFeed(bureau: FreshBureau, desk: MadeUpDesk): Promise<string[]> {
  const [page] = await pages(bureau, desk, { [unitScope(desk.unit.code)]: START });
  return (page?.items ?? []).map(({ k, e }) => `${k} ${decodeFrame(fromB64(e?.f ?? ''))?.type}`);
}

onEachStore('feeds', (fresh) => {
  it('FD1 FD2 FD4 give the unit its own accepted events, dense and with a digest, and nothing that was refused', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    await bureau.push(
      desk,
      desk.sign(registered(NINGXIN), 'case-1'),
      desk.sign(note('别处的事'), 'case-2'),
      desk.sign(note('已联系'), 'case-1'),
    );
    expect(await unitFeed(bureau, desk)).toEqual(['event petition-registered', 'event note-added']);
  });

  it('FD3 a stream reads its unit, its mailbox and the directory, and is refused everything else', async () => {
    const bureau = await fresh();
    const [desk, other] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    const foreign = [
      unitScope(YETANG.code),
      `unit:${NINGXIN.code}:restricted`,
      mailScope(other.stream),
      'unit:',
      '__proto__x',
    ];
    for (const scope of foreign) {
      expect(await pull(bureau, desk, { [DIRECTORY]: START, [scope]: START })).toEqual({
        ...{ ok: false, refusal: { code: 'NOT_YOURS', scope } },
      });
    }
    const own = { [unitScope(NINGXIN.code)]: START, [mailScope(desk.stream)]: START };
    expect(
      (await pages(bureau, desk, own)).map(({ scope, from, to, head, more }) => [
        scope,
        from,
        to,
        head,
        more,
      ]),
    ).toEqual([
      [unitScope(NINGXIN.code), 1, 0, 0, false],
      [mailScope(desk.stream), 1, 0, 0, false],
    ]);
  });

  it('FD5 a digest that differs or a cursor beyond the head is DIVERGED and starts again at the common point', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    await bureau.push(desk, desk.sign(registered(NINGXIN), 'case-1'));
    const scope = unitScope(NINGXIN.code);
    const diverged = { code: 'DIVERGED', scope, common: 0, digest: toB64(EMPTY_DIGEST) };
    const wrong = toB64(Buffer.alloc(32, 9));
    for (const at of [
      [1, wrong],
      [0, wrong],
      [7, wrong],
    ] as [number, string][])
      expect(await pull(bureau, desk, { [scope]: at })).toEqual({ ok: false, refusal: diverged });
    const [page] = await pages(bureau, desk, { [scope]: START });
    expect(await pages(bureau, desk, { [scope]: [1, page?.digest ?? ''] })).toMatchObject([
      { items: [], more: false },
    ]);
  });

  it('FD6 a unit that gets a case first gets the whole case before the event that brought it', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    await bureau.push(one, one.sign(registered(NINGXIN), 'case-1'), one.sign(note('已联系'), 'case-1'));
    await bureau.append('case-1', assigned(YETANG, 'assignment-1'));
    const whole = ['backfill petition-registered', 'backfill note-added', 'event petition-assigned'];
    expect(await unitFeed(bureau, two)).toEqual(whole);
    expect((await unitFeed(bureau, one)).at(-1)).toBe('event petition-assigned');
    await bureau.append('case-1', {
      type: 'objection-decided',
      body: { assignmentId: 'assignment-1', upheld: true, reason: '', decidedOn: '2026-03-05' },
    });
    await bureau.append('case-1', assigned(YETANG, 'assignment-2'));
    expect(await unitFeed(bureau, two)).toEqual([
      ...whole,
      'event objection-decided',
      'event petition-assigned',
    ]);
  });

  it('FD6 a case that is registered and transferred in one request arrives whole and in order', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(LUOGANG)];
    await bureau.push(
      one,
      one.sign(registered(NINGXIN), 'case-1'),
      one.sign(note('属罗岗'), 'case-1'),
      one.sign(transferredOut({ name: '罗岗镇人民政府', code: LUOGANG.code }), 'case-1'),
    );
    expect(await unitFeed(bureau, two)).toEqual([
      'backfill petition-registered',
      'backfill note-added',
      'event petition-transferred-out',
    ]);
  });

  it('FD6 a transfer to an organ that is no unit here brings the case to nobody', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const organ = { name: '某市供电局', code: `${YETANG.code}:restricted`.slice(0, 20) };
    await bureau.push(
      desk,
      desk.sign(registered(NINGXIN), 'case-1'),
      desk.sign(transferredOut(organ), 'case-1'),
    );
    expect((await bureau.store.reader.readHeads([`unit:${organ.code}`])).length).toBe(0);
    expect((await unitFeed(bureau, desk)).length).toBe(2);
  });

  it('FD7 every unit that ever had the case gets every later event of it', async () => {
    const bureau = await fresh();
    const desks = [
      await bureau.desk(NINGXIN),
      await bureau.desk(YETANG),
      await bureau.desk(LUOGANG),
    ] as const;
    const [one, two, three] = desks;
    await bureau.push(one, one.sign(mediationOpened(NINGXIN, 'med-0', null), 'med-0'));
    await bureau.push(one, one.sign(registered(NINGXIN), 'case-1'));
    await bureau.append('case-1', assigned(YETANG, 'assignment-1'));
    await bureau.append('case-1', assigned(LUOGANG, 'assignment-2'));
    await bureau.push(three, three.sign(accepted(), 'case-1', { custody: 2 }));
    await bureau.push(two, two.sign(note('迟到的说明'), 'case-1'));
    for (const desk of [one, two, three])
      expect((await unitFeed(bureau, desk)).slice(-2)).toEqual([
        'event petition-accepted',
        'event note-added',
      ]);
    expect((await unitFeed(bureau, one))[0]).toBe('event mediation-opened');
    expect((await unitFeed(bureau, two)).filter((entry) => entry.includes('mediation'))).toEqual([]);
  });

  it('FD8 an accusation goes to the restricted feed of the unit that took it, wholly, and to no other', async () => {
    const bureau = await fresh();
    const [one, two] = [await bureau.desk(NINGXIN), await bureau.desk(YETANG)];
    const answer = await bureau.push(
      one,
      one.sign(registered(NINGXIN, { purpose: 'ACCUSE' }), 'case-1'),
      one.sign(note('材料已密封'), 'case-1'),
      one.sign(transferredOut({ name: '叶塘镇人民政府', code: YETANG.code }), 'case-1'),
    );
    expect(answer.ok && answer.value.verdicts.map(({ s }) => s)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    expect(await unitFeed(bureau, one)).toEqual([]);
    expect(await unitFeed(bureau, two)).toEqual([]);
    const restricted = await bureau.store.reader.readFeed(`unit:${NINGXIN.code}:restricted`, 0, 100_000);
    expect(
      restricted.map(({ kind, event }) => [kind, decodeFrame(event?.frame ?? Buffer.alloc(0))?.type]),
    ).toEqual([
      ['event', 'petition-registered'],
      ['event', 'note-added'],
      ['event', 'petition-transferred-out'],
    ]);
    expect(await bureau.push(two, two.sign(note('打听'), 'case-1'))).toMatchObject({
      value: { verdicts: [{ s: 'held', code: 'not-your-case' }] },
    });
  });

  it('PL1 pages stay within the bytes asked for, say that there is more, and lose nothing', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    const facts = '路灯不亮，行人不便。'.repeat(200);
    const events = Array.from({ length: 12 }, (_, i) =>
      desk.sign(registered(NINGXIN, { facts }), `case-${i}`),
    );
    await bureau.push(desk, ...events);
    const scope = unitScope(NINGXIN.code);
    let at = START;
    const seen: string[] = [];
    for (let more = true, rounds = 0; more; rounds += 1) {
      expect(rounds).toBeLessThan(12);
      const [page] = await pages(bureau, desk, { [scope]: at }, 20_000);
      if (!page) throw new Error('no page');
      expect(JSON.stringify(page.items).length).toBeLessThanOrEqual(20_000);
      seen.push(...page.items.map(({ e }) => e?.h ?? ''));
      at = [page.to, page.digest];
      more = page.more;
    }
    expect(seen).toEqual(events.map(({ h }) => h));
    const [small] = await pages(bureau, desk, { [scope]: START }, 1000);
    expect(small?.items.length).toBe(1);
  });

  it('PL2 serves the directory first, and alone while it is not complete', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    await bureau.desk(YETANG);
    await bureau.push(desk, desk.sign(registered(NINGXIN), 'case-1'));
    const feeds = { [unitScope(NINGXIN.code)]: START, [DIRECTORY]: START };
    const all = await pages(bureau, desk, feeds);
    expect(all.map(({ scope, to, more }) => [scope, to, more])).toEqual([
      [DIRECTORY, 2, false],
      [unitScope(NINGXIN.code), 1, false],
    ]);
    const some = await pages(bureau, desk, feeds, 1500);
    expect(some.map(({ scope, to, more }) => [scope, to, more])).toEqual([[DIRECTORY, 1, true]]);
  });
});
