import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { Client } from '../../contract/client.ts';
import type { Result } from '../../domain/result.ts';

let signedOutListener: () => void = () => {};

/** Told when any call is answered "not signed in" or "change your password first". */
export function onSignedOut(listener: () => void): void {
  signedOutListener = listener;
}

/** One call over HTTP; the session is a cookie that no script sees. Anything that is not our answer throws (weather). */
async function call(method: string, input: unknown): Promise<Result<unknown, string>> {
  const response = await fetch(`/console/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
    cache: 'no-store',
  });
  const answer = (await response.json()) as Result<unknown, string>;
  if (typeof answer?.ok !== 'boolean') throw new Error('not an answer of the bureau');
  if (
    !answer.ok &&
    (answer.refusal.code === 'not-signed-in' || answer.refusal.code === 'password-change-due')
  )
    signedOutListener();
  return answer;
}

/** The typed face of the bureau: `bureau.cases.get({ caseId })`; parsing happens at the bureau. */
export const bureau: Client<BureauContract> = new Proxy(
  {},
  {
    get: (_, group: string) =>
      new Proxy({}, { get: (__, name: string) => (input: unknown) => call(`${group}/${name}`, input) }),
  },
) as Client<BureauContract>;

/** For commands: no answer becomes a refusal with a sentence of its own; the same command may be sent again. */
export async function sent<T>(answer: Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await answer;
  } catch {
    return { ok: false, refusal: { code: 'no-bureau' } };
  }
}
