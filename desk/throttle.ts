import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from './sealedFile.ts';

const Tries = z.record(z.string(), z.object({ count: z.number(), until: z.number() }));

/** Waiting time in seconds after that many wrong passwords in a row; never an erase. */
const delayFor = (count: number): number => (count >= 10 ? 3600 : count >= 8 ? 900 : count >= 5 ? 60 : 0);

/** Counts wrong passwords on disk, so that a restart or a set-back clock does not help. */
export function createThrottle(folder: string, now: () => Date) {
  const file = join(folder, 'tries.json');
  const read = (): z.infer<typeof Tries> => {
    try {
      return Tries.parse(JSON.parse(readIfThere(file)?.toString('utf8') ?? '{}'));
    } catch {
      return {};
    }
  };
  return {
    /** Seconds to wait before this name may try again; 0 when it may. */
    waitFor(name: string): number {
      const entry = read()[name];
      if (!entry) return 0;
      const left = Math.ceil((entry.until - now().getTime()) / 1000);
      // A clock set back cannot make the wait longer than the step's own length.
      return Math.max(0, Math.min(left, delayFor(entry.count)));
    },
    /** Wrong tries in a row until now. */
    countOf: (name: string): number => read()[name]?.count ?? 0,
    failed(name: string): void {
      const tries = read();
      const count = (tries[name]?.count ?? 0) + 1;
      tries[name] = { count, until: now().getTime() + delayFor(count) * 1000 };
      replaceFile(file, Buffer.from(JSON.stringify(tries)));
    },
    succeeded(name: string): void {
      const { [name]: gone, ...rest } = read();
      if (gone) replaceFile(file, Buffer.from(JSON.stringify(rest)));
    },
  };
}
