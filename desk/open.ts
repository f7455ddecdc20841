import { type DeskContract, deskContract, type Topic } from '../contract/deskContract.ts';
import { createDispatch, type Handlers } from '../contract/dispatch.ts';
import { type Result, refuse } from '../domain/result.ts';
import { accounts } from './accounts.ts';
import { assignments } from './assignments.ts';
import { attachments } from './attachments.ts';
import { cases } from './cases.ts';
import { drafts } from './drafts.ts';
import { handling } from './handling.ts';
import { createIncidents } from './incidents.ts';
import { mediation } from './mediation.ts';
import { createOffice, type DeskOptions, type Office, signOut } from './office.ts';
import { papers } from './papers.ts';
import { parts } from './parts.ts';
import { createPlaces, type Places, places as placesFeature } from './places.ts';
import type { Premises } from './premises.ts';
import { registration } from './registration.ts';
import { reviews } from './reviews.ts';
import { callerOf, type Seat, syncOf, workplaceOf } from './seats.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { today } from './today.ts';
import { troubleOf, weatherOf } from './trouble.ts';
import { unit } from './unit.ts';

/** An opened desk, as both shells use it. `connection` names a window or tab; who is signed in hangs on it. */
export interface Desk {
  call(connection: string, method: string, input: unknown): Promise<Result<unknown, string>>;
  /** The window or tab is gone for good: whoever was signed in there is signed out. Its drafts stay. */
  leave(connection: string): Promise<void>;
  /** Tells which topics changed; answers how to stop. */
  onChange(listener: (topics: Topic[]) => void): () => void;
  close(): Promise<void>;
}

/**
 * Opens the desk of a data folder. Nothing in it is readable until a person signs in: the data key is in memory only
 * while somebody is, and the last one out closes the database.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const listeners = new Set<(topics: Topic[]) => void>();
  const report = createIncidents(options.folder, options.ports.now);
  const changed = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener([...topics]);
  };
  const office = createOffice(options, { changed, report });
  const places = createPlaces();
  const calls = new Set<Running>();
  const doors = new Map<string, Door>();
  const doorOf = (connection: string): Door => {
    const door = doors.get(connection) ?? createDoor(office, connection, places, report);
    doors.set(connection, door);
    return door;
  };
  let closed = false;

  return {
    async call(connection, method, input) {
      if (closed) return refuse('not-ready');
      const door = doorOf(connection);
      const running = { at: door.seat.person?.at, answer: door.call(method, input) };
      calls.add(running);
      try {
        return await running.answer;
      } finally {
        calls.delete(running);
        await closeUnused(office, calls);
      }
    },
    async leave(connection) {
      const door = doors.get(connection);
      if (!door) return;
      doors.delete(connection);
      office.seats.delete(connection);
      try {
        signOut(door.seat);
        await closeUnused(office, calls);
      } catch (thrown) {
        report(thrown, 'leave');
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      closed = true;
      await Promise.allSettled([...calls].map(({ answer }) => answer));
      await Promise.all([office.real.close(), office.training.close()]);
    },
  };
}

/** A call under way, and where its person sat when it began. */
interface Running {
  at: Premises | undefined;
  answer: Promise<Result<unknown, string>>;
}

/** Closes what nobody sits at and no call still works with. */
async function closeUnused(office: Office, calls: ReadonlySet<Running>): Promise<void> {
  const inUse = (premises: Premises) =>
    [...office.seats.values()].some((seat) => seat.person?.at === premises) ||
    [...calls].some((running) => running.at === premises);
  const unused = [office.real, office.training].filter((premises) => !inUse(premises));
  await Promise.all(unused.map((premises) => premises.close()));
}

interface Door {
  seat: Seat;
  call(method: string, input: unknown): Promise<Result<unknown, string>>;
}

/** One seat and its dispatch. */
function createDoor(
  office: Office,
  connection: string,
  places: Places,
  report: (bug: unknown, method: string) => string,
): Door {
  const seat: Seat = { connection, person: null };
  office.seats.set(connection, seat);
  const weather = (thrown: unknown) => {
    noteDamage(office, seat, thrown);
    return weatherOf(thrown);
  };
  const dispatch = createDispatch(deskContract, handlersOf(office, seat, places), report, weather);
  return {
    seat,
    async call(method, input) {
      try {
        return await dispatch(method, input, callerOf(seat));
      } catch (thrown) {
        // Only reading who sits here is outside the dispatch.
        const known = weather(thrown);
        return known ? refuse(known) : refuse('internal', { detail: { incident: report(thrown, method) } });
      }
    },
  };
}

/** Damage found in the middle of the work: everybody is signed out, and nothing more is written. */
function noteDamage(office: Office, seat: Seat, thrown: unknown): void {
  const trouble = troubleOf(thrown);
  if (trouble !== 'damaged-database' || seat.person?.at !== office.real) return;
  office.damage = trouble;
  for (const one of office.seats.values()) if (one.person?.at === office.real) one.person = null;
  office.changed(['session']);
}

function handlersOf(office: Office, seat: Seat, places: Places): Handlers<DeskContract> {
  const at = () => workplaceOf(seat);
  return {
    session: session(office, seat),
    setup: setup(office, seat, places),
    accounts: accounts(office, seat),
    unit: unit(at),
    places: placesFeature(places),
    drafts: drafts(at),
    today: today(at),
    registration: registration(at),
    cases: cases(at),
    handling: handling(at),
    parts: parts(at),
    reviews: reviews(at),
    assignments: assignments(at),
    mediation: mediation(at),
    papers: papers(at),
    attachments: attachments(at),
    sync: {
      state: (input, caller) => syncOf(seat).state(input, caller),
      outbox: (input, caller) => syncOf(seat).outbox(input, caller),
      exchange: (input, caller) => syncOf(seat).exchange(input, caller),
      enrol: (input, caller) => syncOf(seat).enrol(input, caller),
      settle: (input, caller) => syncOf(seat).settle(input, caller),
    },
  };
}
