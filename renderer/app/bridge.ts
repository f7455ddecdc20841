import type { Client } from '../../contract/client.ts';
import type { DeskContract, Topic } from '../../contract/deskContract.ts';
import type { Result } from '../../domain/result.ts';

/** What a shell puts before the page: one call, one ear. A call that throws means the desk program is gone. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Result<unknown, string>>;
  onChange(listener: (topics: string[]) => void): () => void;
}

let bridge: Bridge | null = null;
let signedOutListener: () => void = () => {};

/** Chooses the transport, once, before the first screen. */
export function setBridge(chosen: Bridge): void {
  bridge = chosen;
}

/** Told when any call is answered "not signed in" (locked elsewhere, desk restarted). */
export function onSignedOut(listener: () => void): void {
  signedOutListener = listener;
}

async function call(method: string, input: unknown): Promise<Result<unknown, string>> {
  if (!bridge) throw new Error('the page has no bridge to its desk');
  const answer = await bridge.call(method, input);
  if (!answer.ok && answer.refusal.code === 'not-signed-in') signedOutListener();
  return answer;
}

/**
 * The typed face of the desk: `desk.cases.get({ caseId })`. Names are made on the way, so that the schemas
 * of the contract (and zod) stay out of the first load; parsing happens at the desk.
 */
export const desk: Client<DeskContract> = lazyClient();

function lazyClient(): Client<DeskContract> {
  const group = (name: string) =>
    new Proxy({}, { get: (_, member: string) => (input: unknown) => call(`${name}.${member}`, input) });
  return new Proxy({}, { get: (_, name: string) => group(name) }) as Client<DeskContract>;
}

/** Listens for changes that touch any of the topics; answers how to stop. */
export function onTopics(topics: readonly Topic[], listener: () => void): () => void {
  if (!bridge) return () => {};
  return bridge.onChange((changed) => {
    if (changed.some((topic) => (topics as readonly string[]).includes(topic))) listener();
  });
}
