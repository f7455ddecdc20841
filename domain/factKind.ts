import type { EventType } from './events/all.ts';

/** What kind of fact it is, with nothing of its content: for people who look after the desk and not after petitions. */
export const FACT_KINDS: Readonly<Record<EventType, string>> = {
  'desk-started': '终端启用',
  'stream-enrolled': '终端接入',
  'petition-registered': '登记',
  'registration-amended': '更正登记',
  'note-added': '补记',
  'attachment-added': '添加附件',
  'notice-given': '书面告知',
  'petition-accepted': '受理',
  'petition-transferred-out': '转送',
  'extension-requested': '申请延期',
  'extension-approved': '批准延期',
  'extension-refused': '不批准延期',
  'opinion-issued': '出具处理意见书',
  'paper-served': '登记送达',
  'petition-concluded': '办结',
  'petition-assigned': '转送、交办',
  'assignment-signed': '签收',
  'objection-raised': '提出异议',
  'objection-decided': '答复异议',
  'assignment-reported': '报送办结报告',
  'mediation-opened': '受理调解',
  'mediation-session-held': '记录调解',
  'mediation-concluded': '结束调解',
};
