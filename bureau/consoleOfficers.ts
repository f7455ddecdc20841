import { and, arrayContains, eq, ne } from 'drizzle-orm';
import type { BureauContract } from '../contract/bureauConsole.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { OfficerRole } from '../domain/person.ts';
import { ok, refuse } from '../domain/result.ts';
import { once } from './consoleCommand.ts';
import type { Transaction } from './database.ts';
import type { Office } from './office.ts';
import { addOfficer, officerView } from './officerAccount.ts';
import { closeSessionsOf } from './officerSessions.ts';
import { hashPassword, makeOneTimePassword } from './password.ts';
import { officer } from './schema.ts';
import type { OfficerRow, Seat } from './seat.ts';

/** 人员: who may sign in at the bureau, with which duties. */
export const officers = (office: Office, seat: Seat): Handlers<BureauContract, OfficerRole>['officers'] => ({
  async list() {
    const rows = await office.orm.select().from(officer).orderBy(officer.createdAt, officer.id);
    return ok(rows.map(officerView));
  },

  add({ commandId, ...account }) {
    const command = { method: 'officers.add', commandId, secret: true };
    return once(office, seat, command, async (tx) => {
      const name = account.name.normalize('NFKC');
      const [taken] = await tx.select({ id: officer.id }).from(officer).where(eq(officer.name, name));
      if (taken) return refuse('name-taken', { field: 'name' });
      const roles = [...new Set(account.roles)];
      const { row, password } = await addOfficer(
        tx,
        { ...account, name, roles },
        { cost: office.cost, now: office.now() },
      );
      return ok({ answer: { ...officerView(row), password }, ref: row.id });
    });
  },

  update({ commandId, id, ...change }) {
    return once(office, seat, { method: 'officers.update', commandId }, async (tx) => {
      const known = await find(tx, id);
      if (!known) return refuse('unknown-person');
      const stays = change.active && change.roles.includes('administrator');
      if (!stays && (await isLastAdministrator(tx, known))) return refuse('last-administrator');
      const after = { ...known, ...change, roles: [...new Set(change.roles)] };
      const { roles, restricted, active } = after;
      await tx.update(officer).set({ roles, restricted, active }).where(eq(officer.id, id));
      if (!active) await closeSessionsOf(tx, id);
      return ok({ answer: officerView(after), ref: id });
    });
  },

  resetPassword({ commandId, id }) {
    const command = { method: 'officers.resetPassword', commandId, secret: true };
    return once(office, seat, command, async (tx) => {
      const known = await find(tx, id);
      if (!known) return refuse('unknown-person');
      const password = makeOneTimePassword();
      const stored = await hashPassword(password, office.cost);
      await tx
        .update(officer)
        .set({ ...stored, mustChange: true })
        .where(eq(officer.id, id));
      await closeSessionsOf(tx, id);
      return ok({ answer: { ...officerView(known), password }, ref: id });
    });
  },
});

async function find(tx: Transaction, id: string): Promise<OfficerRow | undefined> {
  const [row] = await tx.select().from(officer).where(eq(officer.id, id)).for('update');
  return row;
}

/** True when nobody else could look after accounts. All administrators are locked, so that two cannot leave at once. */
async function isLastAdministrator(tx: Transaction, { id, active, roles }: OfficerRow): Promise<boolean> {
  if (!active || !roles.includes('administrator')) return false;
  const others = await tx
    .select({ id: officer.id })
    .from(officer)
    .where(and(ne(officer.id, id), eq(officer.active, true), arrayContains(officer.roles, ['administrator'])))
    .orderBy(officer.id)
    .for('update');
  return others.length === 0;
}
