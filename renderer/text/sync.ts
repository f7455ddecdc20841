import type { OutboxItem, SyncState } from '../../contract/sync.ts';

/** Words of the exchange with the bureau. */
export const syncText = {
  now: '立即同步',
  running: '正在同步…',
  state: '同步状态',
  connections: {
    'not-enrolled': '本机还没有接入信访局',
    connected: '已连接信访局',
    offline: '暂时连不上信访局',
    exchanging: '正在与信访局交换',
    refused: '信访局没有接收',
  } satisfies Record<SyncState['connection'], string>,
  comforts: {
    'not-enrolled': '登记、告知、办理和打印都能照常进行，内容加密保存在本机；接入后自动上报。',
    connected: '登记的内容会自动上报，信访局的交办、答复也会自动传来。',
    offline: '登记、告知、办理和打印都不受影响。网络恢复后自动上报，一件也不会少、不会重复。',
    exchanging: '可以继续办理，不必等待。',
    refused: '本机内容没有丢失，请按下面的原因联系信访局或管理员。',
  } satisfies Record<SyncState['connection'], string>,
  training: '培训模式不与信访局同步，练习内容不会上报。',
  facts: {
    bureau: '信访局',
    url: '地址',
    waiting: '待上报',
    oldest: '最早一条',
    last: '上次同步',
    next: '下次尝试',
    reason: '原因',
  },
  items: (n: number) => `${n} 条`,
  never: '还没有同步过',
  attentionTitle: '需要处理',
  attentionCount: (n: number) => `需要处理 ${n} 条`,
  attentionHint:
    '信访局退回或暂未采纳的内容。内容都还在本机，请逐条核对、补办或联系信访局，处理后登记处理情况。',
  lists: { waiting: '待上报', attention: '需要处理', sent: '已上报' },
  tabCount: (title: string, n: number) => (n > 0 ? `${title}（${n}）` : title),
  grid: '上报明细',
  columns: { entered: '录入时间', case: '编号', text: '内容', state: '状态' },
  states: {
    waiting: '待上报',
    accepted: '信访局已接收',
    rejected: '信访局退回',
    held: '信访局暂存，等待核对',
  } satisfies Record<OutboxItem['state'], string>,
  settledBy: (who: string) => `已处理：${who}`,
  settle: '登记处理情况',
  settleFor: (text: string) => `登记处理情况：${text}`,
  settleTitle: '登记处理情况',
  settleSave: '保存',
  settleNote: '怎样处理的',
  settleHint: '如：已电话告知信访局，重新报送；或核对无误，不需要再办。原文继续保留可查。',
  openCase: '打开信访件',
  openCaseFor: (number: string) => `打开信访件 ${number}`,
  emptyWaiting: '没有待上报的内容',
  emptyWaitingHint: '本机登记的内容都已上报。',
  emptyAttention: '没有需要处理的内容',
  emptyAttentionHint: '信访局退回或有疑问的内容会列在这里，不会悄悄丢掉。',
  emptySent: '还没有上报过内容',
  emptySentHint: '接入信访局后，上报的内容会逐条列在这里。',
  enrol: {
    title: '接入信访局',
    hint: '由管理员办理。请向市信访局索取地址和一次性接入码；接入后自动上报，平时不需要操作。',
    askAdministrator: '请本单位管理员登录后，在这里接入信访局。',
    url: '信访局地址',
    urlHint: '如 https://xf.example.gov.cn，由信访局提供。',
    code: '接入码',
    codeHint: '一次性接入码，字母不分大小写。',
    deskName: '本机名称',
    deskNameHint: '信访局看到的名称，如“新陂镇接待室一号机”。',
    save: '接入',
    done: '已接入信访局，正在上报。',
  },
} as const;

/** Why the bureau did not take a fact as it is; the codes are the verdicts', each has its sentence (proved in `tests`). */
export const VERDICT_SENTENCES: Readonly<Record<string, string>> = {
  'unknown-type': '信访局的程序较旧，暂时读不出这条内容，已暂存，待升级后核对。',
  malformed: '这条内容的格式信访局不能识别，请联系信访局核对。',
  'bureau-only': '这一步只能由信访局办理，请联系信访局。',
  training: '培训模式的练习内容，信访局不接收。',
  'wrong-unit': '这条内容写的不是本机所属单位，请联系信访局核对。',
  'duplicate-id': '信访局已有同一标识的另一条内容，请联系信访局核对。',
  'case-exists': '信访局已有同一件的登记，已暂存等待核对。',
  'unknown-case': '信访局还没有收到这件的登记，会在收到后核对。',
  'not-your-case': '这件不是本单位登记，也没有交本单位办理过，已暂存等待核对。',
  custody: '上报时这件已交其他单位办理，这一步没有采纳，请与现在的办理单位联系。',
  'already-done': '信访局已有同样的记录。',
};

/** Why an exchange did not come about. */
const TROUBLES: Readonly<Record<string, string>> = {
  'not-reached': '连不上信访局的服务器，请检查网线或稍后再试。',
  timeout: '信访局的服务器没有及时回应，会自动再试。',
  'not-a-bureau': '对方不是信访局的接收服务（可能是网络登录页）。请先登录网络，或核对地址。',
  'bad-answer': '对方的回应不完整或不符合约定，本机没有采纳，会自动再试。',
  busy: '信访局的服务器正忙，会自动再试。',
  upgrade: '信访局要求使用更新的版本，请联系管理员升级本机程序。',
  revoked: '信访局已停用本机的接入，请联系信访局。',
  'unknown-stream': '信访局没有本机的接入记录，请联系信访局重新接入。',
  'fence-fork': '信访局发现本机数据与之前上报的不一致（可能恢复了旧备份），请联系信访局核对。',
  fork: '信访局发现本机数据与之前上报的不一致（可能恢复了旧备份），请联系信访局核对。',
  gap: '信访局缺少前面的内容，会自动补报。',
  'bad-event': '有一条内容信访局读不出来，请联系信访局核对。',
  'not-yours': '这件不在本单位的办理范围。',
  'disk-full': '硬盘空间不足，同步结果没有写入。请清理硬盘，不要删除接访台的数据文件夹。',
  'read-only': '数据文件夹只能读取，同步结果没有写入。请联系管理员检查文件夹权限。',
  'damaged-database': '本机数据文件读不出来，请联系管理员。',
  'second-instance': '另一个程序正在使用本机数据，请关闭后再试。',
  internal: '程序出错，同步没有完成，已记录，会自动再试。',
};

/** The sentence of a reason code of the exchange; an unknown one is shown by its code, so that it can be asked about. */
export function reasonSentence(code: string): string {
  const key = code.toLowerCase().replaceAll('_', '-');
  return VERDICT_SENTENCES[key] ?? TROUBLES[key] ?? `请联系信访局核对（原因代码 ${code}）。`;
}
