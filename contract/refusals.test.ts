/** The law names its refusals as text; here the two are held together: no step may answer what its call does not list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainEvent } from '../domain/events/all.ts';
import { exampleContext, exampleRegistration, registeredEvent } from '../domain/example.ts';
import { BUREAU_ATTEMPTS, DESK_ATTEMPTS, exampleWalk } from '../domain/exampleSteps.ts';
import { decideRegistration } from '../domain/steps/registration.ts';
import { bureauContract } from './bureauConsole.ts';
import type { Contract } from './define.ts';
import { deskContract } from './deskContract.ts';

/** Answers that dispatch gives for every call. */
const COMMON = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-ready', 'internal'];

function listed(
  method: string,
  contract: Contract = method in BUREAU_ATTEMPTS ? bureauContract : deskContract,
) {
  const [group = '', name = ''] = method.split('.');
  const call = contract[group]?.[name];
  if (!call) throw new Error(`no call ${method}`);
  return [...call.refusals, ...COMMON];
}

const beginning = fc.record({
  purpose: fc.constantFrom('CLAIM' as const, 'ACCUSE' as const),
  anonymous: fc.boolean(),
  accusedUnit: fc.constantFrom('', '交通局'),
});

describe('a case that people try everything on', () => {
  it('answers only refusals that the call lists, and every event is of its shape', () => {
    const done = new Set<string>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(beginning, fc.infiniteStream(fc.nat({ max: 999 })), (start, choices) => {
        const pick = (n: number) => (choices.next().value ?? 0) % n;
        for (const { method, answer } of exampleWalk(registeredEvent(start), pick, 80)) {
          if (!answer.ok) expect(listed(method), method).toContain(answer.refusal.code);
          else for (const event of answer.value) expect(DomainEvent.parse(event)).toEqual(event);
          (answer.ok ? done : refused).add(method);
        }
      }),
      // Always the same walks: a rare step is reached in all runs or in none.
      { numRuns: 1_000, seed: 20_261_125 },
    );
    // The walk must really get about; one that is stopped at the door would prove nothing.
    const all = [...Object.keys(DESK_ATTEMPTS), ...Object.keys(BUREAU_ATTEMPTS)].sort();
    expect([[...done].sort(), [...refused].sort()]).toEqual([all, all]);
  });

  it.each([
    ['received-in-future', { receivedOn: '2026-03-03' }],
    ['received-too-long-ago', { receivedOn: '2016-02-28' }],
    ['no-lead-petitioner', { petitioners: [{ name: '张德福', lead: false, representative: false }] }],
    ['fewer-present-than-named', { personsPresent: 1 }],
    ['unknown-category', { category: 'C0000' }],
    ['facts-missing', { facts: ' ', request: '' }],
  ] as const)('a registration is refused with %s, which the call lists', (code, wrong) => {
    const answer = decideRegistration(
      { ...exampleRegistration(), ...wrong } as never,
      'n',
      exampleContext('2026-03-02'),
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect(listed('registration.register')).toContain(code);
    expect(listed('cases.register', bureauContract)).toContain(code);
  });
});
