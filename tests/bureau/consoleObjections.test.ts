/** All officers, desks and petitioners are made up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../domain/events/all.ts';
import { assignmentIdOf, BUREAU, DIAOFANG, openCaseConsole, refusal, toXinpi, XINPI } from './caseConsole.ts';
import { must } from './console.ts';
import { aRegistration } from './enrolledDesk.ts';

type CaseConsole = Awaited<ReturnType<typeof openCaseConsole>>;
let at: CaseConsole['at'];
let officer: CaseConsole['officer'];
let named: CaseConsole['named'];
let desk: CaseConsole['desk'];
let commandId: CaseConsole['commandId'];
beforeAll(async () => {
  ({ at, officer, named, desk, commandId } = await openCaseConsole());
});
afterAll(() => at.close());

const signed = (assignmentId: string): DomainEvent => ({
  type: 'assignment-signed',
  body: { assignmentId, signedOn: '2026-03-02' },
});
const objected = (assignmentId: string): DomainEvent => ({
  type: 'objection-raised',
  body: {
    assignmentId,
    raisedOn: '2026-03-02',
    reasons: '该地块位于刁坊镇境内，不属本镇管辖。',
    proposedUnit: '刁坊镇',
    late: false,
    paper: { kind: 'objectionLetter', number: '新陂信异〔2026〕1号' },
  },
});

describe('an objection', () => {
  async function objectedCase() {
    const { caseId } = await desk.register();
    const sent = must(await officer.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi }));
    const assignmentId = assignmentIdOf(sent);
    await desk.push(signed(assignmentId), caseId, { custody: 1 });
    await desk.push(objected(assignmentId), caseId, { custody: 1 });
    return { caseId, assignmentId };
  }

  it('brings the item back when it is upheld, and a new assignment takes the place of the old', async () => {
    const { caseId, assignmentId } = await objectedCase();
    const before = must(await officer.bureau.cases.get({ caseId }));
    expect(before.row).toMatchObject({ objectionOpen: true, status: 'objection-pending' });
    expect(before.steps).toEqual({ assign: 'already-assigned', decideObjection: null });
    const command = { commandId: commandId(), caseId, assignmentId, upheld: true, reason: '经核实属实。' };
    const decided = await officer.bureau.cases.decideObjection(command);
    expect(must(decided)).toMatchObject({
      row: { objectionOpen: false, custodian: BUREAU, status: 'returned', reportDaysLeft: null },
      assignments: [{ state: 'returned', objection: { answer: '经核实属实。', upheld: true } }],
      steps: { assign: null, decideObjection: 'already-done' },
    });
    expect(await officer.bureau.cases.decideObjection(command)).toEqual(decided);
    const again = { commandId: commandId(), caseId, ...toXinpi, toUnit: DIAOFANG.code };
    expect(must(await officer.bureau.cases.assign(again))).toMatchObject({
      row: {
        custodian: DIAOFANG,
        status: 'await-sign',
        assignment: { toName: '刁坊镇', state: 'await-sign' },
      },
      assignments: [
        { toName: '新陂镇', state: 'returned' },
        { toName: '刁坊镇', state: 'await-sign' },
      ],
    });
    expect(await officer.bureau.cases.decideObjection({ ...command, commandId: commandId() })).toEqual(
      refusal('already-done'),
    );
  });

  it('leaves the item where it is when it is not upheld, which needs a reason', async () => {
    const { caseId, assignmentId } = await objectedCase();
    const command = { commandId: commandId(), caseId, assignmentId, upheld: false, reason: '' };
    expect(await officer.bureau.cases.decideObjection(command)).toEqual(refusal('reason-missing', 'reason'));
    const decided = await officer.bureau.cases.decideObjection({ ...command, reason: '该地块主要在本镇。' });
    expect(must(decided)).toMatchObject({
      row: { custodian: XINPI, objectionOpen: false },
      assignments: [{ state: 'objection-rejected' }],
      steps: { assign: 'already-assigned', decideObjection: 'already-done' },
    });
  });

  it('is not there to be answered before it was raised', async () => {
    const { caseId } = await desk.register();
    const sent = must(await officer.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi }));
    const command = { commandId: commandId(), caseId, upheld: true, reason: '' };
    const known = { ...command, assignmentId: assignmentIdOf(sent) };
    expect(await officer.bureau.cases.decideObjection(known)).toEqual(refusal('no-objection'));
    const other = { ...command, assignmentId: 'not-an-assignment' };
    expect(await officer.bureau.cases.decideObjection(other)).toEqual(refusal('unknown-assignment'));
  });

  it('shows the report with which the town answers', async () => {
    const { caseId } = await desk.register();
    const assignmentId = assignmentIdOf(
      must(await officer.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi })),
    );
    await desk.push(signed(assignmentId), caseId, { custody: 1 });
    const paper = { kind: 'reportLetter', number: '新陂信报〔2026〕1号' };
    const body = {
      assignmentId,
      reportedOn: '2026-03-02',
      text: '已办结，双方达成一致。',
      signer: '李某明',
      paper,
    };
    await desk.push({ type: 'assignment-reported', body }, caseId, { custody: 1 });
    expect(must(await officer.bureau.cases.get({ caseId }))).toMatchObject({
      row: { reportDaysLeft: null, assignment: { state: 'reported' } },
      assignments: [
        {
          state: 'reported',
          signedOn: '2026-03-02',
          report: { reportedOn: '2026-03-02', text: '已办结，双方达成一致。' },
        },
      ],
    });
  });
});

describe('an accusation', () => {
  it('does not exist for an officer who may not read it: by id, in list, counts and search', async () => {
    const before = must(await officer.bureau.cases.list({}));
    const change = { purpose: 'ACCUSE', accusedUnit: '某村委会', title: '反映村干部侵占集体资金' } as const;
    const { caseId, number } = await desk.register(change);
    expect(must(await officer.bureau.cases.list({}))).toEqual(before);
    for (const text of [number, '侵占', '集体资金', '某村委会'])
      expect(must(await officer.bureau.cases.list({ text })).total).toBe(0);
    const unknown = refusal('unknown-case');
    expect(await officer.bureau.cases.get({ caseId })).toEqual(unknown);
    expect(await officer.bureau.cases.unmask({ caseId, index: 0 })).toEqual(unknown);
    expect(await officer.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi })).toEqual(
      unknown,
    );

    for (const text of [number, '侵占', '集体 资金', '某村委会', '张某田 侵占'])
      expect(must(await named.bureau.cases.list({ text })).rows.map((row) => row.caseId)).toContain(caseId);
    expect(must(await named.bureau.cases.get({ caseId }))).toMatchObject({
      row: { restricted: true },
      steps: { assign: 'restricted' },
    });
  });

  it('that was refused under the id of an ordinary case shows on that case only to who may read it', async () => {
    const { caseId } = await desk.register();
    const accusation = { ...aRegistration({ purpose: 'ACCUSE' }), number: 'n-2', unit: XINPI };
    const verdict = await desk.push({ type: 'petition-registered', body: accusation }, caseId);
    expect(verdict).toMatchObject({ s: 'held', code: 'case-exists' });
    const seen = async (one: typeof officer) =>
      must(await one.bureau.cases.get({ caseId })).timeline.map(({ verdict: known }) => known);
    expect(await seen(officer)).toEqual(['accepted']);
    expect((await seen(named)).sort()).toEqual(['accepted', 'held']);
  });

  it('is sent to no unit, and is registered only by who may read it', async () => {
    const { caseId } = await desk.register({ purpose: 'ACCUSE', title: '反映干部作风' });
    expect(await named.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi })).toMatchObject(
      refusal('restricted'),
    );
    const registration = aRegistration({ purpose: 'ACCUSE' });
    expect(await officer.bureau.cases.register({ commandId: commandId(), registration })).toEqual(
      refusal('restricted', 'purpose'),
    );
    const command = { commandId: commandId(), registration, assign: toXinpi };
    expect(await named.bureau.cases.register(command)).toMatchObject(refusal('restricted'));
    const { assign: _none, ...alone } = command;
    expect((await named.bureau.cases.register({ ...alone, commandId: commandId() })).ok).toBe(true);
  });
});

it('has met no bug in all of this', () => expect(at.bugs).toEqual([]));
