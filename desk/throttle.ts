import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from './sealedFile.ts';

/** Wrong passwords in a row by name, and the time (ms) until which the name has to wait. A list: any text may be a name. */
const Tries = z.array(z.tuple([z.string(), z.object({ count: z.number(), until: z.number() })]));
type Entry = z.infer<typeof Tries>[number][1];

/** Waiting time in seconds after that many wrong passwords in a row; never an erase. */
const delayFor = (count: number): number => (count >= 10 ? 3600 : count >= 8 ? 900 : count >= 5 ? 60 : 0);

/** Counts wrong passwords on disk, so that a restart or a set-back clock does not help. */
export function createThrottle(folder: string, now: () => Date) {
  const file = join(folder, 'tries.json');
  const read = (): Map<string, Entry> => {
    try {
      return new Map(Tries.parse(JSON.parse(readIfThere(file)?.toString('utf8') ?? '[]')));
    } catch {
      return new Map();
    }
  };
  const write = (tries: Map<string, Entry>): void =>
    replaceFile(file, Buffer.from(JSON.stringify([...tries])));
  const wait = (tries: Map<string, Entry>, name: string, count: number): void =>
    write(tries.set(name, { count, until: now().getTime() + delayFor(count) * 1000 }));
  return {
    /** Seconds to wait before this name may try again; 0 when it may. */
    waitFor(name: string): number {
      const tries = read();
      const entry = tries.get(name);
      if (!entry) return 0;
      const left = Math.ceil((entry.until - now().getTime()) / 1000);
      const delay = delayFor(entry.count);
      if (left <= delay) return Math.max(0, left);
      // The clock was set back: the wait begins again and ends after its own length, not when the clock has caught up.
      wait(tries, name, entry.count);
      return delay;
    },
    /** Wrong tries in a row until now. */
    countOf: (name: string): number => read().get(name)?.count ?? 0,
    failed(name: string): void {
      const tries = read();
      wait(tries, name, (tries.get(name)?.count ?? 0) + 1);
    },
    succeeded(name: string): void {
      const tries = read();
      if (tries.delete(name)) write(tries);
    },
  };
}
