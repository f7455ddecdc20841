import type { Result } from '../domain/result.ts';
import type { Call, CommonRefusal, Contract, InputOf, OutputOf } from './define.ts';

/** Carries one call to wherever the desk lives. Both shells and the tests provide one. */
export type CallFunction = (method: string, input: unknown) => Promise<Result<unknown, string>>;

type ClientCall<T extends Call> = (
  input: InputOf<T>,
) => Promise<Result<OutputOf<T>, T['refusals'][number] | CommonRefusal>>;
export type Client<T extends Contract> = { [G in keyof T]: { [N in keyof T[G]]: ClientCall<T[G][N]> } };

/** The typed face of a contract: `client.cases.get({ caseId })`. It adds nothing; parsing happens at the desk. */
export function createClient<T extends Contract>(contract: T, call: CallFunction): Client<T> {
  return Object.fromEntries(
    Object.entries(contract).map(([group, calls]) => [
      group,
      Object.fromEntries(
        Object.keys(calls).map((name) => [name, (input: unknown) => call(`${group}.${name}`, input)]),
      ),
    ]),
  ) as Client<T>;
}
