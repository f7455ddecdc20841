import { z } from 'zod';

/** 复查, 复核 result (DOMAIN 5.4): local rules name these four. */
export const ReviewResult = z.enum(['UPHOLD', 'REVOKE', 'CHANGE', 'REDO']);
export type ReviewResult = z.infer<typeof ReviewResult>;

export const REVIEW_RESULT_NAMES: Readonly<Record<ReviewResult, string>> = {
  UPHOLD: '维持',
  REVOKE: '撤销',
  CHANGE: '变更',
  REDO: '责令重新办理',
};
