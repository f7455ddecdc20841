import type { CaseStatus, Urgency } from '../../contract/case.ts';
import type { Channel } from '../../domain/codes/channel.ts';
import type { Purpose } from '../../domain/codes/purpose.ts';
import type { Role } from '../../domain/person.ts';

export const roleWords: Record<Role, string> = {
  clerk: '接待员',
  mediator: '人民调解员',
  leader: '领导',
  administrator: '管理员',
};

/** What each role does, in one line, for choosing. */
export const roleHints: Record<Role, string> = {
  clerk: '登记、告知、办理、打印文书',
  mediator: '受理调解、记录、制作协议书',
  leader: '接访、审批延期、签发意见',
  administrator: '管理账户、单位资料和接入',
};

/** Where a case stands (DOMAIN 5.5), one word for lists and pages. */
export const statusWords: Record<CaseStatus, string> = {
  registered: '已登记',
  noticed: '已告知',
  'await-sign': '待签收',
  signed: '已签收待办理',
  'objection-pending': '异议待答复',
  returned: '已交还',
  accepted: '已受理',
  mediating: '调解中',
  'extension-requested': '延期待批',
  extended: '已延期',
  'opinion-issued': '待送达',
  delivered: '已送达',
  'transferred-out': '已转送',
  concluded: '已办结',
  rejected: '不予受理',
  'no-more': '不再受理',
  terminated: '已终结',
  void: '已作废',
  merged: '已并案',
  split: '已拆分',
  supplement: '待补充材料',
  'in-review': '复查中',
  'in-reexamination': '复核中',
};

export const urgencyWords: Record<Urgency, string> = {
  green: '正常',
  yellow: '临近',
  orange: '紧急',
  red: '即将到期',
  black: '已逾期',
};

/** How far a due date is, in words that need no colour. */
export function daysWords(daysLeft: number, urgency?: Urgency): string {
  // The day fell on a rest day: by law it is not past before the next working day is.
  if (daysLeft < 0 && urgency && urgency !== 'black') return '休息日顺延';
  if (daysLeft > 0) return `剩余 ${daysLeft} 天`;
  return daysLeft === 0 ? '今日到期' : `逾期 ${-daysLeft} 天`;
}

/** 信访形式 in the order of the digits that choose them (DOMAIN 5.1). */
export const channelWords: Record<Channel, string> = {
  VISIT: '来访',
  LETTER: '来信',
  CALL: '来电',
  NET: '网上信访',
  HOTLINE_12345: '12345',
  LEADER_RECEPTION: '领导接访',
  DOWN_VISIT: '下访约访',
  FAX: '传真',
  OTHER: '其他',
};

/** 信访目的 in the order of the digits that choose them, most usual first (DOMAIN 5.2). */
export const purposeWords: Record<Purpose, { label: string; initials: string }> = {
  CLAIM: { label: '求决', initials: 'qj' },
  APPEAL: { label: '申诉', initials: 'ss' },
  SUGGEST: { label: '意见建议', initials: 'yjjy' },
  ACCUSE: { label: '检举控告', initials: 'jjkg' },
  ENQUIRY: { label: '咨询', initials: 'zx' },
  THANKS: { label: '表达感谢', initials: 'bdgx' },
  OTHER: { label: '其他', initials: 'qt' },
};
