import { addWorkdays, type Calendar, isProvisional, isWorkday, rollForward } from './calendar.ts';
import { addDays, addHours, addMonths, daysBetween, formatChineseDate, type LocalDate } from './localDate.ts';
import { type DeadlineRule, deadlineRule, type OwedBy, type RuleText } from './rules/deadlineRules.ts';
import { builtInRulePack, type RulePack } from './rules/rulePack.ts';

/** A counted date with its three values (DOMAIN 2.2) and its working. */
export interface Deadline {
  rule: DeadlineRule;
  name: string;
  article: string;
  owedBy: OwedBy;
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
  /** D10: whole days of a hearing, which the period does not count (Art.36 ¶2). */
  hearingDays?: number;
  /** D11: the date that the sender named; D21: the last day by the law that governs the duty. */
  fixedDue?: LocalDate;
  /** D21: that law, as it stands behind the date. */
  fixedBy?: string;
  /** Numbers that no statute fixes; national practice unless a province has its own. */
  pack?: RulePack;
}

/**
 * Counts one deadline. Throws RangeError for what no caller may ask: an extension outside 1 to 30 days or of another
 * rule than D05 (Art.34), hearing days outside D10, a fixed rule without its date.
 */
export function deadline(input: DeadlineInput): Deadline {
  const rule = ruleOf(input);
  const extra = checkedExtension(input) + checkedHearing(input);
  const dueRaw = rawEnd(rule, rule.n + extra, input);
  const rolls = (rule.unit === 'days' || rule.unit === 'months') && !rule.unrolled;
  const dueLegal = rolls ? rollForward(input.calendar, dueRaw) : dueRaw;
  const { name, article, owedBy, startFact } = rule;
  return {
    ...{ rule: input.rule, name, article, owedBy, start: input.start, startFact, dueRaw, dueLegal },
    dueSystem: systemEnd(rule, dueRaw, input),
    provisional: rule.unit !== 'fixed' && !rule.unrolled && isProvisional(input.calendar, dueLegal),
    calendarVersion: input.calendar.version,
    working: workingOf(rule, dueRaw, dueLegal, input),
  };
}

/** A law that governs the duty itself takes the place of the two months (行政诉讼法 Art.47). */
function ruleOf({ rule, start, fixedDue, fixedBy, pack = builtInRulePack }: DeadlineInput): RuleText {
  const text = deadlineRule(rule, start, pack);
  return rule === 'D21' && fixedDue ? { ...text, unit: 'fixed', article: fixedBy ?? text.article } : text;
}

function checkedHearing({ rule, hearingDays = 0 }: DeadlineInput): number {
  const allowed = rule === 'D10' && Number.isInteger(hearingDays) && hearingDays >= 0;
  if (hearingDays !== 0 && !allowed) throw new RangeError(`${rule} has no ${hearingDays} days of hearing`);
  return hearingDays;
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
  length: number,
  { start, calendar, fixedDue, rule: id }: DeadlineInput,
): LocalDate {
  if (rule.unit === 'days') return addDays(start, length);
  if (rule.unit === 'months') return addMonths(start, length);
  if (rule.unit === 'workdays') return addWorkdays(calendar, start, length);
  if (!fixedDue) throw new RangeError(`${id} ends on a date that somebody names`);
  return fixedDue;
}

/** Working days and months end at the same time of day too: the dashboard knows hours, not office days. */
function systemEnd(rule: RuleText, dueRaw: LocalDate, { start, startedAt }: DeadlineInput): string {
  const from = startedAt ?? `${start}T00:00:00+08:00`;
  if (rule.unit === 'fixed') return `${dueRaw}T23:59:59+08:00`;
  return addHours(from, 24 * daysBetween(start, dueRaw));
}

function workingOf(rule: RuleText, dueRaw: LocalDate, dueLegal: LocalDate, input: DeadlineInput): string[] {
  const { start, calendar } = input;
  const begins = `${formatChineseDate(start)}${rule.startFact}，当日不计入`;
  switch (rule.unit) {
    case 'fixed':
      return [fixedLine(rule, dueRaw, input)];
    case 'workdays':
      return [`${begins}。`, ...workdayLines(calendar, start, rule.n)];
    case 'months':
      return [
        `${begins}。`,
        `${rule.n}个月期满为${formatChineseDate(dueRaw)}（《民法典》第二百零二条）。`,
        rollLine(rule, dueRaw, dueLegal),
      ];
    case 'days':
      return [
        `${begins}，${formatChineseDate(addDays(start, 1))}为第1日。`,
        `第${rule.n}日为${formatChineseDate(addDays(start, rule.n))}。`,
        ...addedLines(rule, dueRaw, input),
        rollLine(rule, dueRaw, dueLegal),
      ];
  }
}

const fixedLine = (rule: RuleText, dueRaw: LocalDate, { rule: id }: DeadlineInput): string =>
  id === 'D11'
    ? `交办时指定${formatChineseDate(dueRaw)}前报送，不顺延。`
    : `依照${rule.article}，应于${formatChineseDate(dueRaw)}前履行或者答复。`;

/** Days of an extension or of a hearing, which come after the length itself. */
function addedLines(rule: RuleText, dueRaw: LocalDate, input: DeadlineInput): string[] {
  const { extensionDays = 0, hearingDays = 0 } = input;
  const raw = formatChineseDate(dueRaw);
  if (extensionDays > 0) return [`经批准延长${extensionDays}日，从第${rule.n}日起连续计算，至${raw}。`];
  return hearingDays > 0
    ? [`听证所需${hearingDays}日不计算在内，至${raw}（《信访工作条例》第三十六条第二款）。`]
    : [];
}

function rollLine(rule: RuleText, dueRaw: LocalDate, dueLegal: LocalDate): string {
  const raw = formatChineseDate(dueRaw);
  if (rule.unrolled) return `${raw}，统计口径不顺延。`;
  return dueLegal === dueRaw
    ? `${raw}是工作日，不顺延。`
    : `${raw}是休息日，顺延至${formatChineseDate(dueLegal)}（《民法典》第二百零三条）。`;
}

/** Names each counted working day, since declared weekends are what people doubt. */
function workdayLines(calendar: Calendar, start: LocalDate, n: number): string[] {
  const counted: string[] = [];
  for (let day = addDays(start, 1); counted.length < n; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) counted.push(formatChineseDate(day));
  }
  return [`计入的工作日：${counted.join('、')}。`, `第${n}个工作日为${counted.at(-1)}。`];
}

/**
 * Calendar days to the raw date, negative while the rest days after it last; once the legal date is past, days since that
 * one: nobody is late by a day on which nothing was owed.
 */
export const daysLeftUntil = (dueRaw: LocalDate, dueLegal: LocalDate, today: LocalDate): number =>
  daysBetween(today, today > dueLegal ? dueLegal : dueRaw);

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
