import { describe, expect, it } from 'vitest';
import { createRegistration, type RegistrationPorts } from './registration.ts';

type Registered = Parameters<RegistrationPorts['register']>[0];

function desk(answers: { code: string; field?: string; detail?: Record<string, string> }[] = []) {
  const registered: Registered[] = [];
  const drafts: { draftId: string; title: string; body: string }[] = [];
  const form = createRegistration({
    async register(input) {
      registered.push(input);
      const refusal = answers.shift();
      return refusal
        ? { ok: false, refusal }
        : { ok: true, value: { caseId: 'case-1', number: '441481104-20261124-A0001-K' } };
    },
    async saveDraft(draft) {
      drafts.push(draft);
      return { ok: true, value: { savedAt: '2026-11-24T10:00:00+08:00' } };
    },
    today: () => '2026-11-24',
    place: () => ({ code: '441481104', name: '新陂镇' }),
  });
  return { form, registered, drafts };
}

function fill(form: ReturnType<typeof desk>['form']) {
  form.changePerson(0, { name: '罗文辉', phone: '１３８００１３８０００' });
  form.change({
    category: 'C0202',
    purpose: 'CLAIM',
    title: '征地补偿款未发放',
    facts: '２０２４年征地，至今未发放。',
  });
}

describe('registering a visitor', () => {
  it('asks for everything that is missing at once, each at its field, and sends nothing', async () => {
    const { form, registered } = desk();
    expect(await form.save()).toBeNull();
    expect(Object.keys(form.store.getState().errors)).toEqual([
      'petitioners.0.name',
      'category',
      'purpose',
      'title',
      'facts',
    ]);
    expect(registered).toEqual([]);
  });

  it('takes the error away from a field as soon as it is changed', async () => {
    const { form } = desk();
    await form.save();
    form.changePerson(0, { name: '罗' });
    form.change({ title: '征地' });
    expect(Object.keys(form.store.getState().errors)).toEqual(['category', 'purpose', 'facts']);
  });

  it('sends half-width figures in short fields and leaves the facts as they were typed', async () => {
    const { form, registered } = desk();
    fill(form);
    await form.save();
    expect(registered[0]?.registration).toMatchObject({
      receivedOn: '2026-11-24',
      facts: '２０２４年征地，至今未发放。',
      personsPresent: 1,
      petitioners: [{ name: '罗文辉', lead: true, representative: false, phone: '13800138000' }],
    });
  });

  it('registers once however often the key is pressed', async () => {
    const { form, registered } = desk();
    fill(form);
    await Promise.all([form.save(), form.save()]);
    await form.save();
    expect(registered).toHaveLength(1);
  });

  it('says that other words were saved before, under which number, and keeps what was typed', async () => {
    const saved = { code: 'saved-before', detail: { number: '441481104-20261124-A0001-K' } };
    const { form, drafts } = desk([saved]);
    fill(form);
    form.change({ facts: '答复丢失以后改写的内容。' });
    expect(await form.save()).toBeNull();
    await form.flushDraft();
    const { saved: done, error, form: typed } = form.store.getState();
    expect([done, typed.facts]).toEqual([null, '答复丢失以后改写的内容。']);
    expect(error).toMatch(/已经保存为 441481104-20261124-A0001-K.*没有保存/);
    expect(drafts.at(-1)?.body).toContain('答复丢失以后改写的内容。');
  });

  it('keeps what was typed and the same command when the desk refuses', async () => {
    const { form, registered } = desk([{ code: 'fewer-present-than-named', field: 'personsPresent' }]);
    fill(form);
    await form.save();
    expect(form.store.getState()).toMatchObject({
      busy: false,
      saved: null,
      errors: { personsPresent: expect.stringContaining('到场人数') },
    });
    await form.save();
    expect(form.store.getState().saved?.number).toBe('441481104-20261124-A0001-K');
    expect(registered[0]?.commandId).toBe(registered[1]?.commandId);
  });

  it('leaves out rows in which nothing was typed and counts those named', async () => {
    const { form, registered } = desk();
    fill(form);
    for (let i = 1; i <= 9; i += 1) form.addPerson();
    for (let i = 1; i <= 8; i += 1) form.changePerson(i, { name: `村民${i}`, representative: i <= 4 });
    await form.save();
    expect(registered[0]?.registration.petitioners).toHaveLength(9);
    expect(registered[0]?.registration.personsPresent).toBe(9);
  });

  it('moves another person to the top to make him the lead petitioner', () => {
    const { form } = desk();
    fill(form);
    form.addPerson();
    form.changePerson(1, { name: '曾秀兰' });
    form.makeLead(1);
    expect(form.store.getState().form.people.map((p) => p.name)).toEqual(['曾秀兰', '罗文辉']);
  });

  it('lets a person stay anonymous', async () => {
    const { form, registered } = desk();
    fill(form);
    form.changePerson(0, { name: '' });
    form.change({ anonymous: true });
    await form.save();
    expect(registered[0]?.registration.petitioners[0]?.name).toBe('匿名');
  });
});

describe('the draft of a registration', () => {
  it('is saved on leaving a field and offers the same form and command again', async () => {
    const { form, drafts } = desk();
    fill(form);
    await form.flushDraft();
    const draft = drafts.at(-1);
    const before = form.store.getState();
    expect(draft).toMatchObject({ draftId: before.draftId, title: '罗文辉：征地补偿款未发放' });
    await form.begin();
    expect(form.store.getState().form.title).toBe('');
    expect(form.restore({ draftId: draft?.draftId ?? '', body: draft?.body ?? '', savedAt: '' })).toBe(true);
    expect(form.store.getState()).toMatchObject({
      form: before.form,
      commandId: before.commandId,
      draftId: before.draftId,
    });
  });

  it('does not come back when a field is left after its form was registered', async () => {
    const { form, drafts } = desk();
    fill(form);
    await form.flushDraft();
    const written = drafts.length;
    await form.save();
    form.changePerson(0, { phone: '13800138000' });
    await form.begin();
    expect(drafts).toHaveLength(written);
  });

  it('is not written for an empty form', async () => {
    const { form, drafts } = desk();
    form.change({ channel: 'LETTER' });
    await form.flushDraft();
    expect(drafts).toEqual([]);
  });

  it('goes to disk before a new form begins', async () => {
    const { form, drafts } = desk();
    fill(form);
    await form.begin('CALL');
    expect(drafts).toHaveLength(1);
    expect(form.store.getState().form.channel).toBe('CALL');
  });

  it('that cannot be read is said so and changes nothing', () => {
    const { form } = desk();
    fill(form);
    expect(form.restore({ draftId: 'd', body: '{"form":', savedAt: '' })).toBe(false);
    expect(form.store.getState().form.people[0]?.name).toBe('罗文辉');
  });
});
