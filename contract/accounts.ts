import { z } from 'zod';
import { Role } from '../domain/person.ts';
import { CommandBase } from './case.ts';
import { command, query } from './define.ts';
import { Password } from './session.ts';

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(Role),
  active: z.boolean(),
  createdAt: z.string(),
});
export type Account = z.infer<typeof Account>;

export const AuditTrail = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['checking', 'whole']) }),
  /** `entry` is the first that does not follow from the ones before. */
  z.object({ state: z.literal('broken'), entry: z.number().int(), incident: z.string() }),
]);
export type AuditTrail = z.infer<typeof AuditTrail>;

export const accounts = {
  list: query(['administrator'], z.object({}), z.array(Account)),
  /** Whether the trail of who read and printed is as it was written; checked behind the work after each start. */
  auditTrail: query(['administrator'], z.object({}), AuditTrail),
  add: command(
    ['administrator'],
    CommandBase.extend({
      name: z.string().trim().min(2).max(50),
      roles: z.array(Role).min(1),
      password: Password,
    }),
    Account,
    ['name-taken', 'weak-password'],
  ),
  setRoles: command(
    ['administrator'],
    CommandBase.extend({ id: z.string(), roles: z.array(Role).min(1) }),
    Account,
    ['unknown-person', 'last-administrator'],
  ),
  disable: command(['administrator'], CommandBase.extend({ id: z.string() }), Account, [
    'unknown-person',
    'last-administrator',
  ]),
  resetPassword: command(
    ['administrator'],
    CommandBase.extend({ id: z.string(), password: Password }),
    Account,
    ['unknown-person', 'weak-password'],
  ),
};
