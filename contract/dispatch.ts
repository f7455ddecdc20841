import type { Role } from '../domain/person.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import type { Access, Call, CommonRefusal, Contract, OutputOf, ParsedInputOf } from './define.ts';

/** The signed-in person a call is made for; null before sign-in. Never part of the input. */
export interface Caller {
  id: string;
  name: string;
  roles: readonly Role[];
}

type HandlerOf<T extends Call> = (
  input: ParsedInputOf<T>,
  caller: Caller,
) => MaybePromise<Result<OutputOf<T>, T['refusals'][number] | CommonRefusal>>;
type MaybePromise<T> = T | Promise<T>;
export type Handlers<T extends Contract> = { [G in keyof T]: { [N in keyof T[G]]: HandlerOf<T[G][N]> } };

const NOBODY: Caller = { id: '', name: '', roles: [] };

/**
 * The one door: every transport ends here, so everything is parsed here, both ways.
 * A thrown error is reported with an incident number and answered as `internal`; its text never leaves.
 */
export function createDispatch<T extends Contract>(
  contract: T,
  handlers: Handlers<T>,
  report: (bug: unknown, method: string) => string,
) {
  const calls = new Map<string, { call: Call; handle: HandlerOf<Call> }>();
  for (const [group, members] of Object.entries(contract))
    for (const [name, call] of Object.entries(members)) {
      const handle = (handlers as Record<string, Record<string, HandlerOf<Call>>>)[group]?.[name];
      if (!handle) throw new Error(`${group}.${name} has no handler`);
      calls.set(`${group}.${name}`, { call, handle });
    }

  return async (method: string, input: unknown, caller: Caller | null): Promise<Result<unknown, string>> => {
    const found = calls.get(method);
    if (!found) return refuse('invalid-input', { field: 'method' });
    const denied = deny(found.call.access, caller);
    if (denied) return { ok: false, refusal: denied };
    const parsed = found.call.input.safeParse(input);
    if (!parsed.success)
      return refuse('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
    try {
      const answer = await found.handle(parsed.data as never, caller ?? NOBODY);
      return answer.ok ? ok(found.call.output.parse(answer.value)) : answer;
    } catch (bug) {
      return refuse('internal', { detail: { incident: report(bug, method) } });
    }
  };
}

function deny(access: Access, caller: Caller | null): Refusal<CommonRefusal> | null {
  if (access === 'anyone') return null;
  if (!caller) return { code: 'not-signed-in' };
  if (access === 'signed-in') return null;
  return access.some((role) => (caller.roles as readonly string[]).includes(role))
    ? null
    : { code: 'not-allowed' };
}
