import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../../contract/client.ts';
import type { InputOf } from '../../contract/define.ts';
import { type DeskContract, deskContract } from '../../contract/deskContract.ts';
import { type Desk, openDesk } from '../../desk/open.ts';
import type { Result } from '../../domain/result.ts';

// Made-up people; the town is real, nothing else is.
export const ADMINISTRATOR = { name: '罗秀英', password: 'jie fang tai 2026' };
export const CLERK = { name: '温小敏', password: 'nuan shui hu 77' };

/** Secrets of tests cost little; what the program pays is a test of its own. */
export const CHEAP = { memoryKiB: 256, passes: 1 };

export interface Opened {
  folder: string;
  desk: Desk;
  /** What the desk told its pages. */
  changes: string[][];
  /** The desk as the page of this connection sees it. */
  at(connection: string): Client<DeskContract>;
}

/** A clock that a test sets. */
export const clock = { now: '2026-03-02T09:00:00+08:00' };

/** A temporary folder, gone at the end of the test that asks for it. */
export function newFolder(onEnd: (end: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-premises-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the desk of a folder as the shells do. */
export async function opened(
  folder: string,
  printPdf: (html: string) => Promise<Uint8Array> = () => Promise.reject(new Error('no browser here')),
): Promise<Opened> {
  const now = () => new Date(clock.now);
  const desk = await openDesk({ folder, version: '1.2.3', ports: { printPdf, fetch, now }, cost: CHEAP });
  const changes: string[][] = [];
  desk.onChange((topics) => changes.push(topics));
  const at = (connection: string) =>
    createClient(deskContract, (method, input) => desk.call(connection, method, input));
  return { folder, desk, changes, at };
}

/** What set-up is asked, with changes. */
export const setupInput = (
  change: Partial<InputOf<DeskContract['setup']['create']>> = {},
): InputOf<DeskContract['setup']['create']> => ({
  commandId: randomUUID(),
  townCode: '441481104',
  organName: '兴宁市新陂镇人民政府',
  organCode: '新陂府',
  statutoryRole: 'ART23_ORGAN',
  letter: 'A',
  contactPerson: '罗秀英',
  contactPhone: '0753-0000000',
  superiorOrgan: '兴宁市人民政府',
  administratorName: ADMINISTRATOR.name,
  password: ADMINISTRATOR.password,
  alsoClerk: true,
  ...change,
});

/** The value of an answer; a refusal fails the test that did not expect it. */
export function taken<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

/** The refusal's code of an answer, or 'ok'. */
export const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'ok' : answer.refusal.code);

/** Sets the desk up and confirms the recovery code, which is answered. */
export async function setUp({ at }: Opened): Promise<string> {
  const { recoveryCode } = taken(await at('setup').setup.create(setupInput()));
  taken(await at('setup').setup.confirmRecovery({ commandId: randomUUID(), recoveryCode }));
  return recoveryCode;
}

/** Signs in at a connection and answers its client. */
export async function signedIn(
  { at }: Opened,
  connection: string,
  { name, password }: { name: string; password: string } = ADMINISTRATOR,
): Promise<Client<DeskContract>> {
  const client = at(connection);
  const state = taken(await client.session.signIn({ name, password }));
  if (state.phase !== 'signed-in') throw new Error(`signed in, and the phase is ${state.phase}`);
  return client;
}

/** The administrator adds the clerk. */
export async function addClerk(administrator: Client<DeskContract>): Promise<string> {
  const roles: ['clerk'] = ['clerk'];
  const added = await administrator.accounts.add({ commandId: randomUUID(), ...CLERK, roles });
  return taken(added).id;
}
