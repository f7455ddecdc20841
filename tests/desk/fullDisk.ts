import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PRLIMIT = '/usr/bin/prlimit';
/** Why the full disk cannot be tried here, or ''. */
export const noLimit = existsSync(PRLIMIT) ? '' : ' (skipped: no prlimit on this computer)';

/** Bounds the size of every file that this process writes; what is beyond is refused by the system. */
export function limitFiles(soft: string): void {
  execFileSync(PRLIMIT, ['--pid', String(process.pid), `--fsize=${soft}:`]);
}
