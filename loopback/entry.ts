import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** One window of the desk: its key, and the tickets with which it gets the next one. */
interface Window {
  /** Names the window to the desk; the signed-in person hangs on it. Never leaves this program. */
  connection: string;
  /** Works once more until the key that it was exchanged for is used. */
  ticket: string;
  key: string | null;
  /** Handed out, not used yet: a reload in the middle of an exchange must not lock the clerk out. */
  next: { ticket: string; key: string } | null;
}

/** How windows come in: a code from the opener file, tickets from load to load, keys for the calls. */
export interface Entry {
  /** A new single-use code; it is worth nothing after 30 s. */
  newCode(): string;
  /** Takes a code and answers the first ticket of a new window; null for a code used, late or unknown. */
  open(code: string): string | null;
  /** Takes a ticket and answers the key of this load and the ticket of the next. */
  enter(ticket: string): { key: string; ticket: string } | null;
  /** The connection behind a key; the first use of a key ends the ticket and key before it. */
  connectionOf(key: string): string | undefined;
}

/** Life of a code in ms. */
export const CODE_LIFE = 30_000;

/**
 * The spec wants the key in the page's memory only, and a clerk's reload must go on working. So the key is never
 * stored; what outlives a reload is a ticket in the window's session storage (of an off-the-record profile that is
 * wiped at the end). It is good for one exchange: a copy taken later opens nothing, and one taken and used first
 * locks the clerk's own window out, which shows. A cookie would be sent to every port of our name, and `history` or
 * a plain stored key would be good for as long as the program runs.
 */
export function createEntry(now: () => number): Entry {
  const windows: Window[] = [];
  let codes: { code: string; until: number }[] = [];
  return {
    newCode() {
      const code = secret();
      codes.push({ code, until: now() + CODE_LIFE });
      return code;
    },
    open(code) {
      codes = codes.filter(({ until }) => now() <= until);
      const found = codes.findIndex((one) => same(code, one.code));
      if (found < 0) return null;
      codes.splice(found, 1);
      const window = { connection: `page-${secret()}`, ticket: secret(), key: null, next: null };
      windows.push(window);
      return window.ticket;
    },
    enter(ticket) {
      const window = windows.find((one) => same(ticket, one.ticket));
      if (!window) return null;
      window.next ??= { ticket: secret(), key: secret() };
      return window.next;
    },
    connectionOf(key) {
      const window = windows.find((one) => same(key, one.key) || same(key, one.next?.key ?? null));
      if (window?.next && same(key, window.next.key)) Object.assign(window, window.next, { next: null });
      return window?.connection;
    },
  };
}

/** 256 random bits as text that fits a header, a form and a file. */
const secret = () => randomBytes(32).toString('base64url');

/** Compares without telling by its duration how much was right. */
function same(given: string, known: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return known !== null && timingSafeEqual(digest(given), digest(known));
}
