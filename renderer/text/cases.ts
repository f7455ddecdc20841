import type { ParsedInputOf } from '../../contract/define.ts';
import type { DeskContract } from '../../contract/deskContract.ts';

type Filter = ParsedInputOf<DeskContract['cases']['list']>;

/** Words of the case list. */
export const casesText = {
  count: (total: number, filtered: boolean) => (filtered ? `符合条件的 ${total} 件` : `共 ${total} 件`),
  searching: '正在查询…',
  grid: '信访件列表',
  filters: '筛选条件',
  search: '查找(F3)',
  searchHint: '姓名、首字母、编号、号码尾数或事由',
  status: '状态',
  channel: '形式',
  any: '不限',
  due: '期限',
  custody: '办理单位',
  receivedFrom: '收到日期从',
  receivedTo: '到',
  sort: '排列',
  clear: '清除条件',
  register: '登记(F2)',
  dues: {
    any: '不限',
    overdue: '已逾期',
    today: '今日到期',
    week: '七日内到期',
  } satisfies Record<Filter['due'], string>,
  custodies: {
    any: '不限',
    ours: '本单位办理',
    elsewhere: '其他单位办理',
  } satisfies Record<Filter['custody'], string>,
  sorts: {
    received: '按收到日期',
    due: '按期限先后',
    number: '按编号',
  } satisfies Record<Filter['sort'], string>,
  columns: {
    received: '收到日期',
    number: '编号',
    channel: '形式',
    lead: '信访人',
    title: '事由',
    place: '问题属地',
    status: '状态',
    due: '期限',
    sync: '上报',
  },
  andOthers: (persons: number) => `等 ${persons} 人`,
  elsewhere: '不在本单位办理',
  restricted: '保密',
  notSent: '未同步',
  sent: '已同步',
  noDuty: '—',
  emptyTitle: '还没有登记过信访件',
  emptyHint: '按 F2 登记第一件；信访局转送、交办来的事项也会出现在这里。',
  noMatchTitle: '没有符合条件的信访件',
  noMatchHint: '可以减少查找的字，或清除条件后再查。',
} as const;
