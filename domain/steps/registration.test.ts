import { describe, expect, it } from 'vitest';
import type { Amendment, Registration } from '../events/registration.ts';
import {
  assignedEvent,
  caseAfter,
  exampleContext,
  exampleRegistration,
  OTHER_TOWN,
  registeredEvent,
  TOWN,
} from '../example.ts';
import { concluded } from '../exampleFacts.ts';
import { decideAmendment, decideRegistration } from './registration.ts';

const here = exampleContext('2026-03-02');
const person = (name: string, lead = false, representative = false) => ({ name, lead, representative });
const answerOf = (answer: ReturnType<typeof decideRegistration>) =>
  answer.ok ? 'done' : [answer.refusal.code, ...(answer.refusal.field ? [answer.refusal.field] : [])];
const register = (changes: Partial<Registration>) =>
  decideRegistration(exampleRegistration(changes), '441481104-20260302-A0001-K', here);

describe('registering', () => {
  it('makes the fact with the number, in the unit’s name', () => {
    expect(register({})).toEqual({ ok: true, value: [registeredEvent()] });
  });

  it('X07: a sixth representative is refused with the article; as a person present he is welcome', () => {
    const nine = Array.from({ length: 9 }, (_, i) => person(`村民${i + 1}`, i === 0, i < 6));
    expect(register({ petitioners: nine, personsPresent: 9 })).toEqual({
      ok: false,
      refusal: {
        code: 'too-many-representatives',
        field: 'petitioners',
        article: '《信访工作条例》第二十条第三款',
      },
    });
    const five = nine.map((one, i) => ({ ...one, representative: i < 5 }));
    expect(answerOf(register({ petitioners: five, personsPresent: 40 }))).toBe('done');
    expect(
      answerOf(
        register({ petitioners: five.map((p) => ({ ...p, representative: false })), personsPresent: 9 }),
      ),
    ).toBe('done');
  });

  it.each([
    ['received tomorrow', { receivedOn: '2026-03-03' }, ['received-in-future', 'receivedOn']],
    ['received ten years ago', { receivedOn: '2016-03-01' }, 'done'],
    ['received earlier than that', { receivedOn: '2016-02-29' }, ['received-too-long-ago', 'receivedOn']],
    ['nobody in the lead', { petitioners: [person('张德福')] }, ['no-lead-petitioner', 'petitioners']],
    [
      'two in the lead',
      { petitioners: [person('张', true), person('李', true)] },
      ['no-lead-petitioner', 'petitioners'],
    ],
    ['fewer present than named', { personsPresent: 1 }, ['fewer-present-than-named', 'personsPresent']],
    ['a category that nobody knows', { category: 'C0199' }, ['unknown-category', 'category']],
    ['blank facts and request', { facts: ' \n', request: '　' }, ['facts-missing', 'facts']],
    ['a request only', { facts: '' }, 'done'],
    [
      'somebody not born yet',
      { petitioners: [person('张', true), { ...person('李'), birthDate: '2026-03-03' }] },
      ['birth-date-in-future', 'petitioners.1.birthDate'],
    ],
    ['no identity number at all', { petitioners: [person('张德福', true)] }, 'done'],
    ['no name and no address', { anonymous: true, addressUnclear: true }, 'done'],
  ])('%s: %j', (_name, changes, expected) => {
    expect(answerOf(register(changes))).toEqual(expected);
  });
});

describe('correcting', () => {
  const amend = (changes: Amendment, state = caseAfter(registeredEvent()), unit = TOWN) =>
    decideAmendment(state, changes, '笔误', { ...here, unit });

  it('records only what really changed, with the reason', () => {
    const same = exampleRegistration();
    const changes = { title: '新事由', facts: same.facts, petitioners: same.petitioners, request: undefined };
    expect(amend(changes)).toEqual({
      ok: true,
      value: [{ type: 'registration-amended', body: { changes: { title: '新事由' }, reason: '笔误' } }],
    });
  });

  it.each([
    ['nothing', {}, ['nothing-changed']],
    ['the same again', { title: exampleRegistration().title }, ['nothing-changed']],
    [
      'a birth date in the future',
      { petitioners: [{ ...person('张德福', true), birthDate: '2062-03-03' }] },
      ['birth-date-in-future', 'petitioners.0.birthDate'],
    ],
    ['an unknown category', { category: 'X' }, ['unknown-category', 'category']],
    ['nobody in the lead', { petitioners: [person('张')] }, ['no-lead-petitioner', 'petitioners']],
    ['too few present', { personsPresent: 1 }, ['fewer-present-than-named', 'personsPresent']],
    ['everything blank', { facts: '', request: '' }, ['facts-missing', 'facts']],
  ])('%s is refused', (_name, changes, expected) => {
    expect(answerOf(amend(changes))).toEqual(expected);
  });

  it('not when it is concluded, nor when it is elsewhere', () => {
    expect(answerOf(amend({ title: '新' }, caseAfter(registeredEvent(), concluded)))).toEqual(['concluded']);
    const away = caseAfter(registeredEvent(), assignedEvent({ to: OTHER_TOWN }));
    expect(answerOf(amend({ title: '新' }, away))).toEqual(['not-ours']);
    expect(answerOf(amend({ title: '新' }, away, OTHER_TOWN))).toBe('done');
  });
});
