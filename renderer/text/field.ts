/** Words of plain widgets: fields, grids, states. */
export const fieldText = {
  notSaved: '尚未保存：',
  today: '今天',
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  unreadableDate: '看不懂这个日期，请写成 20260305 或 2026-3-5。',
  dateExample: '如 20260305',
  openCalendar: '打开月历',
  loading: '正在读取…',
  required: (label: string) => `请填写${label}。`,
  choose: (label: string) => `请选择${label}。`,
} as const;

/** Words of empty, loading, refused and offline places. */
export const stateText = {
  loading: '正在读取，请稍候…',
  refusedTitle: '这里暂时看不了',
  offlineTitle: '本机程序没有回应',
  offlineBody: '已保存的内容都在本机硬盘上，不会丢失。请稍等片刻再试；仍不行，请关闭窗口后重新打开接访台。',
  again: '再试一次(F5)',
  rows: (total: number) => `共 ${total} 行`,
  ticked: (row: string) => `选中 ${row}`,
} as const;
