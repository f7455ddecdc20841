import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDraft } from '../../db/desk.ts';
import { isCaseNumber } from '../../domain/caseNumber.ts';
import type { Petitioner } from '../../domain/person.ts';
import { clerk, id, item, leader, mediator, otherClerk } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
beforeEach(() => {
  desk = openWorkplace();
});
afterEach(() => desk.close());

const lead: Petitioner = { name: '张德福', lead: true, representative: true };
const others = (n: number, representative: boolean): Petitioner[] =>
  Array.from({ length: n }, (_, i) => ({ name: `村民${i + 1}`, lead: false, representative }));
const register = (change = {}, commandId = id()) =>
  desk.call(clerk, 'registration', 'register', { commandId, registration: item(change) });
const refusal = (change: object) =>
  desk.refused(clerk, 'registration', 'register', {
    commandId: id(),
    registration: { ...item(), ...change },
  });

describe('registering', () => {
  it('gives the next number of the day of this desk, which can be checked', async () => {
    const first = await desk.must(clerk, 'registration', 'register', {
      commandId: id(),
      registration: item(),
    });
    const second = await desk.must(clerk, 'registration', 'register', {
      commandId: id(),
      registration: item(),
    });
    desk.clock.now = '2026-03-02T23:59:00+08:00';
    const third = await desk.must(clerk, 'registration', 'register', {
      commandId: id(),
      registration: item(),
    });
    // 16:30 UTC is the next day in Beijing.
    desk.clock.now = '2026-03-02T16:30:00Z';
    const next = await desk.must(clerk, 'registration', 'register', {
      commandId: id(),
      registration: item(),
    });
    expect([first, second, third, next].map((one) => one.number.slice(0, -2))).toEqual([
      '441481104-20260302-A0001',
      '441481104-20260302-A0002',
      '441481104-20260302-A0003',
      '441481104-20260303-A0001',
    ]);
    expect([first, second, third, next].every((one) => isCaseNumber(one.number))).toBe(true);
  });

  it('does nothing twice when the page asks again, and answers the same', async () => {
    const commandId = id();
    const first = await register({}, commandId);
    const again = await register({}, commandId);
    expect(again).toEqual(first);
    const { total } = await desk.must(clerk, 'cases', 'list', {});
    expect(total).toBe(1);
    expect(desk.changes).toEqual([['cases', 'drafts', 'sync']]);
  });

  it('never says "saved" of other words under the same command: the number of what is kept is named', async () => {
    const commandId = id();
    const first = await register({}, commandId);
    const edited = await register({ facts: '答复丢失以后改写的内容。' }, commandId);
    const number = first.ok && first.value.number;
    expect(edited).toEqual({ ok: false, refusal: { code: 'saved-before', detail: { number } } });
    const { rows } = await desk.must(clerk, 'cases', 'list', {});
    expect(rows.map((row) => row.number)).toEqual([number]);
    expect(desk.changes).toHaveLength(1);
  });

  it('is the same input under another draft id, and with its fields in another order', async () => {
    const commandId = id();
    const first = await register({}, commandId);
    const turned = Object.fromEntries(Object.entries(item()).reverse());
    const input = { commandId, registration: turned, draftId: id() };
    expect(await desk.call(clerk, 'registration', 'register', input)).toEqual(first);
  });

  it('answers what was done before inputs were kept, whatever is asked', async () => {
    const commandId = id();
    const first = await register({}, commandId);
    desk.workplace.db.sqlite.exec('update command_done set input_hash = null');
    expect(await register({ facts: '另一句话' }, commandId)).toEqual(first);
  });

  it('leaves no gap in the numbers after a refusal', async () => {
    expect((await register({ category: 'C7777' })).ok).toBe(false);
    const answer = await register();
    expect(answer.ok && answer.value.number).toMatch(/-A0001-.$/);
  });

  it.each([
    ['a receipt tomorrow', { receivedOn: '2026-03-03' }, 'received-in-future', 'receivedOn'],
    ['a receipt in another century', { receivedOn: '1926-03-02' }, 'received-too-long-ago', 'receivedOn'],
    ['no main petitioner', { petitioners: others(1, false) }, 'no-lead-petitioner', 'petitioners'],
    [
      'fewer present than named',
      { petitioners: [lead, ...others(2, false)] },
      'fewer-present-than-named',
      'personsPresent',
    ],
    ['an unknown category', { category: 'XX' }, 'unknown-category', 'category'],
    ['neither facts nor request', { facts: ' ', request: '' }, 'facts-missing', 'facts'],
    [
      'somebody not born yet',
      { petitioners: [{ ...lead, birthDate: '2026-03-03' }] },
      'birth-date-in-future',
      'petitioners.0.birthDate',
    ],
    ['a day that does not exist', { receivedOn: '2026-02-29' }, 'invalid-input', 'registration.receivedOn'],
    ['an empty title', { title: '  ' }, 'invalid-input', 'registration.title'],
    ['nobody', { petitioners: [] }, 'invalid-input', 'registration.petitioners'],
  ])('refuses %s at its field', async (_what, change, code, field) => {
    expect(await refusal(change)).toMatchObject({ code, field });
  });

  it('X07: refuses a sixth representative, and takes the sixth person as somebody present', async () => {
    const six = { petitioners: [lead, ...others(5, true)], personsPresent: 6 };
    expect(await refusal(six)).toEqual({
      code: 'too-many-representatives',
      field: 'petitioners',
      article: '《信访工作条例》第二十条第三款',
    });
    const nine = { petitioners: [lead, ...others(4, true), ...others(4, false)], personsPresent: 9 };
    expect((await register(nine)).ok).toBe(true);
  });

  it('never asks for an identity number, and takes a wrong one', async () => {
    const person = { ...lead, idNumber: '441481196202290027' };
    expect((await register({ petitioners: [person] })).ok).toBe(true);
    expect((await register({ petitioners: [lead] })).ok).toBe(true);
  });

  it('takes the draft away with the registration, and keeps it when the registration is refused', async () => {
    const draftId = id();
    const { orm } = desk.workplace.db;
    const row = {
      draftId,
      author: clerk.id,
      form: 'registration',
      title: '张',
      body: '{}',
      savedAt: desk.clock.now,
    };
    desk.workplace.db.write(() => writeDraft(orm, row));
    const drafts = async () => (await desk.must(clerk, 'today', 'overview', {})).drafts;
    const input = { commandId: id(), draftId, registration: item({ category: 'XX' }) };
    await desk.refused(clerk, 'registration', 'register', input);
    expect(await drafts()).toBe(1);
    await desk.must(clerk, 'registration', 'register', { ...input, registration: item() });
    expect(await drafts()).toBe(0);
  });

  it('is for clerks and leaders', async () => {
    const input = { commandId: id(), registration: item() };
    expect(await desk.refused(mediator, 'registration', 'register', input)).toEqual({ code: 'not-allowed' });
    expect((await desk.call(leader, 'registration', 'register', input)).ok).toBe(true);
  });
});

describe('correcting a registration', () => {
  const amend = (caseId: string, changes: object) => ({ commandId: id(), caseId, changes, reason: '听错了' });

  it('changes what is shown and keeps the first record in the timeline', async () => {
    const caseId = await desk.register();
    await desk.must(clerk, 'registration', 'amend', amend(caseId, { title: '村道塌方' }));
    const view = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(view.registration.title).toBe('村道塌方');
    expect(view.timeline.map((entry) => entry.type)).toEqual(['petition-registered', 'registration-amended']);
  });

  it('refuses what changes nothing, what makes it wrong, and what is concluded', async () => {
    const caseId = await desk.register();
    expect(await desk.refused(clerk, 'registration', 'amend', amend(caseId, {}))).toEqual({
      code: 'nothing-changed',
    });
    const nobody = amend(caseId, { petitioners: others(1, false) });
    expect(await desk.refused(clerk, 'registration', 'amend', nobody)).toMatchObject({
      code: 'no-lead-petitioner',
    });
    await desk.must(clerk, 'handling', 'conclude', {
      ...{ commandId: id(), caseId, concludedOn: '2026-03-02', ground: 'answered', summary: '当场答复。' },
    });
    expect(await desk.refused(clerk, 'registration', 'amend', amend(caseId, { title: '改' }))).toEqual({
      code: 'concluded',
    });
  });

  it('takes a masked number that comes back for the number it hides, never for data', async () => {
    const caseId = await desk.register();
    const shown = (await desk.must(clerk, 'cases', 'get', { caseId })).registration.petitioners;
    expect(shown[0]).toMatchObject({ phone: '138****0000', idNumber: '4414**********0018' });
    const renamed = shown.map((p) => ({ ...p, name: '张得福' }));
    await desk.must(clerk, 'registration', 'amend', amend(caseId, { petitioners: renamed }));
    expect(await desk.must(clerk, 'cases', 'unmask', { caseId, index: 0 })).toEqual({
      phone: '13800000000',
      idNumber: '441481196203050018',
    });
    // Sent back as it was shown it is no change.
    const same = (await desk.must(clerk, 'cases', 'get', { caseId })).registration.petitioners;
    expect(await desk.refused(clerk, 'registration', 'amend', amend(caseId, { petitioners: same }))).toEqual({
      code: 'nothing-changed',
    });
  });

  it('refuses a mask that hides no number it knows', async () => {
    const caseId = await desk.register();
    const shown = (await desk.must(clerk, 'cases', 'get', { caseId })).registration.petitioners;
    const petitioners = shown.map((p) => ({ ...p, phone: '139****1111' }));
    expect(await desk.refused(clerk, 'registration', 'amend', amend(caseId, { petitioners }))).toEqual({
      code: 'invalid-input',
      field: 'changes.petitioners.0.phone',
    });
  });
});

describe('two clerks', () => {
  it('work on one case without hindering each other', async () => {
    const caseId = await desk.register();
    await desk.must(otherClerk, 'cases', 'addNote', { commandId: id(), caseId, text: '电话联系过。' });
    const { timeline } = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(timeline.map(({ actor, sync }) => [actor, sync])).toEqual([
      ['罗秀英', 'local'],
      ['温小敏', 'local'],
    ]);
  });
});
