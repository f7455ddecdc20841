/** Dice with a memory: the same seed throws the same for ever. In [0, 1). */
export type Dice = () => number;

/** Mulberry32, public domain: small, and good enough to choose faults with. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these. */
export function pick<T>(dice: Dice, from: readonly T[]): T {
  const chosen = from[Math.floor(dice() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
