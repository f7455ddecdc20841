/** Nonces remembered at least; older ones are forgotten, which is harmless: every request may be repeated (EV3, PU2). */
const REMEMBERED = 50_000;

/** Remembers which nonces were answered. Bounded by number, never by time: clocks decide nothing (EV4). */
export function createNonces() {
  let recent = new Set<string>();
  let before = new Set<string>();
  return {
    /** True the first time. */
    take(nonce: string): boolean {
      if (recent.has(nonce) || before.has(nonce)) return false;
      if (recent.size >= REMEMBERED) [before, recent] = [recent, new Set()];
      recent.add(nonce);
      return true;
    },
  };
}
