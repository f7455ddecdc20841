import { SERVICE_NAMES } from '../../domain/codes/serviceMethod.ts';

/** 送达方式 (DOMAIN 6.5), in the words that stand on the receipt and in the timeline too. */
export const serviceWords: Record<string, string> = SERVICE_NAMES;
