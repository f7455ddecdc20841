import type { SessionState, Trouble } from '../contract/session.ts';
import { beijingDate } from '../domain/localDate.ts';
import { type KeyFile, readKeyFile } from './keyFile.ts';
import type { Office } from './office.ts';
import { callerOf, type Seat } from './seats.ts';
import { checkFolder, type FolderState } from './trouble.ts';

/** What the page of this seat shows: the phase, and what belongs to it. */
export function stateOf(office: Office, seat: Seat): SessionState {
  const caller = callerOf(seat);
  if (!caller || !seat.person) return closedState(office);
  const { folder, training } = seat.person.at;
  const keys = sound(folder);
  return {
    ...always(office),
    phase: 'signed-in',
    training,
    ...(keys && { unit: keys.unit }),
    user: { id: caller.id, name: caller.name, roles: [...caller.roles] },
  };
}

/** The state of a desk that could not be opened. */
export const troubleState = (office: Office, trouble: Trouble): SessionState => ({
  ...always(office),
  phase: 'trouble',
  trouble,
});

/** The folder as far as somebody may come in: damage found during work outlasts what the files look like. */
export const folderOf = (office: Office): FolderState =>
  office.damage ? { is: 'trouble', trouble: office.damage } : checkFolder(office.folder);

function closedState(office: Office): SessionState {
  const folder = folderOf(office);
  if (folder.is === 'trouble') return troubleState(office, folder.trouble);
  if (folder.is === 'empty') return { ...always(office), phase: 'setup' };
  const { unit, recoveryConfirmed } = folder.keys;
  const phase = recoveryConfirmed ? 'signed-out' : 'confirm-recovery';
  return { ...always(office), phase, unit, names: namesIn(folder.keys) };
}

const byName = new Intl.Collator('zh-Hans-CN');
const namesIn = (keys: KeyFile): string[] =>
  keys.slots
    .filter((slot) => slot.kind === 'user')
    .map((slot) => slot.name)
    .sort(byName.compare);

function always(office: Office): Omit<SessionState, 'phase'> {
  return {
    training: false,
    names: [],
    textSize: sound(office.folder)?.textSize ?? office.textSize,
    today: beijingDate(office.ports.now().toISOString()),
    version: office.version,
  };
}

function sound(folder: string): KeyFile | null {
  try {
    const keys = readKeyFile(folder);
    return keys.is === 'there' ? keys.file : null;
  } catch {
    // Unreadable is a trouble with a sentence of its own; here it only means that nothing is known.
    return null;
  }
}
