import { randomUUID } from 'node:crypto';
import type { Account } from '../contract/accounts.ts';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { type AccountRow, answeredBefore, findAccount, listAccounts, writeAccount } from '../db/desk.ts';
import type { Role } from '../domain/person.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { instantAt, once } from './command.ts';
import { changeKeyFile, makeSlot, opensWith, withKeyFileKept, withoutSlot, withSlot } from './keyFile.ts';
import { audit, type Office, signOutPerson } from './office.ts';
import { isWeak } from './password.ts';
import { rolesOf, type Seat, workplaceOf } from './seats.ts';
import { weatherOf } from './trouble.ts';
import type { Workplace } from './workplace.ts';

type Feature = Handlers<DeskContract>['accounts'];

/**
 * The people of this desk. Account and key slot stand in two files: a new slot is written last within the transaction of
 * the account and put back when that fails, so a cut between the two leaves either nothing or a slot that opens for
 * nobody and is dropped. A slot is taken away after the commit.
 */
export const accounts = (office: Office, seat: Seat): Feature => {
  const at = () => workplaceOf(seat);
  const slotFor = (here: Workplace, owner: { id: string; name: string }, password: string) =>
    makeSlot(here.dataKey, { kind: 'user', ...owner }, password, office.costs.password);
  return {
    list: () => ok(listAccounts(at().db.orm).map(viewOf)),

    auditTrail: () => ok(seat.person?.at.audit()?.trail() ?? { state: 'checking' }),

    add({ commandId, name, roles, password }, caller) {
      const here = at();
      return office.inTurn(async () => {
        if (await setAnother(here, commandId, password)) return refuse('saved-before');
        if (isWeak(password, name)) return refuse('weak-password', { field: 'password' });
        const row = {
          id: randomUUID(),
          name,
          roles: rolesText(roles),
          active: true,
          createdAt: instantAt(here),
        };
        const slot = await slotFor(here, { id: row.id, name }, password);
        const work = (): Result<Account, 'name-taken'> => {
          if (nameTaken(here, name)) return refuse('name-taken', { field: 'name' });
          writeAccount(here.db.orm, row);
          audit(here, caller.id, 'account-added', row.id);
          changeKeyFile(here.folder, (file) => withSlot(file, slot));
          return ok(viewOf(row));
        };
        return withKeyFileKept(here.folder, () =>
          once(here, command('add', commandId, { name, roles }), work),
        );
      });
    },

    setRoles({ commandId, id, roles }, caller) {
      const here = at();
      return once(here, command('setRoles', commandId, { id, roles }), () => {
        const row = findAccount(here.db.orm, id);
        if (!row) return refuse('unknown-person');
        if (!roles.includes('administrator') && isLastAdministrator(here, row))
          return refuse('last-administrator', { field: 'roles' });
        return ok(write(here, { ...row, roles: rolesText(roles) }, caller.id, 'account-roles'));
      });
    },

    disable({ commandId, id }, caller) {
      const here = at();
      const done = once(here, command('disable', commandId, { id }), () => {
        const row = findAccount(here.db.orm, id);
        if (!row) return refuse('unknown-person');
        if (isLastAdministrator(here, row)) return refuse('last-administrator');
        return ok(write(here, { ...row, active: false }, caller.id, 'account-disabled'));
      });
      if (done.ok) dropSlot(here, id);
      if (done.ok && seat.person) signOutPerson(office, seat.person.at, id);
      return done;
    },

    /** A new password lets a disabled person in again. */
    resetPassword({ commandId, id, password }, caller) {
      const here = at();
      return office.inTurn(async () => {
        const row = findAccount(here.db.orm, id);
        if (!row) return refuse('unknown-person');
        if (await setAnother(here, commandId, password)) return refuse('saved-before');
        if (isWeak(password, row.name)) return refuse('weak-password', { field: 'password' });
        const slot = await slotFor(here, row, password);
        const work = (): Result<Account, never> => {
          const view = write(here, { ...row, active: true }, caller.id, 'password-reset');
          changeKeyFile(here.folder, (file) => withSlot(file, slot));
          return ok(view);
        };
        const done = withKeyFileKept(here.folder, () =>
          once(here, command('resetPassword', commandId, { id }), work),
        );
        if (done.ok) office.throttle.succeeded(row.name);
        if (done.ok && seat.person)
          signOutPerson(office, seat.person.at, id, caller.id === id ? seat : undefined);
        return done;
      });
    },
  };
};

const command = (name: string, commandId: string, input: object) => ({
  method: `accounts.${name}`,
  commandId,
  topics: ['accounts', 'session'] as const,
  input,
});

/**
 * This command was done before, with another password. No hash of a password is kept beside the answer, where a fast one
 * could be guessed at: the slot of the account that the command answered tells.
 */
async function setAnother(at: Workplace, commandId: string, password: string): Promise<boolean> {
  const before = answeredBefore(at.db.orm, commandId);
  if (!before) return false;
  const { id } = JSON.parse(before.answer) as { id?: unknown };
  return !(await opensWith(at.folder, (slot) => slot.id === id, password));
}

/**
 * After the commit, and only of an account that is out of use: a cut before it must not lock out a person whose account
 * is in use. What the disk does not take is dropped at the next opening; the account lets nobody in meanwhile.
 */
function dropSlot(at: Workplace, id: string): void {
  if (findAccount(at.db.orm, id)?.active) return;
  try {
    changeKeyFile(at.folder, (file) => withoutSlot(file, id));
  } catch (thrown) {
    if (!weatherOf(thrown)) throw thrown;
  }
}

const rolesText = (roles: readonly Role[]): string => JSON.stringify([...new Set(roles)]);

function viewOf(row: AccountRow): Account {
  return { ...row, roles: rolesOf(row) };
}

/** Names are what people sign in by; a blank more or less must not make two of them. */
const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

const nameTaken = (at: Workplace, name: string): boolean =>
  listAccounts(at.db.orm).some((row) => bare(row.name) === bare(name));

/** Without an administrator nobody could ever add or change an account again. */
function isLastAdministrator(at: Workplace, row: AccountRow): boolean {
  const holds = (one: AccountRow) => one.active && rolesOf(one).includes('administrator');
  return holds(row) && !listAccounts(at.db.orm).some((one) => one.id !== row.id && holds(one));
}

function write(at: Workplace, row: AccountRow, person: string, act: string): Account {
  writeAccount(at.db.orm, row);
  audit(at, person, act, row.id);
  return viewOf(row);
}
