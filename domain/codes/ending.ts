import { z } from 'zod';

/** How a matter ends without a decision on it: the petitioner takes it back, or nobody is left who may pursue it. */
export const TerminationGround = z.enum(['withdrawn', 'no-successor']);
export type TerminationGround = z.infer<typeof TerminationGround>;

export const TERMINATION_NAMES: Readonly<Record<TerminationGround, string>> = {
  withdrawn: '信访人撤回',
  'no-successor': '信访人死亡（终止），没有权利义务承受人',
};

/** Why a registration should never have been one. */
export const VoidGround = z.enum(['duplicate', 'mistaken', 'not-petition']);
export type VoidGround = z.infer<typeof VoidGround>;

export const VOID_NAMES: Readonly<Record<VoidGround, string>> = {
  duplicate: '同一次来访（来信、来电）重复登记',
  mistaken: '登错',
  'not-petition': '不是信访事项',
};
