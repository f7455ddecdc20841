import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { SessionState } from '../contract/session.ts';
import type { SetupInput } from '../contract/setup.ts';
import { beijingDate, beijingTime } from '../domain/localDate.ts';
import { renderPaper } from '../domain/papers/paper.ts';
import type { Role } from '../domain/person.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { committeeOf, type Installation, installationSteps, newDataKey } from './installation.ts';
import {
  changeKeyFile,
  type KeyFile,
  makeSlot,
  openSlot,
  recoverySlot,
  slotByName,
  withSlot,
} from './keyFile.ts';
import { type Office, signOutPerson } from './office.ts';
import { isWeak, makeRecoveryCode, normaliseRecoveryCode } from './password.ts';
import type { Places } from './places.ts';
import type { Seat } from './seats.ts';
import { enter } from './session.ts';
import { folderOf, stateOf } from './sessionState.ts';

type Input = z.output<typeof SetupInput>;
type Created = Result<
  { recoveryCode: string },
  'already-set-up' | 'unknown-town' | 'weak-password' | 'disk-full' | 'read-only'
>;

/** The first run, and the way back in with the code that it printed. */
export const setup = (office: Office, seat: Seat, places: Places): Handlers<DeskContract>['setup'] => ({
  create: (input) => office.inTurn(() => create(office, input, places)),

  async recoverySheet({ recoveryCode }) {
    const keys = unconfirmed(office);
    if (!keys || !(await opens(office, keys, recoveryCode))) return refuse('wrong-code');
    const pdf = await printSheet(office, keys, recoveryCode);
    return pdf ? ok({ pdf: Buffer.from(pdf).toString('base64') }) : refuse('printing-unavailable');
  },

  renewCode: (input) => office.inTurn(() => renewCode(office, input)),

  async confirmRecovery({ recoveryCode }) {
    const keys = unconfirmed(office);
    // Confirmed a moment ago by a call whose answer was lost.
    if (!keys) return ok(stateOf(office, seat));
    if (!(await opens(office, keys, recoveryCode))) return refuse('wrong-code');
    changeKeyFile(office.folder, (file) => ({ ...file, recoveryConfirmed: true }));
    office.newCode = null;
    office.changed(['session']);
    return ok(stateOf(office, seat));
  },

  recover: (input) => office.inTurn(() => recover(office, seat, input)),
});

async function create(office: Office, input: Input, places: Places): Promise<Created> {
  const { folder } = office;
  if (office.newCode?.commandId === input.commandId) return ok({ recoveryCode: office.newCode.code });
  const state = folderOf(office);
  if (state.is === 'trouble' && (state.trouble === 'disk-full' || state.trouble === 'read-only'))
    return refuse(state.trouble);
  if (state.is !== 'empty') return refuse('already-set-up');
  const town = places.find(input.townCode);
  if (!town) return refuse('unknown-town', { field: 'townCode' });
  if (isWeak(input.password, input.administratorName)) return refuse('weak-password', { field: 'password' });
  const code = makeRecoveryCode();
  const plan = await planOf(office, input, town.name, code);
  for (const step of installationSteps({ ...plan, folder })) step();
  plan.key.fill(0);
  office.newCode = { commandId: input.commandId, code };
  office.changed(['session']);
  return ok({ recoveryCode: code });
}

type Renewed = Result<{ recoveryCode: string }, 'wrong-password' | 'too-many-tries' | 'already-set-up'>;

/**
 * A set-up that was cut off before its code was on paper. The password opens the data key, which gets a slot of a new
 * code; key, stream and database stay, and whoever does not know the password changes nothing.
 */
async function renewCode(
  office: Office,
  { commandId, password }: { commandId: string; password: string },
): Promise<Renewed> {
  if (office.newCode?.commandId === commandId) return ok({ recoveryCode: office.newCode.code });
  const keys = unconfirmed(office);
  const slot = keys?.slots.find(({ kind }) => kind === 'user');
  if (!keys || !slot) return refuse('already-set-up');
  const seconds = office.throttle.waitFor(slot.name);
  if (seconds > 0) return refuse('too-many-tries', { field: 'password', detail: { seconds } });
  office.throttle.failed(slot.name);
  const key = await openSlot(keys, slot, password);
  if (!key) return refuse('wrong-password', { field: 'password' });
  try {
    office.throttle.succeeded(slot.name);
    const code = makeRecoveryCode();
    const owner = { kind: 'recovery', id: 'recovery', name: '' } as const;
    const fresh = await makeSlot(key, owner, code, office.costs.recovery);
    changeKeyFile(office.folder, (file) => withSlot(file, fresh));
    office.newCode = { commandId, code };
    return ok({ recoveryCode: code });
  } finally {
    key.fill(0);
  }
}

async function planOf(office: Office, input: Input, town: string, code: string): Promise<Installation> {
  const { costs } = office;
  const key = newDataKey();
  const founder = { id: randomUUID(), name: input.administratorName };
  const at = beijingTime(office.ports.now().toISOString());
  const roles: Role[] = input.alsoClerk ? ['administrator', 'clerk'] : ['administrator'];
  const { organName, organCode, statutoryRole, letter, contactPerson, contactPhone, superiorOrgan } = input;
  return {
    folder: office.folder,
    key,
    unit: { code: input.townCode, name: town, organName, statutoryRole, letter },
    settings: {
      ...{ organName, organCode, contactPerson, contactPhone, superiorOrgan },
      committee: committeeOf(organName),
    },
    training: false,
    accounts: [{ ...founder, roles: JSON.stringify(roles), active: true, createdAt: at }],
    founder,
    slots: [
      await makeSlot(key, { kind: 'user', ...founder }, input.password, costs.password),
      await makeSlot(key, { kind: 'recovery', id: 'recovery', name: '' }, code, costs.recovery),
    ],
    at,
  };
}

const unconfirmed = (office: Office): KeyFile | null => {
  const state = folderOf(office);
  return state.is === 'there' && !state.keys.recoveryConfirmed ? state.keys : null;
};

async function opens(office: Office, keys: KeyFile, code: string): Promise<boolean> {
  const key = await openWithCode(office, keys, code);
  key?.fill(0);
  return key !== null;
}

/** The data key from the paper code; 98 random bits need no count of tries. */
function openWithCode(office: Office, keys: KeyFile, code: string): Promise<Buffer | null> {
  const slot = recoverySlot(keys);
  return slot ? office.inTurn(() => openSlot(keys, slot, code)) : Promise.resolve(null);
}

async function printSheet(office: Office, keys: KeyFile, code: string): Promise<Uint8Array | null> {
  const frame = {
    organName: keys.unit.organName,
    organCode: keys.unit.letter,
    date: beijingDate(office.ports.now().toISOString()),
    contact: { person: '', phone: '' },
  };
  const printed = normaliseRecoveryCode(code).replace(/(.{5})(?=.)/g, '$1-');
  const page = renderPaper('recoveryCode', { code: printed, deskLetter: keys.unit.letter }, frame);
  if (!page.ok) throw new Error(`the sheet of the recovery code lacks ${page.refusal.field}`);
  try {
    return await office.ports.printPdf(page.value);
  } catch {
    // No browser component here: the page says so, and the code is copied by hand.
    return null;
  }
}

type Recover = { recoveryCode: string; name: string; newPassword: string };
type Recovered = Result<SessionState, 'wrong-code' | 'unknown-person' | 'weak-password'>;

async function recover(
  office: Office,
  seat: Seat,
  { recoveryCode, name, newPassword }: Recover,
): Promise<Recovered> {
  const state = folderOf(office);
  if (state.is !== 'there' || !state.keys.recoveryConfirmed) return ok(stateOf(office, seat));
  const { keys } = state;
  const slot = recoverySlot(keys);
  const key = slot ? await openSlot(keys, slot, recoveryCode) : null;
  if (!key) return refuse('wrong-code');
  try {
    const old = slotByName(keys, name);
    if (!old) return refuse('unknown-person', { field: 'name' });
    if (isWeak(newPassword, old.name)) return refuse('weak-password');
    const fresh = await makeSlot(key, old, newPassword, office.costs.password);
    changeKeyFile(office.folder, (file) => withSlot(file, fresh));
    office.throttle.succeeded(old.name);
    signOutPerson(office, office.real, old.id);
    const answer = await enter(office, seat, keys, { id: old.id, key }, '', 'recover');
    return answer ? ok(answer) : refuse('unknown-person', { field: 'name' });
  } finally {
    key.fill(0);
  }
}
