import { addWorkdays, type Calendar, isProvisional, isWorkday, rollForward } from './calendar.ts';
import {
  addDays,
  addHours,
  beijingTime,
  daysBetween,
  formatChineseDate,
  type LocalDate,
} from './localDate.ts';

/** Days in the six-part catalogue of clocks that this program counts (DOMAIN 2.3); D06 is the extension within D05. */
export type DeadlineRule = 'D02' | 'D03' | 'D04' | 'D05' | 'D11';

interface Length {
  /** Calendar days, working days, or a date that somebody fixed. */
  unit: 'days' | 'workdays' | 'fixed';
  n: number;
}

interface RuleText extends Length {
  name: string;
  article: string;
  owedBy: 'unit' | 'petitioner' | 'bureau';
  /** What happened on the start day, as the page shows it behind the date. */
  startFact: string;
}

const RULES: Readonly<Record<DeadlineRule, RuleText>> = {
  D02: {
    name: '书面告知（直接收到）',
    article: '《信访工作条例》第二十三条第二款',
    owedBy: 'unit',
    startFact: '收到信访事项',
    unit: 'days',
    n: 15,
  },
  D03: {
    name: '书面告知（转送交办）',
    article: '《信访工作条例》第二十三条第三款',
    owedBy: 'unit',
    startFact: '收到转送、交办',
    unit: 'days',
    n: 15,
  },
  D04: {
    name: '提出异议',
    article: '《信访工作条例》第二十三条第三款',
    owedBy: 'unit',
    startFact: '收到转送、交办',
    unit: 'workdays',
    n: 5,
  },
  D05: {
    name: '办结',
    article: '《信访工作条例》第三十四条',
    owedBy: 'unit',
    startFact: '受理',
    unit: 'days',
    n: 60,
  },
  D11: {
    name: '报送办结报告',
    article: '《信访工作条例》第二十二条',
    owedBy: 'unit',
    startFact: '交办',
    unit: 'fixed',
    n: 0,
  },
};

/** The name of the duty, as lists and papers call it. */
export const deadlineName = (rule: DeadlineRule): string => RULES[rule].name;

/** A counted date with its three values (DOMAIN 2.2) and its working. */
export interface Deadline {
  rule: DeadlineRule;
  name: string;
  article: string;
  owedBy: 'unit' | 'petitioner' | 'bureau';
  start: LocalDate;
  startFact: string;
  /** Start date plus the length, no roll: the clerk's target. */
  dueRaw: LocalDate;
  /** Rolled over rest days (民法典 Art.203): decides "legally overdue". */
  dueLegal: LocalDate;
  /** Start instant plus n × 24 h, no roll: what the bureau's dashboard shows. */
  dueSystem: string;
  /** A year without a published notice was counted by the statutory days; it may still change. */
  provisional: boolean;
  calendarVersion: string;
  working: string[];
}

export interface DeadlineInput {
  rule: DeadlineRule;
  start: LocalDate;
  calendar: Calendar;
  /** Instant of the start event where it is known; else the start of its day. */
  startedAt?: string;
  /** D06: whole days added to the raw end, at most 30. */
  extensionDays?: number;
  /** D11: the date that the sender named. */
  fixedDue?: LocalDate;
}

/**
 * Counts one deadline. Throws RangeError for what no caller may ask: an extension outside 1 to 30 days or of another
 * rule than D05 (Art.34), a fixed rule without its date.
 */
export function deadline(input: DeadlineInput): Deadline {
  const rule = RULES[input.rule];
  const extra = checkedExtension(input);
  const days = rule.n + extra;
  const dueRaw = rawEnd(rule, days, input);
  const dueLegal = rule.unit === 'days' ? rollForward(input.calendar, dueRaw) : dueRaw;
  const { name, article, owedBy, startFact } = rule;
  return {
    ...{ rule: input.rule, name, article, owedBy, start: input.start, startFact, dueRaw, dueLegal },
    dueSystem: systemEnd(rule, days, dueRaw, input),
    provisional: rule.unit !== 'fixed' && isProvisional(input.calendar, dueLegal),
    calendarVersion: input.calendar.version,
    working: workingOf(rule, extra, dueRaw, dueLegal, input),
  };
}

function checkedExtension({ rule, extensionDays = 0 }: DeadlineInput): number {
  const allowed =
    rule === 'D05' && Number.isInteger(extensionDays) && extensionDays >= 0 && extensionDays <= 30;
  if (extensionDays !== 0 && !allowed)
    throw new RangeError(`${rule} cannot be extended by ${extensionDays} days`);
  return extensionDays;
}

function rawEnd(
  rule: RuleText,
  days: number,
  { start, calendar, fixedDue, rule: id }: DeadlineInput,
): LocalDate {
  if (rule.unit === 'days') return addDays(start, days);
  if (rule.unit === 'workdays') return addWorkdays(calendar, start, days);
  if (!fixedDue) throw new RangeError(`${id} ends on a date that the sender names`);
  return fixedDue;
}

function systemEnd(
  rule: RuleText,
  days: number,
  dueRaw: LocalDate,
  { start, startedAt }: DeadlineInput,
): string {
  const from = startedAt ?? `${start}T00:00:00+08:00`;
  if (rule.unit === 'fixed') return `${dueRaw}T23:59:59+08:00`;
  // Working days end at the same time of day: the dashboard knows hours, not office days.
  return beijingTime(addHours(from, 24 * (rule.unit === 'days' ? days : daysBetween(start, dueRaw))));
}

function workingOf(
  rule: RuleText,
  extra: number,
  dueRaw: LocalDate,
  dueLegal: LocalDate,
  input: DeadlineInput,
): string[] {
  const { start, calendar } = input;
  const raw = formatChineseDate(dueRaw);
  if (rule.unit === 'fixed') return [`交办时指定${raw}前报送，不顺延。`];
  if (rule.unit === 'workdays') {
    return [
      `${formatChineseDate(start)}${rule.startFact}，当日不计入。`,
      ...workdayLines(calendar, start, rule.n),
    ];
  }
  return [
    `${formatChineseDate(start)}${rule.startFact}，当日不计入，${formatChineseDate(addDays(start, 1))}为第1日。`,
    `第${rule.n}日为${formatChineseDate(addDays(start, rule.n))}。`,
    ...(extra > 0 ? [`经批准延长${extra}日，从第${rule.n}日起连续计算，至${raw}。`] : []),
    dueLegal === dueRaw
      ? `${raw}是工作日，不顺延。`
      : `${raw}是休息日，顺延至${formatChineseDate(dueLegal)}（《民法典》第二百零三条）。`,
  ];
}

/** Names each counted working day, since declared weekends are what people doubt. */
function workdayLines(calendar: Calendar, start: LocalDate, n: number): string[] {
  const counted: string[] = [];
  for (let day = addDays(start, 1); counted.length < n; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) counted.push(formatChineseDate(day));
  }
  return [`计入的工作日：${counted.join('、')}。`, `第${n}个工作日为${counted.at(-1)}。`];
}

/** The ladder of DOMAIN 2.2, by days to the raw date; black once the legal date is past. */
export function urgency(
  dueRaw: LocalDate,
  dueLegal: LocalDate,
  today: LocalDate,
): 'green' | 'yellow' | 'orange' | 'red' | 'black' {
  if (today > dueLegal) return 'black';
  const left = daysBetween(today, dueRaw);
  if (left <= 0) return 'red';
  if (left <= 2) return 'orange';
  return left <= 5 ? 'yellow' : 'green';
}
