import { z } from 'zod';

/** 送达方式 (DOMAIN 6.5, by analogy to 民诉法 Arts.87 to 91); electronic service needs consent. */
export const ServiceMethod = z.enum([
  'IN_PERSON',
  'ADULT_RELATIVE',
  'AGENT',
  'RETENTION',
  'MAIL',
  'ELECTRONIC',
]);
export type ServiceMethod = z.infer<typeof ServiceMethod>;

/** The words that stand on the receipt and in the timeline. */
export const SERVICE_NAMES = {
  IN_PERSON: '当面送达',
  ADULT_RELATIVE: '同住成年亲属代收',
  AGENT: '委托代收',
  RETENTION: '留置送达',
  MAIL: '邮寄送达',
  ELECTRONIC: '电子送达',
} as const satisfies Record<ServiceMethod, string>;
