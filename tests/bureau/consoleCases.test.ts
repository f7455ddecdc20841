/** All officers, desks and petitioners are made up. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, event, petitionCase } from '../../bureau/schema.ts';
import { isCaseNumber } from '../../domain/caseNumber.ts';
import { BUREAU, openCaseConsole, refusal, toXinpi, XINPI } from './caseConsole.ts';
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

const events = (caseId: string) => at.office.orm.$count(event, eq(event.caseId, caseId));

describe('reading a case', () => {
  it('shows what the desk registered, the people masked, and writes down who read it', async () => {
    const { caseId, number } = await desk.register();
    const view = must(await officer.bureau.cases.get({ caseId }));
    expect(view).toEqual({
      row: {
        caseId,
        number,
        receivedOn: '2026-03-02',
        arrivedAt: '2026-03-02T09:00:00+08:00',
        channel: 'VISIT',
        purpose: 'CLAIM',
        category: 'C0102',
        title: '反映土地承包经营权被他人占用',
        leadName: '张某田',
        personsPresent: 1,
        placeName: '新陂镇',
        origin: XINPI,
        custodian: XINPI,
        status: 'registered',
        restricted: false,
        assignment: null,
        reportDaysLeft: null,
        objectionOpen: false,
      },
      registration: aRegistration({
        petitioners: [
          {
            name: '张某田',
            lead: true,
            representative: false,
            phone: '138****1234',
            idNumber: '4414**********123X',
            address: '新陂镇某村',
          },
        ],
      }),
      registeredBy: '温小雨',
      registeredAt: '2026-03-02T09:05:00+08:00',
      assignments: [],
      mediations: [],
      attachments: [],
      timeline: [
        {
          id: expect.any(String),
          type: 'petition-registered',
          claimed: '2026-03-02T09:00:00+08:00',
          entered: '2026-03-02T09:05:00+08:00',
          received: '2026-03-02T09:00:00+08:00',
          actor: '温小雨',
          unitName: '新陂镇',
          text: '登记来访：反映土地承包经营权被他人占用（1 人）',
          verdict: 'accepted',
        },
      ],
      steps: { assign: null, decideObjection: 'no-objection' },
    });
    const read = await at.office.orm.select().from(audit).where(eq(audit.ref, caseId));
    expect(read.map(({ person, act }) => [person, act])).toEqual([[officer.id, 'cases.get']]);
  });

  it('shows the full numbers of one person when asked for, and writes that down', async () => {
    const { caseId } = await desk.register();
    expect(must(await officer.bureau.cases.unmask({ caseId, index: 0 }))).toEqual({
      phone: '13800001234',
      idNumber: '44148119700101123X',
    });
    expect(await officer.bureau.cases.unmask({ caseId, index: 1 })).toEqual(refusal('unknown-case'));
    const entries = await at.office.orm
      .select()
      .from(audit)
      .where(eq(audit.ref, `${caseId}/0`));
    expect(entries).toMatchObject([{ person: officer.id, act: 'cases.unmask' }]);
  });

  it('shows refused and held facts in the timeline, marked', async () => {
    const { caseId } = await desk.register();
    await desk.push({ type: 'note-added', body: { text: '一' } }, caseId, { body: '{}' });
    const bureauOnly = { assignmentId: 'a-00000001', upheld: true, reason: '', decidedOn: '2026-03-02' };
    await desk.push({ type: 'objection-decided', body: bureauOnly }, caseId);
    const { timeline } = must(await officer.bureau.cases.get({ caseId }));
    expect(timeline.map(({ type, verdict, code }) => [type, verdict, code])).toEqual([
      ['petition-registered', 'accepted', undefined],
      ['note-added', 'rejected', 'malformed'],
      ['objection-decided', 'rejected', 'bureau-only'],
    ]);
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(3);
  });
});

describe('sending an item down', () => {
  it('交办: with a report date, once, whatever the network does with the answer', async () => {
    const { caseId } = await desk.register();
    const command = { commandId: commandId(), caseId, ...toXinpi, documentNumber: '兴信交〔2026〕1号' };
    const first = await officer.bureau.cases.assign(command);
    const view = must(first);
    expect(view.row).toMatchObject({
      status: 'await-sign',
      reportDaysLeft: 59,
      custodian: XINPI,
      assignment: { manner: 'assign', toName: '新陂镇', assignedOn: '2026-03-02', reportDue: '2026-04-30' },
    });
    expect(view.assignments).toMatchObject([{ state: 'await-sign', fromName: '兴宁市信访局' }]);
    expect(view.steps).toEqual({ assign: 'already-assigned', decideObjection: 'no-objection' });
    expect(view.timeline.at(-1)).toMatchObject({
      actor: '普通甲',
      unitName: '兴宁市信访局',
      text: '交办新陂镇办理（兴信交〔2026〕1号），2026年4月30日前报送办结报告；要求：请依法办理，并报送办结报告',
    });
    expect(await officer.bureau.cases.assign(command)).toEqual(first);
    const both = await Promise.all([
      officer.bureau.cases.assign(command),
      officer.bureau.cases.assign(command),
    ]);
    expect(both).toEqual([first, first]);
    expect(await events(caseId)).toBe(2);
  });

  it('refuses a second assignment while the first is in force, also of two officers at once', async () => {
    const { caseId } = await desk.register();
    const answers = await Promise.all(
      [officer, named].map(({ bureau }) =>
        bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi }),
      ),
    );
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual([
      'already-assigned',
      'ok',
    ]);
    expect(await events(caseId)).toBe(2);
  });

  it.each([
    ['转送 with a report date', { manner: 'transfer' as const }, 'report-due-on-transfer', 'reportDue'],
    ['交办 without one', { reportDue: null }, 'report-due-missing', 'reportDue'],
    ['a report date that is past', { reportDue: '2026-03-01' }, 'report-due-past', 'reportDue'],
    ['a unit that nobody knows', { toUnit: '999999999' }, 'unknown-unit', 'toUnit'],
    ['the bureau itself', { toUnit: BUREAU.code }, 'unknown-unit', 'toUnit'],
  ])('refuses %s and leaves nothing behind', async (_what, change, code, field) => {
    const { caseId } = await desk.register();
    const command = { commandId: commandId(), caseId, ...toXinpi, ...change };
    const refused = await officer.bureau.cases.assign(command);
    expect(refused).toMatchObject(refusal(code, field));
    expect(await events(caseId)).toBe(1);
    expect(await at.office.orm.$count(audit, eq(audit.ref, caseId))).toBe(0);
    // The same form, mended and sent again, is not taken for the refused one.
    expect((await officer.bureau.cases.assign({ ...command, ...toXinpi })).ok).toBe(true);
  });

  it('refuses a case that is concluded and one that is not there', async () => {
    const { caseId } = await desk.register();
    const body = { concludedOn: '2026-03-02', ground: 'answered' as const, summary: '已当面答复。' };
    await desk.push({ type: 'petition-concluded', body }, caseId);
    expect(await officer.bureau.cases.assign({ commandId: commandId(), caseId, ...toXinpi })).toEqual(
      refusal('concluded'),
    );
    const missing = { commandId: commandId(), caseId: 'case-that-is-not', ...toXinpi };
    expect(await officer.bureau.cases.assign(missing)).toEqual(refusal('unknown-case'));
  });
});

describe('an item that came to the bureau itself', () => {
  it('gets a number of the same shape, one after the other, and goes on in the same step', async () => {
    const registration = aRegistration({ channel: 'LETTER' });
    const command = { commandId: commandId(), registration, assign: toXinpi };
    const first = must(await officer.bureau.cases.register(command));
    expect(first.number).toMatch(/^441481000-20260302-A0001-[0-9A-Y]$/);
    expect(isCaseNumber(first.number)).toBe(true);
    expect(must(await officer.bureau.cases.register(command))).toEqual(first);
    const { assign: _none, ...alone } = command;
    const second = must(await officer.bureau.cases.register({ ...alone, commandId: commandId() }));
    expect(second.number).toMatch(/-A0002-/);
    expect(must(await officer.bureau.cases.get({ caseId: first.caseId }))).toMatchObject({
      row: { origin: BUREAU, custodian: XINPI, status: 'await-sign' },
      registeredBy: '普通甲',
    });
    expect(must(await officer.bureau.cases.get({ caseId: second.caseId })).row).toMatchObject({
      custodian: BUREAU,
      assignment: null,
    });
  });

  it('is refused as a whole when it may not go where it is sent, and takes no number', async () => {
    const before = await at.office.orm.$count(petitionCase);
    const registration = aRegistration();
    const refused = { commandId: commandId(), registration, assign: { ...toXinpi, reportDue: null } };
    expect(await officer.bureau.cases.register(refused)).toMatchObject(
      refusal('report-due-missing', 'reportDue'),
    );
    const unlawful = { ...registration, receivedOn: '2026-03-03' };
    expect(await officer.bureau.cases.register({ commandId: commandId(), registration: unlawful })).toEqual(
      refusal('received-in-future', 'receivedOn'),
    );
    expect(await at.office.orm.$count(petitionCase)).toBe(before);
    const next = must(await officer.bureau.cases.register({ commandId: commandId(), registration }));
    expect(next.number).toMatch(/-A0003-/);
  });
});

it('writes no petitioner into the audit', async () => {
  const text = JSON.stringify(await at.office.orm.select().from(audit));
  expect(text).not.toMatch(/张某田|1380000|土地承包/);
});

it('has met no bug in all of this', () => expect(at.bugs).toEqual([]));
