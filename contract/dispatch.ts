import type { Role } from '../domain/person.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import type { Access, Call, CommonRefusal, Contract, OutputOf, ParsedInputOf } from './define.ts';
import { storable } from './storable.ts';

/** The signed-in person a call is made for; null before sign-in. Never part of the input. */
export interface Caller<R extends string = Role> {
  id: string;
  name: string;
  roles: readonly R[];
}

type HandlerOf<T extends Call, R extends string> = (
  input: ParsedInputOf<T>,
  caller: Caller<R>,
) => MaybePromise<Result<OutputOf<T>, T['refusals'][number] | CommonRefusal>>;
type MaybePromise<T> = T | Promise<T>;
/** What answers the calls of a contract; `R` are the roles people hold there (a desk's unless said otherwise). */
export type Handlers<T extends Contract, R extends string = Role> = {
  [G in keyof T]: { [N in keyof T[G]]: HandlerOf<T[G][N], R> };
};

const NOBODY: Caller<never> = { id: '', name: '', roles: [] };

/**
 * The one door: every transport ends here, so everything is parsed here, both ways.
 * What is thrown is either bad weather that `weather` knows (a full disk), or a bug: that is reported with an incident
 * number and answered as `internal`; its text never leaves.
 */
export function createDispatch<T extends Contract, R extends string = Role>(
  contract: T,
  handlers: Handlers<T, R>,
  report: (bug: unknown, method: string) => string,
  weather: (thrown: unknown) => CommonRefusal | null = () => null,
) {
  const calls = new Map<string, { call: Call; handle: HandlerOf<Call, R> }>();
  for (const [group, members] of Object.entries(contract))
    for (const [name, call] of Object.entries(members)) {
      const handle = (handlers as Record<string, Record<string, HandlerOf<Call, R>>>)[group]?.[name];
      if (!handle) throw new Error(`${group}.${name} has no handler`);
      calls.set(`${group}.${name}`, { call, handle });
    }

  return async (
    method: string,
    input: unknown,
    caller: Caller<R> | null,
  ): Promise<Result<unknown, string>> => {
    const found = calls.get(method);
    if (!found) return refuse('invalid-input', { field: 'method' });
    const denied = deny(found.call.access, caller);
    if (denied) return { ok: false, refusal: denied };
    const parsed = found.call.input.safeParse(storable(input));
    if (!parsed.success)
      return refuse('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
    try {
      const answer = await found.handle(parsed.data as never, caller ?? NOBODY);
      return answer.ok ? ok(found.call.output.parse(answer.value)) : answer;
    } catch (thrown) {
      const known = weather(thrown);
      return known ? refuse(known) : refuse('internal', { detail: { incident: report(thrown, method) } });
    }
  };
}

function deny(access: Access, caller: Caller<string> | null): Refusal<CommonRefusal> | null {
  if (access === 'anyone') return null;
  if (!caller) return { code: 'not-signed-in' };
  if (access === 'signed-in') return null;
  return access.some((role) => caller.roles.includes(role)) ? null : { code: 'not-allowed' };
}
