import type { z } from 'zod';
import type { OfficerRole, Role } from '../domain/person.ts';

/**
 * Who may make a call: `anyone` = before sign-in too, `signed-in` = every account,
 * otherwise one of the roles listed (a person holds one or more).
 */
export type Access = 'anyone' | 'signed-in' | readonly (Role | OfficerRole)[];

export interface Call<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  C extends string = string,
> {
  kind: 'query' | 'command';
  access: Access;
  input: I;
  output: O;
  refusals: readonly C[];
}

/** A call that changes nothing. Output is parsed too, so what the contract does not list never leaves the desk. */
export function query<I extends z.ZodType, O extends z.ZodType, const C extends string = never>(
  access: Access,
  input: I,
  output: O,
  refusals: readonly C[] = [],
): Call<I, O, C> & { kind: 'query' } {
  return { kind: 'query', access, input, output, refusals };
}

/** A call that may write. Its input carries `commandId`, made once by the page: doing it twice is doing it once. */
export function command<
  I extends z.ZodType<{ commandId: string }>,
  O extends z.ZodType,
  const C extends string = never,
>(access: Access, input: I, output: O, refusals: readonly C[] = []): Call<I, O, C> & { kind: 'command' } {
  return { kind: 'command', access, input, output, refusals };
}

/**
 * Refusals that any call may answer, whoever handles it. `saved-before`: the command was done with other words, which
 * stand; the last two say that nothing was written.
 */
export type CommonRefusal =
  | 'invalid-input'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-ready'
  | 'internal'
  | 'saved-before'
  | 'disk-full'
  | 'read-only';

export type Group = Record<string, Call>;
export type Contract = Record<string, Group>;
export type InputOf<T extends Call> = z.input<T['input']>;
export type ParsedInputOf<T extends Call> = z.output<T['input']>;
export type OutputOf<T extends Call> = z.output<T['output']>;
