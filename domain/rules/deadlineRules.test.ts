/** The ruleset of the day on which something happened, the seven traps of working days, and what a new notice changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, builtInCalendar as calendar } from '../calendar.ts';
import { clocksOf } from '../clocks.ts';
import { deadline } from '../deadline.ts';
import type { DomainEvent } from '../events/all.ts';
import { assignedEvent, caseAfter, registeredEvent } from '../example.ts';
import { acceptedOn } from '../exampleFacts.ts';
import { addDays } from '../localDate.ts';
import { type DeadlineRule, deadlineName, regulationOn } from './deadlineRules.ts';

const signed = (signedOn: string): DomainEvent => ({
  type: 'assignment-signed',
  body: { assignmentId: 'assignment-1', signedOn },
});

describe('scenario E: the ruleset of the triggering event', () => {
  it('changes on 1 May 2022', () => {
    expect(['2022-04-30', '2022-05-01'].map(regulationOn)).toEqual(['2005', '2022']);
  });

  it('a receipt of April stands on the old articles, an acceptance of May on the new, alike in length', () => {
    const state = caseAfter(registeredEvent({ receivedOn: '2022-04-20' }), acceptedOn('2022-05-05'));
    const clocks = clocksOf(state, { today: '2022-05-06', calendar });
    expect(clocks.map(({ rule, article, dueRaw }) => [rule, article, dueRaw])).toEqual([
      ['D02', '《信访条例》第二十二条', '2022-05-05'],
      ['D05', '《信访工作条例》第三十四条', '2022-07-04'],
    ]);
  });

  it.each([
    ['2022-04-29', ['D02', 'D03', 'D11']],
    ['2022-05-05', ['D02', 'D03', 'D04', 'D11']],
  ])('sent down and signed for on %s: the objection has a period only under the new one', (day, rules) => {
    const state = caseAfter(
      registeredEvent({ receivedOn: '2022-04-20' }),
      assignedEvent({ assignedOn: day, reportDue: '2022-06-01' }),
      signed(day),
    );
    expect(clocksOf(state, { today: day, calendar }).map((clock) => clock.rule)).toEqual(rules);
  });
});

describe('the seven traps of five working days', () => {
  // As the State Council had it before the notice of 27 January 2020 prolonged the festival.
  const before: Calendar = {
    version: 'first notice of 2020',
    years: {
      ...calendar.years,
      2020: {
        off: ['24', '25', '26', '27', '28', '29', '30'].map((day) => `2020-01-${day}`),
        worked: ['2020-01-19', '2020-02-01'],
      },
    },
  };

  it.each([
    ['make-up Sunday 26 January', '2025-01-24', '2025-02-07', '2025-01-31', calendar],
    ['make-up Saturday 11 October', '2025-09-29', '2025-10-13', '2025-10-06', calendar],
    ['make-up Saturday 14 February', '2026-02-13', '2026-02-27', '2026-02-20', calendar],
    ['make-up Saturday 9 May', '2026-04-30', '2026-05-11', '2026-05-07', calendar],
    [
      'make-up Sunday 20 September: a guess would be late',
      '2026-09-18',
      '2026-09-24',
      '2026-09-25',
      calendar,
    ],
    ['make-up Saturday 10 October', '2026-09-30', '2026-10-13', '2026-10-07', calendar],
    ['the first notice of 2020', '2020-01-23', '2020-02-05', '2020-01-30', before],
    ['the notice that came while the case was open', '2020-01-23', '2020-02-07', '2020-01-30', calendar],
  ])('%s', (_trap, start, due, guess, by) => {
    const found = deadline({ rule: 'D04', start, calendar: by });
    expect([found.dueRaw, found.dueLegal, found.calendarVersion]).toEqual([due, due, by.version]);
    expect(found.dueLegal).not.toBe(guess);
  });

  it.each([
    ['15 days', 'D02', '2026-09-18', '2026-10-03', '2026-10-08'],
    ['60 days', 'D05', '2026-09-30', '2026-11-29', '2026-11-30'],
  ] as const)('calendar days roll to a working day: %s', (_what, rule, start, raw, legal) => {
    const found = deadline({ rule, start, calendar });
    expect([found.dueRaw, found.dueLegal]).toEqual([raw, legal]);
  });

  it('in 2026, 117 of the 365 days of receipt have their 15th day on a day off', () => {
    const days = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
    const rolled = days.filter((start) => {
      const { dueRaw, dueLegal } = deadline({ rule: 'D02', start, calendar });
      return dueRaw !== dueLegal;
    });
    // 116 by the published notices, and New Year's Day 2027, whose notice is still to come.
    expect(rolled.length).toBe(117);
  });
});

describe('every rule', () => {
  const RULES: readonly DeadlineRule[] = [
    ...(['D02', 'D03', 'D04', 'D05', 'D07', 'D08', 'D09', 'D10'] as const),
    ...(['D12', 'D13', 'D17', 'D18', 'D21'] as const),
  ];
  const start = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2008-01-01', days));

  it('has a name, ends after it began, never before the raw day, and later for a later start', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), start, fc.integer({ min: 1, max: 40 }), (rule, from, later) => {
        const found = deadline({ rule, start: from, calendar });
        expect(deadlineName(rule)).not.toBe('');
        expect(from < found.dueRaw && found.dueRaw <= found.dueLegal).toBe(true);
        const next = deadline({ rule, start: addDays(from, later), calendar });
        expect(next.dueRaw >= found.dueRaw && next.dueLegal >= found.dueLegal).toBe(true);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])(
    'a hearing of %d days throws, and so does one outside the 复核',
    (hearingDays) => {
      const input = { start: '2026-03-02', calendar };
      expect(() => deadline({ ...input, rule: 'D10', hearingDays })).toThrow(RangeError);
      expect(() => deadline({ ...input, rule: 'D08', hearingDays: 1 })).toThrow(
        'D08 has no 1 days of hearing',
      );
    },
  );
});
