import type { LocalDate } from '../localDate.ts';
import type { RulePack } from './rulePack.ts';

/** Every clock of the catalogue that this program counts (DOMAIN 2.3); D06 is the extension within D05. */
export type DeadlineRule =
  | 'D02'
  | 'D03'
  | 'D04'
  | 'D05'
  | 'D07'
  | 'D08'
  | 'D09'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D15'
  | 'D17'
  | 'D18'
  | 'D21';

/** Who has to act, or whose right it is. */
export type OwedBy = 'unit' | 'petitioner' | 'bureau' | 'reviewer' | 'parties';

interface Length {
  /** Calendar days, working days, months, or a date that somebody fixed. */
  unit: 'days' | 'workdays' | 'months' | 'fixed';
  n: number;
}

export interface RuleText extends Length {
  name: string;
  article: string;
  owedBy: OwedBy;
  /** What happened on the start day, as the page shows it behind the date. */
  startFact: string;
  /** Counted by a machine elsewhere: the date never rolls over rest days. */
  unrolled?: true;
}

/** The regulation in force on a day: that of 2005 until 30 April 2022, that of 2022 since (scenario E). */
export const regulationOn = (date: LocalDate): '2005' | '2022' => (date < '2022-05-01' ? '2005' : '2022');

/** Articles of the regulation of 2005 for the clocks that it knew; the lengths are the same in both. */
const ARTICLES_2005: Partial<Record<DeadlineRule, string>> = {
  D02: '《信访条例》第二十二条',
  D03: '《信访条例》第二十二条',
  D05: '《信访条例》第三十三条',
  D07: '《信访条例》第三十四条',
  D08: '《信访条例》第三十四条',
  D09: '《信访条例》第三十五条',
  D10: '《信访条例》第三十五条',
  D11: '《信访条例》第二十一条',
};

/** The rule as it stood on the day of the triggering event. Numbers that no statute fixes come from the pack. */
export function deadlineRule(rule: DeadlineRule, start: LocalDate, pack: RulePack): RuleText {
  const text = { ...RULES[rule], ...packLength(rule, pack) };
  const old = regulationOn(start) === '2005' ? ARTICLES_2005[rule] : undefined;
  return old ? { ...text, article: old } : text;
}

/** The name of the duty, as lists and papers call it. */
export const deadlineName = (rule: DeadlineRule): string => RULES[rule].name;

function packLength(rule: DeadlineRule, pack: RulePack): Partial<Length> {
  switch (rule) {
    case 'D12':
      return { n: pack.simple.decideWorkdays };
    case 'D13':
      return { n: pack.simple.opinionWorkdays };
    case 'D17':
      return { n: pack.evaluationDays };
    case 'D18':
      return { n: pack.statisticalAcceptanceDays };
    default:
      return {};
  }
}

/** One row: name, article, who owes it, what starts it, length. */
const row = (
  name: string,
  article: string,
  owedBy: OwedBy,
  startFact: string,
  unit: Length['unit'],
  n: number,
): RuleText => ({ name, article, owedBy, startFact, unit, n });

const RULES: Readonly<Record<DeadlineRule, RuleText>> = {
  D02: row('书面告知（直接收到）', '《信访工作条例》第二十三条第二款', 'unit', '收到信访事项', 'days', 15),
  D03: row('书面告知（转送交办）', '《信访工作条例》第二十三条第三款', 'unit', '收到转送、交办', 'days', 15),
  D04: row('提出异议', '《信访工作条例》第二十三条第三款', 'unit', '收到转送、交办', 'workdays', 5),
  D05: row('办结', '《信访工作条例》第三十四条', 'unit', '受理', 'days', 60),
  D07: row('请求复查', '《信访工作条例》第三十五条', 'petitioner', '收到处理意见书', 'days', 30),
  D08: row('出具复查意见', '《信访工作条例》第三十五条', 'reviewer', '收到复查请求', 'days', 30),
  D09: row('请求复核', '《信访工作条例》第三十六条第一款', 'petitioner', '收到复查意见', 'days', 30),
  D10: row('出具复核意见', '《信访工作条例》第三十六条第一款', 'reviewer', '收到复核请求', 'days', 30),
  D11: row('报送办结报告', '《信访工作条例》第二十二条', 'unit', '交办', 'fixed', 0),
  D12: row('决定受理（简易办理）', '《信访事项简易办理办法》', 'unit', '收到信访事项', 'workdays', 3),
  D13: row('答复（简易办理）', '《信访事项简易办理办法》', 'unit', '受理', 'workdays', 10),
  D15: row('共同申请司法确认', '《人民调解法》第三十三条', 'parties', '调解协议生效', 'days', 30),
  D17: row(
    '满意度评价',
    '《信访事项办理群众满意度评价工作办法》',
    'petitioner',
    '收到处理意见书',
    'days',
    30,
  ),
  D18: {
    ...row('受理（统计口径）', '信访信息系统的统计口径', 'unit', '登记', 'days', 30),
    unrolled: true,
  },
  D21: row('履行职责或者答复', '《行政诉讼法》第四十七条', 'unit', '收到履行职责的申请', 'months', 2),
};
