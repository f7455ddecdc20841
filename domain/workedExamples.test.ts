/** The worked examples of the rules, row by row: every computed due date and, for the clocks of this version, the clock itself. */
import { describe, expect, it } from 'vitest';
import { addWorkdays, builtInCalendar, isWorkday, rollForward } from './calendar.ts';
import { deadline } from './deadline.ts';
import { addDays, addMonths } from './localDate.ts';
import type { DeadlineRule } from './rules/deadlineRules.ts';

// id, rule, unit (C calendar days, W working days, M months), length, start, raw due date, legal due date
const TABLE = `
N01,D02,C,15,2024-01-10,2024-01-25,2024-01-25
N02,D02,C,15,2024-01-26,2024-02-10,2024-02-18
N03,D03,C,15,2025-01-20,2025-02-04,2025-02-05
N04,D02,C,15,2025-02-14,2025-03-01,2025-03-03
N05,D02,C,15,2026-01-03,2026-01-18,2026-01-19
N06,D02,C,15,2026-04-20,2026-05-05,2026-05-06
N07,D03,C,15,2026-01-30,2026-02-14,2026-02-14
N08,D02,C,15,2026-03-02,2026-03-17,2026-03-17
N09,D02,C,15,2024-09-15,2024-09-30,2024-09-30
N10,D03,C,15,2025-12-26,2026-01-10,2026-01-12
N11,D01,C,15,2025-12-22,2026-01-06,2026-01-06
N12,D02,C,15,2026-12-20,2027-01-04,2027-01-04
O01,D04,W,5,2024-02-05,2024-02-18,2024-02-18
O02,D04,W,5,2025-01-24,2025-02-07,2025-02-07
O03,D04,W,5,2025-09-25,2025-10-09,2025-10-09
O04,D04,W,5,2025-12-31,2026-01-08,2026-01-08
O05,D04,W,5,2026-02-12,2026-02-26,2026-02-26
O06,D04,W,5,2026-05-06,2026-05-12,2026-05-12
O07,D04,W,5,2026-09-30,2026-10-13,2026-10-13
O08,D04,W,5,2024-12-31,2025-01-08,2025-01-08
H01,D05,C,60,2024-02-01,2024-04-01,2024-04-01
H02,D05,C,60,2024-03-08,2024-05-07,2024-05-07
H03,D05,C,60,2024-03-04,2024-05-03,2024-05-06
H04,D05,C,60,2023-12-31,2024-02-29,2024-02-29
H05,D05,C,60,2024-12-31,2025-03-01,2025-03-03
H06,D05,C,60,2025-08-07,2025-10-06,2025-10-09
H07,D05,C,60,2025-12-18,2026-02-16,2026-02-24
H08,D05,C,60,2026-03-10,2026-05-09,2026-05-09
H09,D05,C,60,2026-04-07,2026-06-06,2026-06-08
H10,D05,C,60,2021-08-09,2021-10-08,2021-10-08
E01,D05+D06,C,90,2024-07-01,2024-09-29,2024-09-29
E02,D05+D06,C,90,2024-08-05,2024-11-03,2024-11-04
E03,D05+D06,C,90,2025-07-14,2025-10-12,2025-10-13
E04,D05+D06,C,90,2026-07-06,2026-10-04,2026-10-08
E05,D05+D06,C,75,2025-03-03,2025-05-17,2025-05-19
E06,D05+D06,C,90,2026-03-10,2026-06-08,2026-06-08
S01,D12,W,3,2024-09-11,2024-09-14,2024-09-14
S02,D12,W,3,2025-01-27,2025-02-07,2025-02-07
S03,D12,W,3,2026-09-18,2026-09-22,2026-09-22
S04,D12,W,3,2026-10-09,2026-10-13,2026-10-13
S05,D12,W,3,2024-04-30,2024-05-08,2024-05-08
S06,D13,W,10,2024-09-26,2024-10-15,2024-10-15
S07,D13,W,10,2025-04-25,2025-05-13,2025-05-13
S08,D13,W,10,2026-02-10,2026-03-02,2026-03-02
S09,D13,W,10,2026-09-21,2026-10-12,2026-10-12
S10,D14,W,1,2026-01-02,2026-01-04,2026-01-04
S11,D14,W,1,2026-02-13,2026-02-14,2026-02-14
R01,D07,C,30,2024-12-02,2025-01-01,2025-01-02
R02,D07,C,30,2026-09-01,2026-10-01,2026-10-08
R03,D07,C,30,2026-01-16,2026-02-15,2026-02-24
R04,D07,C,30,2024-08-15,2024-09-14,2024-09-14
R05,D08,C,30,2025-01-02,2025-02-01,2025-02-05
R06,D09,C,30,2026-06-19,2026-07-19,2026-07-20
R07,D10,C,30,2025-06-09,2025-07-09,2025-07-09
R08,D10,C,35,2025-06-09,2025-07-14,2025-07-14
R09,D10,C,32,2026-09-04,2026-10-06,2026-10-08
J01,D15,C,30,2025-09-05,2025-10-05,2025-10-09
J02,D15,C,30,2024-08-30,2024-09-29,2024-09-29
J03,D15,C,30,2025-03-31,2025-04-30,2025-04-30
V01,D17,C,30,2025-05-20,2025-06-19,2025-06-19
K01,D18,C,30,2025-03-03,2025-04-02,2025-04-02
M01,D21,M,2,2025-12-31,2026-02-28,2026-02-28
M02,D21,M,2,2025-11-30,2026-01-30,2026-01-30
M03,D16,M,1,2026-01-31,2026-02-28,2026-02-28
M04,D21,M,2,2026-08-15,2026-10-15,2026-10-15
M05,D21,M,2,2025-08-04,2025-10-04,2025-10-09
`;

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', rule = '', unit = '', n = '', start = '', raw = '', legal = ''] = line.split(',');
    return { id, rule, unit, n: Number(n), start, raw, legal };
  });
const named = rows.map((row): [string, (typeof rows)[number]] => [`${row.id} ${row.rule}`, row]);

it('all 66 examples are here', () => {
  expect(new Set(rows.map((row) => row.id)).size).toBe(66);
});

describe('the arithmetic of days, working days and months', () => {
  const raw = {
    C: addDays,
    M: addMonths,
    W: (start: string, n: number) => addWorkdays(builtInCalendar, start, n),
  };

  it.each(named)('%s', (_name, { unit, n, start, raw: rawDue, legal }) => {
    const due = raw[unit as keyof typeof raw](start, n);
    expect({ raw: due, legal: rollForward(builtInCalendar, due) }).toEqual({ raw: rawDue, legal });
    expect(isWorkday(builtInCalendar, legal)).toBe(true);
  });
});

describe('the clocks that this version counts', () => {
  // D01 and D14 are the bureau's, D15 and D16 the mediation's.
  const counted = named.filter(([, { rule }]) => !/^D(01|14|15|16)$/.test(rule));

  it('are nearly the whole table', () => {
    expect(counted.length).toBe(59);
  });

  it.each(counted)('%s', (_name, row) => {
    const rule = row.rule.slice(0, 3) as DeadlineRule;
    const found = deadline({
      ...{ rule, start: row.start, calendar: builtInCalendar },
      ...(row.rule === 'D05+D06' && { extensionDays: row.n - 60 }),
      ...(rule === 'D10' && { hearingDays: row.n - 30 }),
    });
    const { start, dueRaw, dueLegal, provisional } = found;
    expect({ start, dueRaw, dueLegal, provisional }).toEqual({
      start: row.start,
      dueRaw: row.raw,
      dueLegal: row.legal,
      provisional: row.legal > '2027',
    });
  });
});
