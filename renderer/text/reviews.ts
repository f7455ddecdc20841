import type { CaseView } from '../../contract/cases.ts';
import { REVIEW_RESULT_NAMES } from '../../domain/codes/reviewResult.ts';

type Review = NonNullable<CaseView['reviews']>[number];

/** Words of 复查 and 复核. */
export const reviewsText = {
  stages: { review: '复查', reexamination: '复核' },
  results: REVIEW_RESULT_NAMES,
  line: ({
    organ,
    receivedOn,
    late,
    refused,
    hearingDays,
    result,
    number,
    issuedOn,
    servedOn,
    final,
  }: Review) =>
    [
      `${receivedOn} ${organ}收到请求${late ? '（逾期）' : ''}`,
      refused === undefined ? '' : `不予受理：${refused}`,
      hearingDays > 0 ? `听证 ${hearingDays} 日` : '',
      result ? `${issuedOn ?? ''} ${REVIEW_RESULT_NAMES[result]}，${number ?? ''}` : '',
      servedOn ? `${servedOn} 送达` : '',
      final ? '同一事实和理由不再受理' : '',
    ]
      .filter(Boolean)
      .join('；'),
  request: {
    titles: { review: '登记复查请求', reexamination: '登记复核请求' },
    save: '登记请求',
    organ: '受理机关',
    organHints: {
      review: '原办理单位的上一级机关、单位（第三十五条）。',
      reexamination: '复查机关、单位的上一级机关、单位（第三十六条）。',
    },
    receivedOn: '收到日期',
    postmarkedOn: '邮戳日期',
    postmarkedHint: '邮寄的填写；期限内付邮的不算逾期。',
    request: '请求理由',
    limit: (due: string) => `请求期限到 ${due}。`,
    late: '已超过期限，仍要登记（会注明逾期）',
  },
  answer: {
    title: '复查、复核受理情况',
    save: '保存',
    answeredOn: '答复日期',
    accepted: '是否受理',
    answers: { yes: '已受理', no: '不予受理' },
    reason: '理由',
  },
  hearing: {
    title: '登记听证',
    save: '登记听证',
    from: '开始日期',
    to: '结束日期',
    days: '扣除天数',
    daysHint: '空着按首尾日计算；听证所需时间不计算在复核期限内（第三十六条第二款）。',
    notDays: '请填写天数。',
    place: '地点',
    note: '备注',
  },
  opinion: {
    title: '登记复查、复核意见',
    save: '登记意见',
    issuedOn: '出具日期',
    result: '结果',
    documentNumber: '文号',
    opinion: '意见内容',
    redo: '撤销或者责令重新办理的，意见送达后本件重新打开，由本单位重新出具处理意见书。',
  },
  service: {
    title: '登记意见送达',
    save: '登记送达',
    servedOn: '送达日期',
    method: '送达方式',
    receivedBy: '签收人',
    note: '复核意见送达后，同一事实和理由不再受理（第三十六条第三款）。',
  },
} as const;
