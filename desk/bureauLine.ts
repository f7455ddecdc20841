import { ok, type Result, refuse } from '../domain/result.ts';
import { H_SIG, type Send, type WireRequest } from '../sync/envelope.ts';
import { MAX_BYTES } from '../sync/protocol.ts';

/** Longest wait (ms) for the whole answer to one request. */
const TIME_OUT = 30_000;
/** No answer of the protocol is bigger; a longer one is cut off and proves nothing. */
const MOST_BYTES = 4 * MAX_BYTES;

/** The bureau's address as it is kept: http or https, without the rest that people copy along with it. */
export function bureauAddress(text: string): Result<string, 'bad-address'> {
  const typed = text.normalize('NFKC').trim();
  const url = URL.parse(typed);
  if (!url || !/^https?:\/\//i.test(typed) || url.username || url.password || !url.hostname)
    return refuse('bad-address', { field: 'url' });
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}

/**
 * Carries requests to the bureau at this address, each for a bounded time and not after `ended`. Nothing is followed,
 * cached or remembered: the answer is the server's own, or none.
 */
export const bureauLine =
  (fetchPort: typeof fetch, address: string, ended: AbortSignal): Send =>
  async ({ path, headers, body }: WireRequest) => {
    const answer = await fetchPort(`${address}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([ended, AbortSignal.timeout(TIME_OUT)]),
    });
    const sig = answer.headers.get(H_SIG) ?? undefined;
    return { status: answer.status, headers: { [H_SIG]: sig }, body: await readBounded(answer) };
  };

async function readBounded(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      break;
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}
