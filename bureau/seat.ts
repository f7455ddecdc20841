import type { officer } from './schema.ts';

export type OfficerRow = typeof officer.$inferSelect;

/** One request's place at the console: who sits there, and the cookie that says so. */
export interface Seat {
  officer: OfficerRow | null;
  /** Token of the cookie, as it came; empty when there was none. */
  token: string;
  /** Gives the browser another token with the answer; empty = takes it away. */
  giveToken(token: string): void;
}

/** The officer of a call that the contract gives to signed-in people only. */
export function officerOf(seat: Seat): OfficerRow {
  if (!seat.officer) throw new Error('nobody sits here');
  return seat.officer;
}
