import { randomBytes } from 'node:crypto';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import type { SessionState } from '../contract/session.ts';
import { answeredBefore, findAccount } from '../db/desk.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { once } from './command.ts';
import {
  changeKeyFile,
  forgetBefore,
  type KeyFile,
  makeSlot,
  openSlot,
  opensWith,
  readKeyFile,
  slotByName,
  withKeyFileKept,
  withoutSlot,
  withSlot,
  writeKeyFile,
} from './keyFile.ts';
import { audit, type Office, signOut, signOutPerson } from './office.ts';
import { isWeak, stretch } from './password.ts';
import { untilClosed } from './premises.ts';
import { type Seat, workplaceOf } from './seats.ts';
import { folderOf, stateOf, troubleState } from './sessionState.ts';
import { prepareTraining, sitInTraining } from './training.ts';
import { troubleOf } from './trouble.ts';
import type { Workplace } from './workplace.ts';

/** Wrong tries of names that nobody has are counted together, so that guessing names costs the same. */
const NOBODY = '?';

/** Signing in and out, the own password, the training desk. */
export const session = (office: Office, seat: Seat): Handlers<DeskContract>['session'] => ({
  state: () => ok(stateOf(office, seat)),

  signIn: ({ name, password }) => office.inTurn(() => signIn(office, seat, name, password)),

  signOut() {
    signOut(seat);
    return ok(stateOf(office, seat));
  },

  changePassword: (input, caller) => office.inTurn(() => changePassword(office, seat, input, caller)),

  enterTraining: ({ role }) =>
    office.inTurn(async () => {
      await prepareTraining(office);
      signOut(seat);
      await sitInTraining(office, seat, role);
      return ok(stateOf(office, seat));
    }),

  leaveTraining() {
    if (seat.person?.at === office.training) signOut(seat);
    return ok(stateOf(office, seat));
  },

  setTextSize({ textSize }) {
    office.textSize = textSize;
    const keys = readKeyFile(office.folder);
    if (keys.is === 'there') writeKeyFile(office.folder, { ...keys.file, textSize });
    office.changed(['session']);
    return ok(stateOf(office, seat));
  },
});

type SignInAnswer = Result<SessionState, 'wrong-password' | 'too-many-tries'>;

async function signIn(office: Office, seat: Seat, name: string, password: string): Promise<SignInAnswer> {
  const folder = folderOf(office);
  if (folder.is !== 'there' || !folder.keys.recoveryConfirmed) return ok(stateOf(office, seat));
  const slot = slotByName(folder.keys, name);
  const counted = slot?.name ?? NOBODY;
  const seconds = office.throttle.waitFor(counted);
  if (seconds > 0) return refuse('too-many-tries', { field: 'password', detail: { seconds } });
  const before = office.throttle.countOf(counted);
  // Counted first: a program killed while it compares must not give a free try.
  office.throttle.failed(counted);
  const key = slot
    ? await openSlot(folder.keys, slot, password)
    : await openNothing(password, office.costs.password);
  const answer =
    slot && key ? await enter(office, seat, folder.keys, { id: slot.id, key }, `failed:${before}`) : null;
  if (!answer || !slot) return refuse('wrong-password', { field: 'password' });
  office.throttle.succeeded(counted);
  return ok(answer);
}

/** As much work as a real slot, so that the time tells nothing about who has an account. */
async function openNothing(password: string, cost: Office['costs']['password']): Promise<null> {
  await stretch(password, randomBytes(16), cost);
  return null;
}

/**
 * Opens the desk for a person whose secret gave the data key; the state may be a trouble. Null when the slot belongs
 * to no account in use (an account change was cut off between key file and database).
 */
export async function enter(
  office: Office,
  seat: Seat,
  keys: KeyFile,
  { id, key }: { id: string; key: Buffer },
  ref: string,
  act = 'sign-in',
): Promise<SessionState | null> {
  try {
    await untilClosed(office.real);
    const workplace = office.real.open(keys, key);
    dropOrphans(workplace, keys);
    if (!findAccount(workplace.db.orm, id)?.active) return null;
    workplace.db.write(() => audit(workplace, id, act, ref));
    signOut(seat);
    seat.person = { id, at: office.real };
    return stateOf(office, seat);
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    if (!trouble) throw thrown;
    return troubleState(office, trouble);
  } finally {
    key.fill(0);
  }
}

function dropOrphans(workplace: Workplace, keys: KeyFile): void {
  forgetBefore(workplace.folder);
  const orphans = keys.slots.filter(
    (slot) => slot.kind === 'user' && !findAccount(workplace.db.orm, slot.id)?.active,
  );
  if (orphans.length === 0) return;
  changeKeyFile(workplace.folder, (file) => orphans.reduce((left, { id }) => withoutSlot(left, id), file));
}

type Change = { commandId: string; oldPassword: string; newPassword: string };

async function changePassword(
  office: Office,
  seat: Seat,
  { commandId, oldPassword, newPassword }: Change,
  caller: Caller,
): Promise<
  Result<
    Record<string, never>,
    'wrong-password' | 'weak-password' | 'too-many-tries' | 'not-allowed' | 'invalid-input' | 'saved-before'
  >
> {
  const here = workplaceOf(seat);
  const method = 'session.changePassword';
  const keys = readKeyFile(here.folder);
  const slot = keys.is === 'there' ? keys.file.slots.find((s) => s.id === caller.id) : undefined;
  // People of the training desk have no passwords.
  if (keys.is !== 'there' || !slot) return refuse('not-allowed');
  const seconds = office.throttle.waitFor(slot.name);
  if (seconds > 0) return refuse('too-many-tries', { detail: { seconds } });
  if (isWeak(newPassword, caller.name)) return refuse('weak-password', { field: 'newPassword' });
  office.throttle.failed(slot.name);
  // Asked again because the answer was lost: the old password is no longer right, the new one must be.
  if (answeredBefore(here.db.orm, commandId)?.method === method) {
    if (!(await opensWith(here.folder, ({ id }) => id === caller.id, newPassword)))
      return refuse('saved-before');
    office.throttle.succeeded(slot.name);
    return ok({});
  }
  if (!(await openSlot(keys.file, slot, oldPassword))) return refuse('wrong-password');
  office.throttle.succeeded(slot.name);
  const fresh = await makeSlot(here.dataKey, slot, newPassword, office.costs.password);
  const command = { method, commandId, topics: [], input: {} };
  const done = withKeyFileKept(here.folder, () =>
    once(here, command, (): Result<Record<string, never>, never> => {
      audit(here, caller.id, 'change-password');
      changeKeyFile(here.folder, (file) => withSlot(file, fresh));
      return ok({});
    }),
  );
  if (done.ok) signOutPerson(office, office.real, caller.id, seat);
  return done;
}
