import { z } from 'zod';

/** 处理结论 of one claim (DOMAIN 5.4): Art.32, with 部分支持 because one request may hold several. */
export const ClaimOutcome = z.enum(['SUPPORT', 'PARTIAL', 'EXPLAIN', 'NOT_SUPPORT']);
export type ClaimOutcome = z.infer<typeof ClaimOutcome>;

/** The words that stand on the opinion. */
export const OUTCOME_NAMES = {
  SUPPORT: '予以支持',
  PARTIAL: '部分支持',
  EXPLAIN: '解释说明',
  NOT_SUPPORT: '不予支持',
} as const satisfies Record<ClaimOutcome, string>;
