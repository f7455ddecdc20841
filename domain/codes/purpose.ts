import { z } from 'zod';

/** 信访目的 (DOMAIN 5.2), most usual first. `ACCUSE` makes an item confidential (Art.30). */
export const Purpose = z.enum(['CLAIM', 'APPEAL', 'SUGGEST', 'ACCUSE', 'ENQUIRY', 'THANKS', 'OTHER']);
export type Purpose = z.infer<typeof Purpose>;

/** The name that papers and registers print. */
export const PURPOSE_NAMES: Readonly<Record<Purpose, string>> = {
  CLAIM: '求决',
  APPEAL: '申诉',
  SUGGEST: '意见建议',
  ACCUSE: '检举控告',
  ENQUIRY: '咨询',
  THANKS: '表达感谢',
  OTHER: '其他',
};
