import { expect, it } from 'vitest';
import { stream as streams } from '../../bureau/schema.ts';
import { decodeFrame } from '../../sync/frame.ts';
import { madeUpDesk, NINGXIN, registered, YETANG } from './madeUpDesk.ts';
import { type FreshBureau, NOW, onEachStore } from './stores.ts';

/** What the directory says of each desk. */
async function directory({ store }: FreshBureau): Promise<unknown[]> {
  const rows = await store.reader.readFeed('dir', 0, 1_000_000);
  return rows.map(({ event }) => JSON.parse(decodeFrame(event?.frame ?? Buffer.alloc(0))?.body ?? 'null'));
}

const refused = (code: string) => ({ ok: false, refusal: { code } });

onEachStore('enrolment', (fresh) => {
  it('EN1 EN4 a code enrols a desk of its unit, and the directory names the newcomer', async () => {
    const bureau = await fresh();
    const desk = madeUpDesk(NINGXIN);
    expect(await bureau.enrol(desk)).toEqual({
      ok: true,
      value: {
        bureauName: '兴宁市信访局',
        bureauKey: bureau.bureau.keys.publicKey,
        bureauStream: bureau.bureau.stream,
        stream: desk.stream,
        unit: NINGXIN,
        scopes: ['dir', `unit:${NINGXIN.code}`, `mail:${desk.stream}`],
        now: NOW,
      },
    });
    expect(await directory(bureau)).toEqual([
      {
        ...{ stream: desk.stream, publicKey: desk.keys.publicKey, unit: NINGXIN },
        ...{ letter: 'A', deskName: '一号接访台' },
      },
    ]);
    expect((await bureau.push(desk, desk.sign(registered(NINGXIN), 'case-1'))).ok).toBe(true);
  });

  it('EN1 is asked for as people type it, and a wrong, cancelled or expired code is one and the same', async () => {
    const bureau = await fresh();
    const code = await bureau.code(NINGXIN);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`;
    const expired = await bureau.code(NINGXIN, NOW);
    for (const wrong of ['XXXX-XXXX-XXXX', '', expired])
      expect(await bureau.enrol(madeUpDesk(NINGXIN), { code: wrong })).toEqual(refused('WRONG_CODE'));
    expect(await bureau.enrol(madeUpDesk(NINGXIN), { code: typed })).toMatchObject({ ok: true });
  });

  it('EN2 the same code and key asked again get the same answer, another key does not', async () => {
    const bureau = await fresh();
    const code = await bureau.code(NINGXIN);
    const desk = madeUpDesk(NINGXIN);
    const first = await bureau.enrol(desk, { code });
    expect(await bureau.enrol(desk, { code })).toEqual(first);
    expect(await bureau.enrol(madeUpDesk(NINGXIN, 'B'), { code })).toEqual(refused('WRONG_CODE'));
    expect((await directory(bureau)).length).toBe(1);
  });

  it('EN2 a desk that is enrolled already may use another code, and is named once', async () => {
    const bureau = await fresh();
    const desk = await bureau.desk(NINGXIN);
    expect(await bureau.enrol(desk)).toMatchObject({ ok: true, value: { stream: desk.stream } });
    expect(await bureau.enrol({ ...desk, letter: 'B' })).toEqual(refused('REFUSED'));
    expect((await directory(bureau)).length).toBe(1);
  });

  it('EN3 a unit has one desk a letter; the refused desk may choose another with the same code', async () => {
    const bureau = await fresh();
    await bureau.desk(NINGXIN);
    const code = await bureau.code(NINGXIN);
    const second = madeUpDesk(NINGXIN);
    expect(await bureau.enrol(second, { code })).toEqual(refused('LETTER_TAKEN'));
    expect(await bureau.enrol(second, { code, letter: 'B' })).toMatchObject({ ok: true });
    expect(await bureau.enrol(madeUpDesk(YETANG))).toMatchObject({ ok: true });
  });

  it('EN3 a training desk, a desk of another unit and a key that is none are refused and use no code up', async () => {
    const bureau = await fresh();
    const code = await bureau.code(NINGXIN);
    const desk = madeUpDesk(NINGXIN);
    expect(await bureau.enrol(desk, { code, training: true })).toEqual(refused('TRAINING'));
    expect(await bureau.enrol(desk, { code, unit: YETANG.code })).toEqual(refused('WRONG_UNIT'));
    expect(await bureau.enrol(desk, { code, publicKey: 'AAAA' })).toEqual(refused('REFUSED'));
    expect(await bureau.enrol(desk, { code, letter: 'a' })).toEqual(refused('REFUSED'));
    expect(await bureau.enrol(desk, { code, proto: 2 })).toEqual(refused('REFUSED'));
    expect(await bureau.orm.$count(streams)).toBe(1);
    expect(await bureau.enrol(desk, { code })).toMatchObject({ ok: true });
  });

  it('EN3 two desks that take one letter at the same moment: one of them gets it', async () => {
    const bureau = await fresh();
    const answers = await Promise.all([bureau.enrol(madeUpDesk(NINGXIN)), bureau.enrol(madeUpDesk(NINGXIN))]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual([
      'LETTER_TAKEN',
      'ok',
    ]);
    expect((await directory(bureau)).length).toBe(1);
  });
});
