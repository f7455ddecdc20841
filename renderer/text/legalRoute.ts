import type { RouteQuestion } from '../../domain/events/legalRoute.ts';

/** Words of the legal-route card (Art.31). */
export const routeText = {
  title: '依法分类',
  save: '确定办理途径',
  saveNotice: '确定并制作告知书',
  note: '按第三十一条逐项判断，第一个“是”决定办理途径；都为“否”的按信访程序办理。',
  decidedOn: '分类日期',
  answers: { yes: '是', no: '否' },
  questions: {
    litigation: {
      label: '诉讼程序',
      ask: '是否应当通过诉讼、检察机关或者公安机关的法律程序处理，且尚未依法终结？',
    },
    arbitration: { label: '仲裁程序', ask: '是否应当通过仲裁解决（劳动人事、农村土地承包、民商事）？' },
    party: { label: '党员申诉', ask: '是否可以通过党员申诉、申请复审解决？' },
    administrative: {
      label: '行政程序',
      ask: '是否可以通过行政复议、裁决、确认、许可、处罚等行政程序解决？',
    },
    performance: {
      label: '履行职责',
      ask: '是否请求查处违法行为，或者请求履行保护人身权、财产权的职责？',
    },
  } satisfies Record<RouteQuestion, { label: string; ask: string }>,
  procedure: '具体程序',
  organ: '处理机关',
  organHint: '写全称，会印在告知书上。',
  materials: '需带材料',
  reason: '重分理由',
  finding: '分类结果',
  routes: [
    '第（一）项：诉讼等法律程序',
    '第（二）项：仲裁程序',
    '第（三）项：党员申诉、申请复审',
    '第（四）项：行政程序',
    '第（五）项：依法履行职责或者答复',
    '第（六）项：信访程序（受理后 60 日内办结）',
  ],
  citizen: '提出期限',
  authority: '机关期限',
  limit: (text: string, article: string) => `${text}（${article}）`,
  separation: {
    term: '诉访分离',
    visit: '涉法涉诉的来访：释法明理，引导其向有关政法部门反映（第二十二条、第二十八条）。',
    other: '涉法涉诉的来信等：转送同级政法部门依法处理（第二十二条、第二十八条）。',
  },
  warning: '没有其他期限规定的，自收到之日起满 2 个月提醒；期限会列在本页。',
  ownLaw: '另有规定',
  ownLawBasis: '依据',
  ownLawDue: '最后期限',
  period: '办理期限',
  noSixty: '这一途径没有 60 日办理期限。',
  line: (route: string, procedure: string, organ: string, number: string) =>
    [route, procedure, organ, number].filter(Boolean).join('，'),
  times: (n: number) => `第 ${n} 次分类`,
} as const;
