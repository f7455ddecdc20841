import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../db/schema.ts';
import { clerk, id, mediator } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const party = (name: string, change = {}) => ({
  ...{ name, phone: '13700000000', idNumber: '441481197011200017', consentOn: '2026-03-02' },
  ...{ consentManner: 'oral', consents: true, ...change },
});
const opening = (caseId: string | null = null, change = {}) => ({
  ...{ commandId: id(), caseId, committee: '新陂镇人民调解委员会', mediators: ['黄国强', '罗秀英'] },
  ...{ disputeType: '02', title: '张德福与刘宏排水沟纠纷', facts: '沙石堵塞了共用的排水沟。' },
  ...{ parties: [party('张德福'), party('刘宏')], openedOn: '2026-03-02', ...change },
});
const open = async (caseId: string | null = null) =>
  (await desk.must(mediator, 'mediation', 'open', opening(caseId))).mediationId;
const session = (mediationId: string, heldOn = '2026-03-02') => ({
  ...{ commandId: id(), mediationId, heldOn, place: '村委会', present: '双方到场', record: '双方同意清理。' },
});
const agreement = (mediationId: string, change = {}) => ({
  ...{ commandId: id(), mediationId, concludedOn: '2026-03-02', outcome: 'agreement' },
  ...{
    terms: '一、刘宏负责清理排水沟。',
    performance: '由刘宏自行组织。',
    performBy: '2026-03-20',
    ...change,
  },
});

describe('a mediation', () => {
  it('keeps one record a command: other words sent again are refused, the same are done', async () => {
    const input = session(await open());
    const first = await desk.must(mediator, 'mediation', 'addSession', input);
    expect(await desk.must(mediator, 'mediation', 'addSession', input)).toEqual(first);
    const edited = { ...input, record: '双方不同意清理。' };
    expect(await desk.refused(mediator, 'mediation', 'addSession', edited)).toEqual({ code: 'saved-before' });
  });

  it('of people who came directly goes from consent to the numbered agreement', async () => {
    const mediationId = await open();
    await desk.must(mediator, 'mediation', 'addSession', session(mediationId));
    const done = await desk.must(mediator, 'mediation', 'conclude', agreement(mediationId));
    const paper = {
      ...{ paperId: 'mediationAgreement:（2026）新陂人调字第1号', kind: 'mediationAgreement' },
      ...{ title: '人民调解协议书', number: '（2026）新陂人调字第1号' },
    };
    expect(done).toEqual({ mediationId, papers: [paper] });
    const row = {
      ...{ mediationId, caseId: null, title: '张德福与刘宏排水沟纠纷', disputeType: '02' },
      ...{ partyNames: '张德福、刘宏', mediators: '黄国强、罗秀英', openedOn: '2026-03-02' },
      ...{ sessions: 1, state: 'agreement', synced: false },
    };
    expect(await desk.must(clerk, 'mediation', 'get', { mediationId })).toEqual({
      row,
      ...{ committee: '新陂镇人民调解委员会', facts: '沙石堵塞了共用的排水沟。' },
      parties: ['张德福', '刘宏'].map((name) => ({
        ...{ name, phone: '137****0000', idNumber: '4414**********0017' },
        ...{ consentOn: '2026-03-02', consentManner: 'oral' },
      })),
      mediatorNames: ['黄国强', '罗秀英'],
      sessions: [
        ...[
          {
            heldOn: '2026-03-02',
            place: '村委会',
            present: '双方到场',
            record: '双方同意清理。',
            actor: '黄国强',
          },
        ],
      ],
      conclusion: {
        ...{ concludedOn: '2026-03-02', outcome: 'agreement', terms: '一、刘宏负责清理排水沟。' },
        ...{ performance: '由刘宏自行组织。', performBy: '2026-03-20', note: '', number: paper.number },
      },
      after: {
        ...{ confirmationDue: '2026-04-01', performances: [], revisits: [], nextRevisit: '2026-03-09' },
      },
      papers: [{ ...paper, issuedOn: '2026-03-02', awaitsService: false, servedOn: null, prints: 0 }],
    });
    expect(await desk.must(clerk, 'mediation', 'list', {})).toEqual([row]);
    expect(await desk.must(clerk, 'mediation', 'list', { open: true })).toEqual([]);
  });

  it('shows a full number to who asks for it, and that is in the audit trail', async () => {
    const mediationId = await open();
    const numbers = { phone: '13700000000', idNumber: '441481197011200017' };
    expect(await desk.must(mediator, 'mediation', 'unmask', { mediationId, index: 1 })).toEqual(numbers);
    expect(await desk.refused(clerk, 'mediation', 'unmask', { mediationId, index: 2 })).toMatchObject({
      code: 'unknown-mediation',
    });
    const trail = desk.workplace.db.orm.select().from(audit).all();
    expect(trail.map(({ person, act, ref }) => [person, act, ref]).slice(-1)).toEqual([
      ['mediator-1', 'person-unmasked', `${mediationId}#1`],
    ]);
  });

  it('from a petition shows on its page, stops nothing, and may end it', async () => {
    const caseId = await desk.register();
    const accept = { commandId: id(), caseId, acceptedOn: '2026-03-02', legalRoute: 6, department: '办公室' };
    await desk.must(clerk, 'handling', 'accept', accept);
    const mediationId = await open(caseId);
    const during = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(during.row.status).toBe('mediating');
    expect(during.mediations).toEqual([
      ...[{ mediationId, title: '张德福与刘宏排水沟纠纷', openedOn: '2026-03-02', state: 'mediating' }],
    ]);
    expect(during.clocks.find((c) => c.rule === 'D05')).toMatchObject({
      state: 'running',
      dueRaw: '2026-05-01',
    });
    expect(await desk.refused(mediator, 'mediation', 'open', opening(caseId))).toMatchObject({
      code: 'already-mediating',
    });
    const closing = {
      commandId: id(),
      caseId,
      concludedOn: '2026-03-02',
      ground: 'agreement',
      summary: '已达成协议。',
    };
    expect(await desk.refused(clerk, 'handling', 'conclude', closing)).toMatchObject({
      code: 'mediation-open',
    });

    await desk.must(mediator, 'mediation', 'addSession', session(mediationId));
    await desk.must(mediator, 'mediation', 'conclude', agreement(mediationId));
    await desk.must(clerk, 'handling', 'conclude', closing);
    const after = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(after.row.status).toBe('concluded');
    expect(after.timeline.map((entry) => entry.type)).toContain('mediation-concluded');
    expect(await desk.refused(mediator, 'mediation', 'open', opening(caseId))).toMatchObject({
      code: 'concluded',
    });
  });

  it('does not begin without the consent of all', async () => {
    const parties = [party('张德福'), party('刘宏', { consents: false })];
    expect(await desk.refused(mediator, 'mediation', 'open', opening(null, { parties }))).toEqual({
      ...{ code: 'consent-missing', field: 'parties.1.consents', article: '《人民调解法》第十七条' },
    });
    expect(await desk.must(mediator, 'mediation', 'list', {})).toEqual([]);
  });

  it.each([
    ['an agreement without terms', { terms: ' ' }, 'terms-missing', 'terms'],
    ['an end without its reason', { outcome: 'ended', note: '撤回' }, 'reason-missing', 'endReason'],
    ['a failure without a word', { outcome: 'failed' }, 'reason-missing', 'note'],
    ['an end before the opening', { concludedOn: '2026-03-01' }, 'date-before-opening', 'concludedOn'],
    ['an end tomorrow', { concludedOn: '2026-03-03' }, 'date-in-future', 'concludedOn'],
  ])('is not concluded by %s', async (_what, change, code, field) => {
    const mediationId = await open();
    await desk.must(mediator, 'mediation', 'addSession', session(mediationId));
    const input = agreement(mediationId, change);
    expect(await desk.refused(mediator, 'mediation', 'conclude', input)).toMatchObject({ code, field });
  });

  it('reaches no agreement without a session, and ends once', async () => {
    const mediationId = await open();
    expect(await desk.refused(mediator, 'mediation', 'conclude', agreement(mediationId))).toMatchObject({
      code: 'no-session',
    });
    const failed = {
      commandId: id(),
      mediationId,
      concludedOn: '2026-03-02',
      outcome: 'failed',
      note: '差距太大。',
    };
    const first = await desk.must(mediator, 'mediation', 'conclude', failed);
    expect(first).toEqual({ mediationId, papers: [] });
    expect(await desk.must(mediator, 'mediation', 'conclude', failed)).toEqual(first);
    expect(await desk.refused(mediator, 'mediation', 'addSession', session(mediationId))).toEqual({
      code: 'concluded',
    });
    const again = { ...failed, commandId: id() };
    expect(await desk.refused(mediator, 'mediation', 'conclude', again)).toEqual({ code: 'concluded' });
  });

  it('that nobody knows is not worked on', async () => {
    const unknown = { mediationId: '00000000-unknown' };
    const code = { code: 'unknown-mediation' };
    expect(await desk.refused(mediator, 'mediation', 'get', unknown)).toEqual(code);
    expect(await desk.refused(mediator, 'mediation', 'addSession', session(unknown.mediationId))).toEqual(
      code,
    );
    const onUnknownCase = opening('00000000-unknown');
    expect(await desk.refused(mediator, 'mediation', 'open', onUnknownCase)).toEqual({
      code: 'unknown-case',
    });
  });

  it('after an agreement goes on to the court, two instalments and a visit', async () => {
    const mediationId = await open();
    const base = () => ({ commandId: id(), mediationId });
    const applying = { appliedOn: '2026-03-02', court: '兴宁市人民法院', note: '' };
    expect(
      await desk.refused(mediator, 'mediation', 'applyForConfirmation', { ...base(), ...applying }),
    ).toEqual({ code: 'no-agreement' });
    await desk.must(mediator, 'mediation', 'addSession', session(mediationId));
    await desk.must(mediator, 'mediation', 'conclude', agreement(mediationId));
    const ruling = { decidedOn: '2026-03-02', confirmed: true, documentNumber: '（2026）民特3号', note: '' };
    expect(await desk.refused(mediator, 'mediation', 'recordRuling', { ...base(), ...ruling })).toEqual({
      code: 'not-now',
    });
    await desk.must(mediator, 'mediation', 'applyForConfirmation', { ...base(), ...applying });
    await desk.must(mediator, 'mediation', 'recordRuling', { ...base(), ...ruling });
    const paid = (what: string, complete: boolean) => ({
      ...{ ...base(), performedOn: '2026-03-02', what, complete },
    });
    await desk.must(mediator, 'mediation', 'recordPerformance', paid('首期五千元', false));
    await desk.must(mediator, 'mediation', 'recordPerformance', paid('余款五千元', true));
    expect(await desk.refused(mediator, 'mediation', 'recordPerformance', paid('又一期', true))).toEqual({
      code: 'already-done',
    });
    const visit = { revisitedOn: '2026-03-02', found: 'performed', note: '双方满意。' };
    await desk.must(mediator, 'mediation', 'revisit', { ...base(), ...visit });
    expect((await desk.must(clerk, 'mediation', 'get', { mediationId })).after).toEqual({
      ...{ confirmationDue: '2026-04-01', nextRevisit: '2026-03-09' },
      applied: { mediationId, ...applying },
      decided: { mediationId, ...ruling },
      performances: [
        { mediationId, performedOn: '2026-03-02', what: '首期五千元', complete: false },
        { mediationId, performedOn: '2026-03-02', what: '余款五千元', complete: true },
      ],
      revisits: [{ mediationId, ...visit }],
    });
  });
});
