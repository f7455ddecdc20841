import { and, eq } from 'drizzle-orm';
import type { BureauContract } from '../contract/bureauConsole.ts';
import type { ConsoleState } from '../contract/bureauViews.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { OfficerRole } from '../domain/person.ts';
import { ok, refuse } from '../domain/result.ts';
import { isWeakPassword } from '../domain/weakPassword.ts';
import { writeAudit } from './audit.ts';
import { answeredBefore, once } from './consoleCommand.ts';
import { inTransaction } from './database.ts';
import { instantOf, type Office, todayOf } from './office.ts';
import { closeSession, closeSessionsOf, openSession } from './officerSessions.ts';
import { hashPassword, isCheap, isPassword } from './password.ts';
import { officer } from './schema.ts';
import { type OfficerRow, officerOf, type Seat } from './seat.ts';
import { forgetTries, takeTry } from './signInTries.ts';

/** Signing in and out at the console, and the own password. */
export const session = (office: Office, seat: Seat): Handlers<BureauContract, OfficerRole>['session'] => ({
  state: () => ok(stateFor(office, seat.officer)),

  async signIn({ name, password }) {
    const typed = name.normalize('NFKC');
    const seconds = await takeTry(office.orm, typed, office.now());
    if (seconds > 0) return refuse('too-many-tries', { detail: { seconds } });
    const found = await office.orm
      .select()
      .from(officer)
      .where(and(eq(officer.name, typed), eq(officer.active, true)));
    const known = found[0];
    if (!(await isPassword(password, known, office.cost)) || !known) {
      await auditSignIn(office, 'session.wrongPassword', known);
      return refuse('wrong-password', { field: 'password' });
    }
    await forgetTries(office.orm, typed);
    if (isCheap(known.passwordCost, office.cost))
      await office.orm
        .update(officer)
        .set(await hashPassword(password, office.cost))
        .where(eq(officer.id, known.id));
    if (seat.token) await closeSession(office.orm, seat.token);
    seat.giveToken(await openSession(office.orm, known.id, office.now()));
    await auditSignIn(office, 'session.signIn', known);
    return ok(stateFor(office, known));
  },

  async signOut() {
    if (seat.token) await closeSession(office.orm, seat.token);
    seat.giveToken('');
    if (seat.officer) await auditSignIn(office, 'session.signOut', seat.officer);
    return ok(stateFor(office, null));
  },

  async changePassword({ commandId, oldPassword, newPassword }) {
    const command = { method: 'session.changePassword', commandId };
    const before = await answeredBefore<ConsoleState>(office.orm, seat, command);
    if (before) return before;
    const own = officerOf(seat);
    const seconds = await takeTry(office.orm, own.name, office.now());
    if (seconds > 0) return refuse('too-many-tries', { field: 'oldPassword', detail: { seconds } });
    if (!(await isPassword(oldPassword, own, office.cost)))
      return refuse('wrong-password', { field: 'oldPassword' });
    await forgetTries(office.orm, own.name);
    if (newPassword === oldPassword || isWeakPassword(newPassword, own.name))
      return refuse('weak-password', { field: 'newPassword' });
    const stored = await hashPassword(newPassword, office.cost);
    const after = { ...own, ...stored, mustChange: false };
    let token = '';
    const done = await once<ConsoleState, never>(office, seat, command, async (tx) => {
      await tx
        .update(officer)
        .set({ ...stored, mustChange: false })
        .where(eq(officer.id, own.id));
      await closeSessionsOf(tx, own.id);
      token = await openSession(tx, own.id, office.now());
      return ok({ answer: stateFor(office, after), ref: own.id });
    });
    if (token) seat.giveToken(token);
    return done;
  },
});

/** What the page starts from. */
function stateFor(office: Office, own: OfficerRow | null): ConsoleState {
  return {
    bureauName: office.bureau.name,
    version: office.version,
    today: todayOf(office),
    officer: own && { id: own.id, name: own.name, roles: own.roles, restricted: own.restricted },
    mustChangePassword: own?.mustChange ?? false,
  };
}

const auditSignIn = (office: Office, act: string, known: OfficerRow | undefined): Promise<void> =>
  inTransaction(office.orm, (tx) =>
    writeAudit(tx, { at: instantOf(office), person: known?.id ?? '', act, ref: known?.id ?? '' }),
  );
