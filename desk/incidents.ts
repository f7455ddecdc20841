import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beijingDate, beijingTime } from '../domain/localDate.ts';

/** The log is put aside at this size (bytes); one older one is kept. */
const ROTATE_AT = 1024 * 1024;
const MAX_FRAMES = 12;

/**
 * Writes a thrown bug to the folder's log and answers its number (`20260302-3F7A`), which the person reads out.
 * Nothing personal is written: no message (it may hold what was typed), no input, no folder names of this computer.
 */
export function createIncidents(folder: string, now: () => Date) {
  const file = join(folder, 'incidents.log');
  return (bug: unknown, method: string): string => {
    const at = now().toISOString();
    const incident = `${beijingDate(at).replaceAll('-', '')}-${randomBytes(2).toString('hex').toUpperCase()}`;
    const line = { incident, at: beijingTime(at), method, ...outline(bug) };
    try {
      if (existsSync(file) && statSync(file).size >= ROTATE_AT)
        renameSync(file, join(folder, 'incidents.1.log'));
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one failed call into a dead program; the number is answered all the same.
    }
    return incident;
  };
}

/** Name, driver or system code, and the frames; a cause likewise. */
function outline(bug: unknown): Record<string, unknown> {
  if (!(bug instanceof Error)) return { name: typeof bug };
  const { code } = bug as { code?: unknown };
  return {
    name: bug.name,
    ...(typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) && { code }),
    frames: framesOf(bug),
    ...(bug.cause !== undefined && { cause: outline(bug.cause) }),
  };
}

/** `at accept (desk/handling.ts:20:5)`: only lines that are frames, each with the last two parts of its path. */
function framesOf({ stack = '', message }: Error): string[] {
  // A message may have lines that look like frames.
  const start = Math.max(0, stack.indexOf(message)) + message.length;
  const lines = stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  return lines
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim().replace(/(\(|at )(?:\S*[\\/])?([^\\/\s]+[\\/][^\\/]+:\d+:\d+)/, '$1$2'));
}
