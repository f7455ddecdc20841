import { z } from 'zod';

/** Why a matter is not accepted (不予受理, RJ) or not accepted any more (不再受理, NM); DOMAIN 5.4. */
export const RefusalReason = z.enum(['RJ1', 'RJ2', 'RJ3', 'RJ4', 'RJ5', 'NM1', 'NM2']);
export type RefusalReason = z.infer<typeof RefusalReason>;

interface ReasonText {
  /** As the notice prints it behind 经核实，. */
  text: string;
  article: string;
}

export const REFUSAL_REASONS: Readonly<Record<RefusalReason, ReasonText>> = {
  RJ1: { text: '属于人民代表大会及其常务委员会职权', article: '《信访工作条例》第二十三条' },
  RJ2: {
    text: '属于人民法院职权，应当通过诉讼程序处理',
    article: '《信访工作条例》第二十八条、第三十一条第一项',
  },
  RJ3: { text: '属于人民检察院职权', article: '《信访工作条例》第二十八条、第三十一条第一项' },
  RJ4: { text: '应当到有权处理的本级或者上一级机关、单位提出', article: '《信访工作条例》第二十条' },
  RJ5: {
    text: '已经受理或者正在办理，尚在规定期限内',
    article: '《信访工作条例》第十九条第三款',
  },
  NM1: {
    text: '已有复核意见，仍然以同一事实和理由提出',
    article: '《信访工作条例》第三十六条第三款',
  },
  NM2: { text: '属于涉法涉诉事项，已经依法终结', article: '《信访工作条例》第二十八条第二款' },
};

/** 不再受理 rests on a document that ended the matter; 不予受理 names where to go instead. */
export const isNoMore = (reason: RefusalReason): boolean => reason === 'NM1' || reason === 'NM2';
