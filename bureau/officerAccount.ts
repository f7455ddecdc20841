import { randomUUID } from 'node:crypto';
import type { Officer } from '../contract/bureauViews.ts';
import { beijingTime } from '../domain/localDate.ts';
import type { Database, Transaction } from './database.ts';
import { hashPassword, makeOneTimePassword } from './password.ts';
import { officer, type PasswordCost } from './schema.ts';
import type { OfficerRow } from './seat.ts';

/** Makes an account with a one-time password, which must be changed at the first sign-in. The name must be free. */
export async function addOfficer(
  orm: Database | Transaction,
  account: Pick<Officer, 'name' | 'roles' | 'restricted'>,
  { cost, now }: { cost: PasswordCost; now: Date },
): Promise<{ row: OfficerRow; password: string }> {
  const password = makeOneTimePassword();
  const row = {
    id: randomUUID(),
    ...account,
    active: true,
    createdAt: now.toISOString(),
    ...(await hashPassword(password, cost)),
    mustChange: true,
  };
  await orm.insert(officer).values(row);
  return { row, password };
}

/** An account as pages see it. */
export const officerView = ({ id, name, roles, restricted, active, createdAt }: OfficerRow): Officer => ({
  ...{ id, name, roles, restricted, active },
  createdAt: beijingTime(createdAt),
});
