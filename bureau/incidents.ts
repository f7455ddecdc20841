import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beijingDate } from '../domain/localDate.ts';
import { sqlStateOf } from './database.ts';

/** The log is put aside at this size (bytes); one older one is kept. */
const ROTATE_AT = 8 * 1024 * 1024;
const MAX_FRAMES = 12;

/**
 * Writes a thrown bug to the folder's log and answers its number (`20260302-3F7A`), which the officer reads out. No message
 * is written: it may hold what a petitioner said, as a failed query does.
 */
export function createIncidents(folder: string, now: () => Date): (bug: unknown, where: string) => string {
  const file = join(folder, 'incidents.log');
  return (bug, where) => {
    const at = now().toISOString();
    const incident = `${beijingDate(at).replaceAll('-', '')}-${randomBytes(2).toString('hex').toUpperCase()}`;
    const line = { incident, at, where, ...outline(bug) };
    try {
      if (existsSync(file) && statSync(file).size >= ROTATE_AT)
        renameSync(file, join(folder, 'incidents.1.log'));
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one failed call into a dead server; the number is answered all the same.
    }
    return incident;
  };
}

/** Name, PostgreSQL's or the system's code, and the places it came through. */
function outline(bug: unknown): Record<string, unknown> {
  if (!(bug instanceof Error)) return { name: typeof bug };
  const { stack = '', message } = bug;
  // A message may have lines that look like frames.
  const start = Math.max(0, stack.indexOf(message)) + message.length;
  const lines = stack.slice(start).split('\n');
  const frames = lines.filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line)).slice(0, MAX_FRAMES);
  return { name: bug.name, code: sqlStateOf(bug), frames: frames.map((line) => line.trim()) };
}
