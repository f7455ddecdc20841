import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Call, OutputOf } from '../../contract/define.ts';
import { type DeskContract, deskContract, type Topic } from '../../contract/deskContract.ts';
import { type Caller, createDispatch, type Handlers } from '../../contract/dispatch.ts';
import { insertEvent, trustStream } from '../../db/events.ts';
import { project } from '../../db/project.ts';
import { assignments } from '../../desk/assignments.ts';
import { attachments } from '../../desk/attachments.ts';
import { cases } from '../../desk/cases.ts';
import { handling } from '../../desk/handling.ts';
import { installationSteps, newDataKey } from '../../desk/installation.ts';
import { readKeyFile } from '../../desk/keyFile.ts';
import { mediation } from '../../desk/mediation.ts';
import { papers } from '../../desk/papers.ts';
import { parts } from '../../desk/parts.ts';
import { createPremises } from '../../desk/premises.ts';
import { registration } from '../../desk/registration.ts';
import { reviews } from '../../desk/reviews.ts';
import { today } from '../../desk/today.ts';
import type { Workplace } from '../../desk/workplace.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Registration } from '../../domain/events/registration.ts';
import { beijingTime } from '../../domain/localDate.ts';
import type { Result } from '../../domain/result.ts';
import { openFact } from '../../sync/fact.ts';
import { type Frame, NO_HASH, sealFrame } from '../../sync/frame.ts';
import { ALG, makeKeyPair, streamIdOf } from '../../sync/keys.ts';
import { BUREAU, clerk, id, item, TOWN } from './madeUp.ts';

const PARTS = {
  registration,
  cases,
  handling,
  parts,
  reviews,
  assignments,
  mediation,
  papers,
  attachments,
  today,
};
type Part = keyof typeof PARTS;
type Calls = { [P in Part]: DeskContract[P] };
type Output<P extends Part, N extends keyof Calls[P]> = Calls[P][N] extends Call
  ? OutputOf<Calls[P][N]>
  : never;

const partContract = Object.fromEntries(
  Object.keys(PARTS).map((name) => [name, deskContract[name as Part]]),
) as unknown as Calls;

interface Options {
  letter?: string;
  training?: boolean;
  printPdf?: (html: string) => Promise<Uint8Array>;
  /** The network; without it there is none. */
  fetch?: typeof fetch;
}

/** A real desk in a temporary folder with the features of cases, its clock in the test's hand. */
export function openWorkplace({ letter = 'A', training = false, printPdf, fetch }: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const clock = { now: '2026-03-02T09:15:00+08:00' };
  const changes: Topic[][] = [];
  const bugs: unknown[] = [];
  const keyOfDesk = newDataKey();
  const settings = {
    organName: '兴宁市新陂镇人民政府',
    organCode: '新陂',
    contactPerson: '罗秀英',
    contactPhone: '0753-3000000',
    superiorOrgan: '兴宁市人民政府',
    committee: '新陂镇人民调解委员会',
  };
  const unit = { ...TOWN, organName: settings.organName, statutoryRole: 'ART23_ORGAN' as const, letter };
  const at = beijingTime(new Date(clock.now).toISOString());
  const plan = {
    folder,
    key: keyOfDesk,
    unit,
    settings,
    training,
    accounts: [],
    founder: clerk,
    slots: [],
    at,
  };
  for (const step of installationSteps(plan)) step();
  const keys = readKeyFile(folder);
  if (keys.is !== 'there') throw new Error('the desk was not set up');
  const premises = createPremises({
    folder,
    training,
    version: '0.0.0',
    changed: (topics) => changes.push([...topics]),
    report: (bug) => `${bugs.push(bug)}`,
    ports: {
      // What is outside: gives back the page as bytes unless the test prints for real.
      printPdf: printPdf ?? (async (html) => Buffer.from(html)),
      fetch: fetch ?? (() => Promise.reject(new Error('no network'))),
      now: () => new Date(clock.now),
    },
  });
  const workplace = premises.open(keys.file, keyOfDesk);
  const sync = premises.sync();
  if (!sync) throw new Error('an open desk has an exchange');
  const bound = Object.fromEntries(
    Object.entries(PARTS).map(([name, make]) => [name, make(() => premises.current() as Workplace)]),
  ) as Handlers<Calls>;
  const dispatch = createDispatch(partContract, bound, (bug) => `${bugs.push(bug)}`);

  async function call<P extends Part, N extends keyof Calls[P] & string>(
    who: Caller,
    part: P,
    name: N,
    input: object,
  ): Promise<Result<Output<P, N>, string>> {
    const answer = await dispatch(`${part}.${name}`, input, who);
    if (bugs.length > 0) throw bugs[0];
    if (!answer.ok) {
      const { refusals: listed } = partContract[part][name] as Call;
      expect([...listed, 'invalid-input', 'not-allowed', 'saved-before']).toContain(answer.refusal.code);
    }
    return answer as never;
  }

  /** The value of a call that must succeed. */
  async function must<P extends Part, N extends keyof Calls[P] & string>(
    who: Caller,
    part: P,
    name: N,
    input: object,
  ): Promise<Output<P, N>> {
    const answer = await call(who, part, name, input);
    if (!answer.ok) throw new Error(`${part}.${name}: ${JSON.stringify(answer.refusal)}`);
    return answer.value as never;
  }
  /** Why a call that must fail does. */
  async function refused<P extends Part, N extends keyof Calls[P] & string>(
    who: Caller,
    part: P,
    name: N,
    input: object,
  ) {
    const answer = await call(who, part, name, input);
    if (answer.ok) throw new Error(`${part}.${name} was done`);
    return answer.refusal;
  }

  return {
    folder,
    workplace,
    /** The exchange that runs behind the pages; wakes by itself after each registration. */
    sync,
    clock,
    changes,
    call,
    must,
    refused,
    bureau: bureauOf(workplace, clock),
    /** Registers an item and answers its id. */
    async register(change: Partial<Registration> = {}, who: Caller = clerk): Promise<string> {
      const input = { commandId: id(), registration: item(change) };
      return (await must(who, 'registration', 'register', input)).caseId;
    },
    async close() {
      await premises.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Desk = ReturnType<typeof openWorkplace>;

/** The bureau's facts as a pull brings them: signed by its own stream, accepted, folded. */
function bureauOf(at: Workplace, clock: { now: string }) {
  const keys = makeKeyPair();
  const stream = streamIdOf(keys.publicKey);
  trustStream(at.db.orm, { stream, publicKey: keys.publicKey, unitCode: BUREAU.code, unitName: BUREAU.name });
  let seq = 0;
  return (caseId: string, event: DomainEvent): void => {
    seq += 1;
    const entered = beijingTime(new Date(clock.now).toISOString());
    const frame: Frame = {
      alg: ALG,
      stream,
      seq,
      prev: NO_HASH,
      id: randomUUID(),
      type: event.type,
      v: 1,
      case: caseId,
      scope: `unit:${TOWN.code}`,
      custody: 0,
      actor: JSON.stringify({ id: 'officer-1', name: '李科长' }),
      hlc: '',
      claimed: entered,
      entered,
      clk: { off: null, src: 'server' },
      blobs: [],
      body: JSON.stringify(event.body),
    };
    at.db.write(() => {
      const { id: eventId, type, v } = frame;
      const row = { stream, seq, id: eventId, type, v, caseId, entered };
      insertEvent(at.db.orm, { ...row, ...sealFrame(frame, keys.privateKey), verdict: 'accepted' });
      const recorded = openFact(frame, BUREAU.code);
      if (typeof recorded === 'string') throw new Error(`the fact is ${recorded}`);
      project(at.db.orm, recorded);
    });
  };
}
