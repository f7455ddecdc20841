import { z } from 'zod';
import { CommandBase } from './case.ts';
import { command, query } from './define.ts';

export const UnitSettings = z.object({
  organName: z.string().trim().min(2).max(60),
  organCode: z.string().trim().min(1).max(12),
  contactPerson: z.string().trim().max(50),
  contactPhone: z.string().trim().max(40),
  superiorOrgan: z.string().trim().min(1).max(100),
  /** Name of the people's mediation committee that stands on agreements. */
  committee: z.string().trim().max(100),
});
export type UnitSettings = z.infer<typeof UnitSettings>;

export const unit = {
  get: query('signed-in', z.object({}), UnitSettings),
  update: command(['administrator'], CommandBase.extend({ settings: UnitSettings }), UnitSettings),
};
