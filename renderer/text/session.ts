import type { Trouble } from '../../contract/session.ts';

/** Words of signing in. */
export const signInText = {
  title: '登录',
  motto: ['小事不出村', '大事不出镇', '矛盾不上交'],
  product: '枫桥接访台',
  mark: '枫桥',
  subtitle: '乡镇（街道）信访接待',
  name: '姓名',
  chooseName: '请选择您的姓名',
  password: '密码',
  enter: '登录',
  passwordMissing: '请输入密码。',
  forgotten: '忘记密码',
  training: '进入培训模式',
  trainingHint: '用虚构人员练习，不影响正式数据，也不会上报。',
  trainingAs: '以什么身份练习',
  version: (version: string) => `版本 ${version}`,
  noNames: '还没有账户',
} as const;

/** Words of the forgotten password. */
export const recoveryText = {
  title: '用恢复码重设密码',
  explain: '请拿出设置时打印、封存的恢复码。一般由管理员和分管领导共同启封。',
  code: '恢复码',
  codeHint: '字母不分大小写，连接号可不输。',
  name: '姓名',
  newPassword: '新密码',
  repeat: '再输一次',
  differs: '两次输入的密码不一样。',
  save: '重设并登录',
} as const;

/** Trouble with the data file: what it means and what to do. Nothing here deletes anything. */
export const troubleText: Record<Trouble, { title: string; body: string; steps: readonly string[] }> = {
  'newer-database': {
    title: '数据由更新的版本建立',
    body: '本机的数据已被较新版本的接访台使用过，当前版本较旧，不能打开，以免损坏数据。',
    steps: ['请安装与原来相同或更新的版本后再打开。', '数据没有改动，请不要移动或删除数据文件夹。'],
  },
  'damaged-database': {
    title: '数据文件有损坏',
    body: '启动检查发现数据文件不完整，程序已停止写入，以免扩大损坏。',
    steps: [
      '请先把整个数据文件夹复制一份保存好。',
      '联系管理员用最近的备份恢复；已同步的内容信访局也有一份。',
      '请不要自行删除或改动其中的文件。',
    ],
  },
  'wrong-key': {
    title: '密钥与数据不相符',
    body: '数据文件夹里的密钥文件不是这份数据的，可能混入了其他电脑的文件。',
    steps: ['请找回原来的密钥文件放回数据文件夹。', '找不到时，请联系管理员从备份恢复。'],
  },
  'damaged-key-file': {
    title: '密钥文件有损坏',
    body: '密钥文件读不出来，数据暂时打不开，但数据本身没有改动。',
    steps: ['请联系管理员从备份中找回密钥文件。', '请不要重新设置本机，也不要删除数据文件夹。'],
  },
  'read-only': {
    title: '数据文件夹不能写入',
    body: '数据文件夹是只读的，登记的内容存不下来，所以没有打开。',
    steps: ['请检查文件夹权限，或 U 盘、硬盘的写保护。', '处理好后按 F5 再试。'],
  },
  'disk-full': {
    title: '硬盘已满',
    body: '硬盘没有空间，登记的内容存不下来，所以没有打开。',
    steps: ['请清理硬盘上不需要的文件（不要删除接访台的数据文件夹）。', '处理好后按 F5 再试。'],
  },
  'second-instance': {
    title: '接访台已经打开',
    body: '本机已有一个接访台在使用这份数据，同一份数据不能同时打开两次。',
    steps: ['请切换到已打开的窗口。', '找不到窗口时，请注销或重启电脑后再打开。'],
  },
};

export const troubleWords = {
  heading: '接访台没有打开',
  retry: '再试一次(F5)',
  unknown: '请联系管理员。',
} as const;
