import type { Result } from '../../domain/result.ts';
import type { Bridge } from '../app/bridge.ts';
import { followChanges } from './changes.ts';

/** Where the program that opened this window left the ticket for its first load; see `enter`. */
const TICKET = 'desk-ticket';

/**
 * The bridge of a page that the loopback desk serves. A call throws when the program does not answer or no longer
 * knows this page; then the page can only be closed and opened again.
 */
export function httpBridge(): Bridge {
  const key = enter();
  // A page without a key is shown, and says at its first call that the desk is gone.
  key.catch(() => {});
  return {
    call: async (method, input) => call(await key, method, input),
    onChange: followChanges(key),
  };
}

/**
 * Exchanges the ticket of this window for the key of this load and the ticket of the next one. The key stays in the
 * page's memory; only the ticket outlives a reload, in the window's own session storage, and it works once.
 */
async function enter(): Promise<string> {
  const ticket = sessionStorage.getItem(TICKET);
  if (ticket === null) throw new Error('this window was not opened by the desk');
  const answer = await fetch('/enter', post({ ticket }));
  if (!answer.ok) throw new Error(`the desk does not know this window (${answer.status})`);
  const entered = (await answer.json()) as { key: string; ticket: string };
  sessionStorage.setItem(TICKET, entered.ticket);
  return entered.key;
}

/** What a browser still sends after its page is gone, in bytes; it promises 64 KiB for all such requests together. */
const OUTLIVES_PAGE = 48 * 1024;

async function call(key: string, method: string, input: unknown): Promise<Result<unknown, string>> {
  const request = post({ method, input }, key);
  // Saving a draft may be the last thing a closed or reloaded page does.
  const keepalive = method === 'drafts.save' && new Blob([request.body]).size < OUTLIVES_PAGE;
  const answer = await fetch('/call', { ...request, keepalive });
  if (answer.ok) return (await answer.json()) as Result<unknown, string>;
  // Larger than any call may be: an input at fault like any other, nothing about the desk.
  if (answer.status === 413) return { ok: false, refusal: { code: 'invalid-input' } };
  throw new Error(`the desk refused the call (${answer.status})`);
}

function post(body: unknown, key?: string) {
  const bearer: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify(body),
  } satisfies RequestInit;
}
