import { z } from 'zod';

/** What fits 简易办理 (《信访事项简易办理办法》 Art.4); only items raised for the first time. */
export const SimpleGround = z.enum(['CLEAR', 'ANSWERABLE', 'DAILY', 'PROMISED', 'OTHER']);
export type SimpleGround = z.infer<typeof SimpleGround>;

export const SIMPLE_GROUND_NAMES: Readonly<Record<SimpleGround, string>> = {
  CLEAR: '事实清楚、责任明确、争议不大、易于解决',
  ANSWERABLE: '咨询、意见建议、表达感谢等可以即时反馈',
  DAILY: '涉及群众日常生产生活、时效性强，应当及时处理',
  PROMISED: '有关机关、单位已有明确承诺或者结论',
  OTHER: '其他可以简易办理的',
};
