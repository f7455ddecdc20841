/**
 * Why something a person asked for is not done: a stable code, the field at fault, the article it rests on,
 * and figures for the sentence. A value, never thrown.
 */
export interface Refusal<Code extends string = string> {
  code: Code;
  field?: string;
  article?: string;
  detail?: Record<string, string | number>;
}

/** An answer: the value, or why there is none. Bugs are exceptions and never stand here. */
export type Result<T, Code extends string = string> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal<Code> };

/** The answer that it worked. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** The answer that it did not, with its code and what else helps to mend it. */
export const refuse = <Code extends string>(
  code: Code,
  extra: Omit<Refusal<Code>, 'code'> = {},
): { ok: false; refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...extra } });
