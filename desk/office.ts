import { join } from 'node:path';
import type { Topic } from '../contract/deskContract.ts';
import type { TextSize, Trouble } from '../contract/session.ts';
import { writeAudit } from '../db/auditChain.ts';
import { beijingTime } from '../domain/localDate.ts';
import { type Cost, PASSWORD_COST, RECOVERY_COST } from './password.ts';
import { createPremises, type Premises, type PremisesOptions } from './premises.ts';
import type { Seat } from './seats.ts';
import { createThrottle } from './throttle.ts';
import { troubleOf } from './trouble.ts';
import type { Ports, Workplace } from './workplace.ts';

export interface DeskOptions {
  /** The data folder; it exists and this process alone works with it. */
  folder: string;
  version: string;
  ports: Ports;
  /** Cost of every secret, for tests; the program's own costs otherwise. */
  cost?: Cost;
}

/** The desk as a whole: its two data folders and everybody who sits at it. Features about the desk itself work with it. */
export interface Office {
  readonly folder: string;
  readonly version: string;
  readonly ports: Ports;
  readonly costs: { password: Cost; recovery: Cost };
  readonly real: Premises;
  readonly training: Premises;
  readonly seats: Map<string, Seat>;
  readonly throttle: ReturnType<typeof createThrottle>;
  /** The recovery code just made: answered again to the same command, gone with the program. */
  newCode: { commandId: string; code: string } | null;
  /** Found damaged during work: nothing more is written until the program starts again. */
  damage: Trouble | null;
  /** Chosen before there is a key file to keep it. */
  textSize: TextSize;
  /** Runs one after another what stretches secrets: each needs much memory, and parallel guesses would all count as one. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  changed(topics: readonly Topic[]): void;
  report(bug: unknown, method: string): string;
}

/** An office with everything closed. */
export function createOffice(
  options: DeskOptions,
  { changed, report }: Pick<PremisesOptions, 'changed' | 'report'>,
): Office {
  const { folder, version, ports, cost } = options;
  let last: Promise<unknown> = Promise.resolve();
  const premises = (path: string, training: boolean) =>
    createPremises({ folder: path, training, ports, version, changed, report });
  return {
    folder,
    version,
    ports,
    costs: { password: cost ?? PASSWORD_COST, recovery: cost ?? RECOVERY_COST },
    real: premises(folder, false),
    training: premises(join(folder, 'training'), true),
    seats: new Map(),
    throttle: createThrottle(folder, ports.now),
    newCode: null,
    damage: null,
    textSize: 'large',
    inTurn(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    changed,
    report,
  };
}

/** Writes who did what to the accounts or the session. */
export function audit(at: Workplace, person: string, act: string, ref = ''): void {
  writeAudit(at.db.orm, { at: beijingTime(at.ports.now().toISOString()), person, act, ref });
}

/** Ends the session of a seat. A disk that takes nothing keeps nobody signed in: then only the note is missing. */
export function signOut(seat: Seat): void {
  const { person } = seat;
  seat.person = null;
  const workplace = person?.at.current();
  if (!person || !workplace) return;
  try {
    workplace.db.write(() => audit(workplace, person.id, 'sign-out'));
  } catch (thrown) {
    if (!troubleOf(thrown)) throw thrown;
  }
}

/** Ends every session of a person there, but for one seat. */
export function signOutPerson(office: Office, premises: Premises, id: string, except?: Seat): void {
  const theirs = [...office.seats.values()].filter(
    (seat) => seat !== except && seat.person?.id === id && seat.person.at === premises,
  );
  for (const seat of theirs) signOut(seat);
  if (theirs.length > 0) office.changed(['session']);
}
