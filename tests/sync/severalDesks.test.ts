import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '../../db/events.ts';
import { type InMemoryBureau, openInMemoryBureau, type Town, townAt } from './bureau.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { createNetwork, type Fate } from './network.ts';
import { liveAndRebuilt, projectionsOf } from './projections.ts';

// Made-up people and towns.
const clock = { ms: Date.parse('2026-03-02T09:00:00+08:00') };
const now = () => new Date(clock.ms);
const towns = Array.from({ length: 100 }, (_, n) => townAt(n));

let bureau: InMemoryBureau;
/** One bureau serves all tests here; each test has two towns of its own. */
let town: Town;
let otherTown: Town;
let tests = 0;
let cases = 0;
const desks: TestDesk[] = [];

beforeAll(async () => {
  bureau = await openInMemoryBureau(now, towns);
});
afterAll(() => bureau.close());
beforeEach(() => {
  town = townAt(tests);
  otherTown = townAt(tests + 1);
  tests += 2;
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

async function enrolled(unit: Town = town): Promise<TestDesk> {
  const desk = openTestDesk({ unit, letter: String.fromCharCode(65 + desks.length), now });
  desks.push(desk);
  expect(await desk.enrol(await bureau.code(unit.code), bureau.answer)).toMatchObject({ ok: true });
  return desk;
}
const newCase = (): string => {
  cases += 1;
  return `case-${cases}`;
};
const inOrder = (...fates: Fate[]) => createNetwork(bureau.answer, () => fates.shift() ?? 'deliver');
const verdicts = (desk: TestDesk) =>
  desk.db.sqlite
    .prepare('select id, verdict, verdict_code code from event where stream = ? order by seq')
    .all(desk.identity.stream) as { id: string; verdict: string; code: string | null }[];
const arrived = async (desk: TestDesk) =>
  (
    await bureau.rows<{ id: string }>('select id from event where stream = $1 order by seq', [
      desk.identity.stream,
    ])
  ).map((row) => row.id);

describe('several desks', () => {
  it("two desks of one unit see each other's cases, and each other's later work on them", async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const [x, y] = [newCase(), newCase()];
    a.register(x);
    b.register(y, { title: '请求发放补助' });
    for (const desk of [a, b, a]) expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    b.note(x, '乙机的补记');
    a.accept(y);
    for (const desk of [a, b, a]) await desk.exchange(bureau.answer);
    expect(a.state(y)?.acceptance).toMatchObject({ department: '公共服务办公室' });
    expect(projectionsOf(a.db).cases).toEqual(projectionsOf(b.db).cases);
  });

  it('corrections made at the same time end the same at both desks, in the order in which the bureau took them', async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const x = newCase();
    a.register(x);
    for (const desk of [a, b]) await desk.exchange(bureau.answer);
    a.retitle(x, '甲机先改的事由');
    b.retitle(x, '乙机后改的事由');
    // B reaches the bureau first, though A wrote first.
    for (const desk of [b, a, b]) await desk.exchange(bureau.answer);
    expect([a.state(x)?.registration.title, b.state(x)?.registration.title]).toEqual([
      '甲机先改的事由',
      '甲机先改的事由',
    ]);
    for (const desk of [a, b]) {
      const { live, rebuilt } = liveAndRebuilt(desk.db);
      expect(live).toEqual(rebuilt);
    }
  });

  it('FS23 JD9 two desks accept one case offline: the second is held, undone, kept and listed', async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const x = newCase();
    a.register(x);
    for (const desk of [a, b]) await desk.exchange(bureau.answer);
    a.accept(x);
    const second = b.accept(x);
    expect(b.state(x)?.papers).toHaveLength(1);
    for (const desk of [a, b, a]) await desk.exchange(bureau.answer);
    expect(outbox(b.db.orm, b.identity.stream, 'attention', 10)).toMatchObject([
      { id: second, verdict: 'held', verdictCode: 'already-done', settledBy: null },
    ]);
    expect(projectionsOf(b.db).cases).toEqual(projectionsOf(a.db).cases);
    expect(b.state(x)?.acceptance?.paper.number).toBe(`新陂信受〔2026〕${a.letter}1号`);
  });

  it('JD9 PU4 a held step whose answer was lost is learned from the mailbox and undone', async () => {
    const [a, b] = [await enrolled(), await enrolled()];
    const x = newCase();
    a.register(x);
    for (const desk of [a, b]) await desk.exchange(bureau.answer);
    a.accept(x);
    await a.exchange(bureau.answer);
    const second = b.accept(x);
    await b.exchange(inOrder('deliver', 'lose-answer').send);
    expect(await b.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(verdicts(b).at(-1)).toEqual({ id: second, verdict: 'held', code: 'already-done' });
    expect(b.state(x)?.acceptance?.paper.number).toBe(`新陂信受〔2026〕${a.letter}1号`);
  });

  it('FD6 an assignment brings the whole case to another town; its objection, and later its report, come up', async () => {
    const [a, c] = [await enrolled(), await enrolled(otherTown)];
    const x = newCase();
    a.register(x);
    a.note(x, '来访人情绪稳定');
    await a.exchange(bureau.answer);
    await bureau.assign(x, otherTown, `as-${x}`);
    await c.exchange(bureau.answer);
    expect(c.state(x)).toMatchObject({ custody: 1, custodian: otherTown, origin: town });
    const paper = (kind: string) => ({ kind, number: '刁坊信〔2026〕1号' });
    const assignmentId = `as-${x}`;
    c.add(x, { type: 'assignment-signed', body: { assignmentId, signedOn: '2026-03-02' } });
    c.add(x, {
      type: 'objection-raised',
      body: {
        ...{ assignmentId, raisedOn: '2026-03-02', reasons: '该路段属新陂镇管理。', proposedUnit: '新陂镇' },
        ...{ late: false, paper: paper('objectionLetter') },
      },
    });
    await c.exchange(bureau.answer);
    await bureau.add(x, {
      type: 'objection-decided',
      body: { assignmentId, upheld: false, reason: '路段跨两镇。', decidedOn: '2026-03-02' },
    });
    await c.exchange(bureau.answer);
    c.add(x, {
      type: 'assignment-reported',
      body: {
        assignmentId,
        reportedOn: '2026-03-02',
        text: '已修复。',
        signer: '陈志强',
        paper: paper('reportLetter'),
      },
    });
    for (const desk of [c, a, c]) expect(await desk.exchange(bureau.answer)).toMatchObject({ ok: true });
    expect(c.state(x)?.assignments).toMatchObject([
      {
        signedOn: '2026-03-02',
        objection: {},
        objectionAnswer: { upheld: false },
        report: { text: '已修复。' },
      },
    ]);
    expect(a.state(x)).toEqual(c.state(x));
    const [row] = await bureau.rows<{ state: unknown }>(
      'select state from petition_case where case_id = $1',
      [x],
    );
    expect(row?.state).toEqual(a.state(x));
  });

  it('FS22 a transfer by a desk that has meanwhile lost the case is held and undone; its facts stay', async () => {
    const a = await enrolled();
    const x = newCase();
    a.register(x);
    await a.exchange(bureau.answer);
    await bureau.assign(x, otherTown, `as-${x}`);
    const note = a.note(x, '电话回访');
    const late = a.accept(x);
    await a.exchange(bureau.answer);
    expect(verdicts(a).slice(-2)).toEqual([
      { id: note, verdict: 'accepted', code: null },
      { id: late, verdict: 'held', code: 'custody' },
    ]);
    expect(a.state(x)).toMatchObject({ custodian: otherTown, custody: 1, papers: [] });
  });

  it('FD8 IV13 an accusation reaches the bureau and no other desk, not even of its own unit', async () => {
    const [a, b, c] = [await enrolled(), await enrolled(), await enrolled(otherTown)];
    const x = newCase();
    a.register(x, { purpose: 'ACCUSE', title: '反映某干部问题' });
    a.note(x, '材料三页');
    for (const desk of [a, b, c]) await desk.exchange(bureau.answer);
    expect((await arrived(a)).length).toBe(3);
    for (const desk of [b, c])
      expect(desk.db.sqlite.prepare('select count(*) from event where case_id = ?').pluck().get(x)).toBe(0);
    expect(a.state(x)).toMatchObject({ restricted: true });
  });
});
