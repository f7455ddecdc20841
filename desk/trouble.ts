import { closeSync, existsSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommonRefusal } from '../contract/define.ts';
import type { Trouble } from '../contract/session.ts';
import { asTrouble, DatabaseTrouble } from '../db/open.ts';
import { type KeyFile, readKeyFile } from './keyFile.ts';
import { moveFile } from './sealedFile.ts';

/** The database of a data folder, and the same while its set-up is not finished. */
export const DATABASE = 'desk.db';
export const UNFINISHED = 'setup.db';

/** A data folder cannot be worked with; the person reads why, and nothing is deleted. */
export class DeskTrouble extends Error {
  readonly code: Trouble;
  constructor(code: Trouble, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** System codes of a disk that takes nothing, by what the person reads. */
const SYSTEM_CODES: Record<string, Trouble> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOTDIR: 'read-only',
  EISDIR: 'read-only',
};

/** What is wrong with the folder when this was thrown; null for a bug. */
export function troubleOf(thrown: unknown): Trouble | null {
  if (thrown instanceof DeskTrouble) return thrown.code;
  const trouble = asTrouble(thrown);
  if (trouble instanceof DatabaseTrouble) return trouble.code;
  return SYSTEM_CODES[(thrown as NodeJS.ErrnoException | null)?.code ?? ''] ?? null;
}

/** The refusal of a call during work that the disk did not take; null when it is none of that. */
export function weatherOf(thrown: unknown): CommonRefusal | null {
  const trouble = troubleOf(thrown);
  if (trouble === 'disk-full' || trouble === 'read-only') return trouble;
  // Somebody else is writing; the next try may find the file free.
  return trouble === 'second-instance' ? 'not-ready' : null;
}

/** What a data folder holds, read without any key. */
export type FolderState =
  | { is: 'empty' }
  | { is: 'trouble'; trouble: Trouble }
  | { is: 'there'; keys: KeyFile };

/** Reads the folder. A set-up that was cut off after its key file was written is finished here. */
export function readFolder(folder: string): FolderState {
  const keys = readKeyFile(folder);
  const database = existsSync(join(folder, DATABASE));
  if (keys.is === 'damaged' || (keys.is === 'absent' && database))
    return { is: 'trouble', trouble: 'damaged-key-file' };
  if (keys.is === 'absent') return { is: 'empty' };
  if (!database) {
    if (!existsSync(join(folder, UNFINISHED))) return { is: 'trouble', trouble: 'damaged-database' };
    moveFile(join(folder, UNFINISHED), join(folder, DATABASE));
  }
  return { is: 'there', keys: keys.file };
}

/** As `readFolder`, and whether the folder takes a file at all: a clerk must not learn it from the first registration. */
export function checkFolder(folder: string): FolderState {
  try {
    probe(folder);
    return readFolder(folder);
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    if (!trouble) throw thrown;
    return { is: 'trouble', trouble };
  }
}

/** Bytes that must find room: more than the file system keeps inside its own tables. */
const PROBE_SIZE = 64 * 1024;

function probe(folder: string): void {
  const file = join(folder, 'probe.tmp');
  try {
    writeFileSync(file, Buffer.alloc(PROBE_SIZE), { mode: 0o600 });
  } finally {
    dropProbe(file);
  }
}

function dropProbe(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What stands in its place is not ours; that the folder takes no file is thrown already.
  }
}

/** First 16 bytes of a database file, hex: the salt of its cipher, which never changes. */
export function saltOf(file: string): string {
  const salt = Buffer.alloc(16);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, salt, 0, salt.length, 0);
  } finally {
    closeSync(fd);
  }
  return salt.toString('hex');
}

/** A file whose beginning differs nearly everywhere is another desk's; a few wrong bytes, or none at all, are damage. */
export function isForeign(file: string, keys: KeyFile): boolean {
  const found = Buffer.from(saltOf(file), 'hex');
  const known = Buffer.from(keys.database, 'hex');
  return found.some((byte) => byte !== 0) && found.filter((byte, i) => byte !== known[i]).length > 8;
}
