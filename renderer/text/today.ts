/** Words of the first screen of the morning. */
export const todayText = {
  date: (date: string, weekday: string) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${year}年${month}月${day}日 ${weekday}`;
  },
  quick: { visit: '登记来访(F2)', letter: '登记来信', call: '登记来电' },
  figures: {
    registeredToday: '今日登记',
    openCases: '在办',
    overdue: '已逾期',
    dueToday: '今日到期',
    dueWeek: '七日内到期',
    mediating: '调解中',
  },
  unit: '件',
  duties: {
    title: '待办期限',
    hint: '按先后排列，最急的在最上面。',
    columns: {
      urgency: '期限',
      due: '到期日',
      duty: '应办事项',
      title: '事由',
      lead: '信访人',
      status: '状态',
    },
    emptyTitle: '目前没有带期限的待办',
    emptyHint: '新登记的来访、来信会自动出现在这里，提醒告知、办理和答复的期限。',
    emptyAction: '登记来访(F2)',
    provisional: '暂定：该年度放假安排尚未公布',
  },
  assignments: {
    title: '新交办件',
    none: '没有待签收的交办件。',
    due: (date: string) => `报告期限 ${date}`,
    noDue: '无报告期限',
    more: '全部交办件',
  },
  approvals: {
    title: '待您审批',
    none: '没有待审批的延期申请。',
    days: (n: number) => `申请延长 ${n} 日`,
  },
  desk: {
    title: '本机',
    waiting: (n: number) => (n === 0 ? '全部内容已同步' : `未同步 ${n} 条，联网后自动上报`),
    offlineFine: '断网不影响登记、告知和打印。',
    training: '培训模式，不会上报。',
    attention: (n: number) => `${n} 条被退回，需要处理`,
    drafts: (n: number) => `恢复未完成的登记（${n} 件）`,
    noDrafts: '没有未完成的登记。',
  },
} as const;
