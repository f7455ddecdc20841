import { z } from 'zod';

const days = z.number().int().min(1).max(365);

/**
 * Numbers that practice knows and no national statute fixes (marked P or O in the specification), so they are data and
 * differ by province. What the law itself says stands in `deadlineRules.ts`.
 */
export const RulePack = z.strictObject({
  /** Stands beside the calendar's version on what was counted. */
  version: z.string().min(1).max(40),
  /** 简易办理: decide on acceptance, opinion after acceptance, each level passes on; working days. */
  simple: z.strictObject({ decideWorkdays: days, opinionWorkdays: days, passOnWorkdays: days }),
  /** 满意度评价: how long the petitioner may evaluate after he has the opinion. */
  evaluationDays: days,
  /** The bureau's statistics call the responsible unit late after this, without any roll. */
  statisticalAcceptanceDays: days,
  /** 人民调解 is usually finished within so many months. */
  mediationMonths: z.number().int().min(1).max(12),
});
export type RulePack = z.infer<typeof RulePack>;

/** National practice; a province's own pack replaces it. */
export const builtInRulePack: RulePack = {
  version: 'national-2022',
  simple: { decideWorkdays: 3, opinionWorkdays: 10, passOnWorkdays: 1 },
  evaluationDays: 30,
  statisticalAcceptanceDays: 30,
  mediationMonths: 1,
};
