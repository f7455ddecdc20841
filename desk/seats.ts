import type { Caller } from '../contract/dispatch.ts';
import { findAccount } from '../db/desk.ts';
import { Role } from '../domain/person.ts';
import type { Premises } from './premises.ts';
import type { Sync } from './sync.ts';
import type { Workplace } from './workplace.ts';

/** One connection (a window or a tab), and who is signed in there. */
export interface Seat {
  readonly connection: string;
  person: { id: string; at: Premises } | null;
}

/** The person of a seat as the accounts say now; null when nobody is signed in or the account has been disabled. */
export function callerOf({ person }: Seat): Caller | null {
  const workplace = person?.at.current();
  if (!person || !workplace) return null;
  const account = findAccount(workplace.db.orm, person.id);
  if (!account?.active) return null;
  return { id: account.id, name: account.name, roles: rolesOf(account) };
}

const Roles = Role.array();
/** Roles of an account row. */
export const rolesOf = (account: { roles: string }): Role[] => Roles.parse(JSON.parse(account.roles));

/** The workplace of a seat. A call that needs one is refused before it gets here when nobody is signed in. */
export function workplaceOf({ person }: Seat): Workplace {
  const workplace = person?.at.current();
  if (!workplace) throw new Error('nobody is signed in at this seat');
  return workplace;
}

/** The calls about the exchange at the workplace of a seat. */
export function syncOf({ person }: Seat): Sync['handlers'] {
  const sync = person?.at.sync();
  if (!sync) throw new Error('nobody is signed in at this seat');
  return sync.handlers;
}
