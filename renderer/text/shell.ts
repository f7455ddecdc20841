/** Words of the frame around every screen. */
export const shellText = {
  product: '枫桥接访台',
  skip: '跳到正文',
  navigation: '主菜单',
  main: '正文',
  loading: '正在打开接访台…',
  gone: '本机程序没有回应',
  goneBody: '已保存的内容都在本机硬盘上，不会丢失。请关闭窗口后重新打开接访台。',
  help: '帮助(F1)',
  signOut: '退出登录',
  changePassword: '修改密码',
  account: '账户菜单',
  textSize: '字号',
  textSample: '字',
  textSizes: { standard: '标准', large: '大', extra: '特大' },
  training: { band: '培训模式', note: '演示数据，人员均为虚构', leave: '退出培训' },
  fault: {
    title: '这个页面出错了',
    body: '已保存的内容不受影响，正在填写的内容保留在草稿里。',
    incident: (number: string) => `记录编号 ${number}，报修时请说明这个编号。`,
    again: '重新打开这个页面',
  },
  notFound: { title: '没有这个页面', hint: '请从左侧菜单选择。' },
  noAccess: { title: '您的账户不办理这项工作', hint: '需要时请联系本单位管理员调整职责。' },
} as const;

/** Titles of the screens, as in the menu. */
export const screenTitles = {
  today: '今日',
  registration: '登记',
  cases: '信访件',
  case: '信访件详情',
  assignments: '交办件',
  mediation: '调解',
  mediationCase: '调解案件',
  sync: '同步',
  accounts: '账户',
  unit: '单位',
} as const;

export const stripText = {
  label: '与信访局的连接',
  connected: '已连接',
  offline: '离线（可继续登记）',
  exchanging: '正在同步…',
  refused: '信访局未接收（可继续登记）',
  notEnrolled: '未接入信访局（可继续登记）',
  training: '培训模式不同步',
  waiting: (n: number) => (n === 0 ? '全部已同步' : `未同步 ${n} 条`),
  last: (time: string) => `上次同步 ${time}`,
  never: '尚未同步过',
  attention: (n: number) => `需处理 ${n} 条`,
  open: '打开同步',
} as const;

export const dialogText = { save: '确定', cancel: '取消(Esc)', close: '关闭(Esc)' } as const;

/** The keyboard map on F1: groups of [keys, meaning]. */
export const helpText = {
  title: '键盘操作',
  groups: [
    {
      title: '任何时候',
      rows: [
        ['F1', '打开或关闭本说明'],
        ['F2', '登记新的信访件'],
        ['F3', '查询信访件'],
        ['F5', '刷新当前页面'],
        ['F6', '在菜单与正文之间切换'],
        ['F8', '回到今日'],
        ['Esc', '关闭窗口、取消'],
        ['Alt+1 … Alt+8', '打开左侧菜单第几项'],
      ],
    },
    {
      title: '填写表单',
      rows: [
        ['Enter', '到下一栏；最后一栏之后停在保存按钮，不会自动保存'],
        ['Shift+Enter', '回上一栏'],
        ['Ctrl+Enter', '在多行栏里到下一栏（单按 Enter 是换行）'],
        ['↓', '打开下拉；输入拼音首字母可查，如 zdzs 找土地征收'],
        ['1 … 9', '在信访形式、性别等短选项中直接选'],
        ['F9', '保存'],
        ['Ctrl+F9', '保存并登记下一件'],
        ['↑ ↓', '在日期栏里前后一天'],
      ],
    },
    {
      title: '列表与文书',
      rows: [
        ['↑ ↓', '上一行、下一行'],
        ['PgUp PgDn', '翻页'],
        ['Home End', '第一行、最后一行'],
        ['Enter', '打开'],
        ['空格', '选中'],
        ['F7 或 Ctrl+P', '打印'],
      ],
    },
  ],
  note: '输入法正在组字时，以上按键都归输入法，不会误触发。',
} as const;
