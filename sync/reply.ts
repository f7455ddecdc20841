/** An answer of the exchange as it travels: the value, or the refusal with its code (`Answer` in protocol.ts). */
export type Reply<T, N> = Replied<T> | Refused<N>;
export interface Replied<T> {
  ok: true;
  value: T;
}
export interface Refused<N> {
  ok: false;
  refusal: N;
}

/** The answer that it was done. */
export const ok = <T>(value: T): Replied<T> => ({ ok: true, value });

/** The answer that it was not, with the code that the reader acts on. */
export const refused = <N>(refusal: N): Refused<N> => ({ ok: false, refusal });
