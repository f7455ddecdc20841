import { GRACE } from './heartbeat.ts';

/** Which windows have a page that listens; tells when one has been closed for good. */
export interface Presence {
  came(connection: string): void;
  went(connection: string): void;
  stop(): void;
}

/**
 * Calls `onLeft` once no page of a window has listened for the grace. A page that is closed only falls silent: it cannot
 * be told from one that reloads, and a last message at its end would sign out a clerk who presses F5.
 */
export function createPresence(onLeft: (connection: string) => void, grace = GRACE): Presence {
  const listening = new Map<string, number>();
  const leaving = new Map<string, NodeJS.Timeout>();
  const stay = (connection: string) => {
    clearTimeout(leaving.get(connection));
    leaving.delete(connection);
  };
  const leave = (connection: string) => {
    leaving.delete(connection);
    onLeft(connection);
  };
  return {
    came(connection) {
      stay(connection);
      listening.set(connection, (listening.get(connection) ?? 0) + 1);
    },
    went(connection) {
      const left = (listening.get(connection) ?? 1) - 1;
      if (left > 0) listening.set(connection, left);
      else listening.delete(connection);
      if (left === 0) leaving.set(connection, setTimeout(() => leave(connection), grace).unref());
    },
    stop() {
      for (const timer of leaving.values()) clearTimeout(timer);
      leaving.clear();
    },
  };
}
