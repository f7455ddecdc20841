import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from './calendar.ts';
import { type DeadlineInput, daysLeftUntil, deadline, urgency } from './deadline.ts';
import { addDays, daysBetween } from './localDate.ts';
import type { DeadlineRule } from './rules/deadlineRules.ts';

describe('one deadline and its working', () => {
  it('N02: the 15 days of a notice roll over Spring Festival to a declared working Sunday', () => {
    const found = deadline({
      rule: 'D02',
      start: '2024-01-26',
      startedAt: '2024-01-26T10:30:00+08:00',
      calendar,
    });
    expect(found).toEqual({
      rule: 'D02',
      name: '书面告知（直接收到）',
      article: '《信访工作条例》第二十三条第二款',
      owedBy: 'unit',
      start: '2024-01-26',
      startFact: '收到信访事项',
      dueRaw: '2024-02-10',
      dueLegal: '2024-02-18',
      dueSystem: '2024-02-10T10:30:00+08:00',
      provisional: false,
      calendarVersion: calendar.version,
      working: [
        '2024年1月26日收到信访事项，当日不计入，2024年1月27日为第1日。',
        '第15日为2024年2月10日。',
        '2024年2月10日是休息日，顺延至2024年2月18日（《民法典》第二百零三条）。',
      ],
    });
  });

  it('O05: the working days of an objection are named one by one', () => {
    const found = deadline({
      rule: 'D04',
      start: '2026-02-12',
      startedAt: '2026-02-12T16:00:00+08:00',
      calendar,
    });
    expect([found.dueRaw, found.dueLegal, found.dueSystem]).toEqual([
      '2026-02-26',
      '2026-02-26',
      '2026-02-26T16:00:00+08:00',
    ]);
    expect(found.working).toEqual([
      '2026年2月12日收到转送、交办，当日不计入。',
      '计入的工作日：2026年2月13日、2026年2月14日、2026年2月24日、2026年2月25日、2026年2月26日。',
      '第5个工作日为2026年2月26日。',
    ]);
  });

  it('E02: an extension counts on from the raw 60th day and is rolled once', () => {
    const found = deadline({ rule: 'D05', start: '2024-08-05', extensionDays: 30, calendar });
    expect([found.dueRaw, found.dueLegal, found.dueSystem]).toEqual([
      '2024-11-03',
      '2024-11-04',
      '2024-11-03T00:00:00+08:00',
    ]);
    expect(found.working).toEqual([
      '2024年8月5日受理，当日不计入，2024年8月6日为第1日。',
      '第60日为2024年10月4日。',
      '经批准延长30日，从第60日起连续计算，至2024年11月3日。',
      '2024年11月3日是休息日，顺延至2024年11月4日（《民法典》第二百零三条）。',
    ]);
  });

  it('D: the date of an order is fixed and never rolls, even on a Sunday', () => {
    const found = deadline({ rule: 'D11', start: '2026-05-15', fixedDue: '2026-06-14', calendar });
    expect({ ...found, working: found.working }).toMatchObject({
      dueRaw: '2026-06-14',
      dueLegal: '2026-06-14',
      dueSystem: '2026-06-14T23:59:59+08:00',
      provisional: false,
      working: ['交办时指定2026年6月14日前报送，不顺延。'],
    });
  });

  it.each([
    ['X01', { rule: 'D04', start: '2026-12-30', calendar }, '2027-01-07'],
    ['X02', { rule: 'D05', start: '2026-11-20', calendar }, '2027-01-19'],
  ] satisfies [string, DeadlineInput, string][])(
    '%s: a date in a year without notice is provisional',
    (_id, input, due) => {
      const { dueRaw, dueLegal, provisional } = deadline(input);
      expect({ dueRaw, dueLegal, provisional }).toEqual({ dueRaw: due, dueLegal: due, provisional: true });
    },
  );
});

describe('what no caller may ask', () => {
  it.each([31, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'X05: an extension of %d days throws',
    (extensionDays) => {
      expect(() => deadline({ rule: 'D05', start: '2026-03-02', extensionDays, calendar })).toThrow(
        RangeError,
      );
    },
  );

  it.each(['D02', 'D03', 'D04', 'D11'] satisfies DeadlineRule[])('%s is not extended by anybody', (rule) => {
    const input = { rule, start: '2026-03-02', fixedDue: '2026-04-01', extensionDays: 1, calendar };
    expect(() => deadline(input)).toThrow(`${rule} cannot be extended`);
  });

  it('a fixed clock without its date throws', () => {
    expect(() => deadline({ rule: 'D11', start: '2026-03-02', calendar })).toThrow('D11 ends on a date');
  });
});

describe('properties', () => {
  const input = fc.record({
    rule: fc.constantFrom<DeadlineRule>('D02', 'D03', 'D04', 'D05'),
    start: fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2008-01-01', days)),
    hour: fc.integer({ min: 0, max: 23 }).map((h) => String(h).padStart(2, '0')),
  });

  it('the three values stand in order: the dashboard’s day, the raw day, the legal day', () => {
    fc.assert(
      fc.property(input, ({ rule, start, hour }) => {
        const found = deadline({ rule, start, startedAt: `${start}T${hour}:30:00+08:00`, calendar });
        expect(found.dueSystem).toBe(`${found.dueRaw}T${hour}:30:00+08:00`);
        expect(found.start < found.dueRaw && found.dueRaw <= found.dueLegal).toBe(true);
        expect(found.working.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('each day of extension moves the raw date by one', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 30 }), ({ start }, days) => {
        const plain = deadline({ rule: 'D05', start, calendar });
        const extended = deadline({ rule: 'D05', start, calendar, extensionDays: days });
        expect(daysBetween(plain.dueRaw, extended.dueRaw)).toBe(days);
      }),
    );
  });
});

describe('the warning ladder', () => {
  it('counts days to the raw date, over the rest days after it, and then from the legal one', () => {
    const days = ['2026-06-04', '2026-06-06', '2026-06-07', '2026-06-08', '2026-06-09', '2026-06-10'];
    expect(days.map((today) => daysLeftUntil('2026-06-06', '2026-06-08', today))).toEqual([
      ...[2, 0, -1, -2, -1, -2],
    ]);
  });

  // Raw date a Saturday, legal date the Monday after.
  it.each([
    ['2026-05-31', 'green'],
    ['2026-06-01', 'yellow'],
    ['2026-06-03', 'yellow'],
    ['2026-06-04', 'orange'],
    ['2026-06-05', 'orange'],
    ['2026-06-06', 'red'],
    ['2026-06-08', 'red'],
    ['2026-06-09', 'black'],
  ])('on %s it is %s', (today, colour) => {
    expect(urgency('2026-06-06', '2026-06-08', today)).toBe(colour);
  });
});
