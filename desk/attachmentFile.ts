import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { CHUNK } from '../contract/attachments.ts';
import { deriveKey, moveFile, seal, unseal, writeAll } from './sealedFile.ts';
import type { Workplace } from './workplace.ts';

/**
 * Attachments on disk: chunk after chunk, each sealed under a key of its own purpose; the label binds a chunk to its
 * attachment and its place, so that none can be exchanged, moved or left out unseen. Every chunk but the last is full, so
 * the place of each is known. An upload is written beside its later place and moved there when it is complete.
 */

/** Nonce and tag of one sealed chunk. */
const SEAL_SIZE = 28;
const RECORD = CHUNK + SEAL_SIZE;
/** Most bytes of one attachment: a phone's photographs and long scans fit, films do not. */
export const LARGEST = 50 * 1024 * 1024;
/** Uploads that nobody went on with for a day are gone. */
const STALE_MS = 86_400_000;
/** Most uploads under way: more than all pages of a desk send at once, few enough for the disk (20 × 50 MiB). */
const MOST_UPLOADS = 20;

const folderOf = (at: Workplace): string => join(at.folder, 'attachments');
const fileOf = (at: Workplace, id: string): string => join(folderOf(at), `${id}.sealed`);
const partOf = (at: Workplace, id: string): string => join(folderOf(at), `${id}.part`);
const keyOf = (at: Workplace): Buffer => deriveKey(at.dataKey, 'attachments');
const labelOf = (id: string, index: number): string => `attachment:${id}:${index}`;

/** True when the bytes are on this computer. */
export const isHere = (at: Workplace, id: string): boolean => existsSync(fileOf(at, id));

/** Clear bytes in a sealed file of this size. */
function clearSize(sealedSize: number): number {
  const rest = sealedSize % RECORD;
  return Math.floor(sealedSize / RECORD) * CHUNK + Math.max(0, rest - SEAL_SIZE);
}

/** Sealed size of so many clear bytes. */
const sealedSize = (clear: number): number => clear + Math.max(1, Math.ceil(clear / CHUNK)) * SEAL_SIZE;

/**
 * Writes a chunk at its place and answers the next offset. A chunk sent again replaces itself and what came after it;
 * one that would leave a hole is not written: the answer then is where to go on.
 */
export function writeChunk(
  at: Workplace,
  id: string,
  offset: number,
  clear: Buffer,
): { written: boolean; offset: number } {
  const folder = folderOf(at);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = partOf(at, id);
  const there = existsSync(part) ? clearSize(statSync(part).size) : 0;
  if (there === 0) makeRoom(folder);
  if (isHere(at, id)) return { written: false, offset: 0 };
  if (offset % CHUNK !== 0 || offset > there || clear.length > CHUNK)
    return { written: false, offset: there };
  const index = offset / CHUNK;
  const fd = openSync(part, existsSync(part) ? 'r+' : 'wx+', 0o600);
  try {
    ftruncateSync(fd, index * RECORD);
    writeAll(fd, seal(keyOf(at), clear, labelOf(id, index)), index * RECORD);
  } finally {
    closeSync(fd);
  }
  return { written: true, offset: offset + clear.length };
}

/** Takes away what nobody goes on with, and as much more as one new upload needs: the longest untouched gives way. */
function makeRoom(folder: string): void {
  const newestFirst = readdirSync(folder)
    .filter((name) => name.endsWith('.part'))
    .map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  // File times and this clock are the same device's.
  for (const [index, { file, at }] of newestFirst.entries())
    if (index >= MOST_UPLOADS - 1 || Date.now() - at > STALE_MS) rmSync(file, { force: true });
}

/** Throws an upload away. */
export const removeUpload = (at: Workplace, id: string): void => rmSync(partOf(at, id), { force: true });

/** The clear bytes of a complete upload (moved already or not) with their hash; undefined when there is none or it is torn. */
export function readUpload(at: Workplace, id: string): { bytes: Buffer; sha256: string } | undefined {
  const file = [partOf(at, id), fileOf(at, id)].find(existsSync);
  if (!file) return undefined;
  const size = clearSize(statSync(file).size);
  const chunks: Buffer[] = [];
  for (let offset = 0; offset === 0 || offset < size; offset += CHUNK) {
    const chunk = readSealed(at, file, id, offset / CHUNK);
    if (!chunk) return undefined;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Moves a complete upload to its place, durably; done already, it does nothing. */
export function keepUpload(at: Workplace, id: string): void {
  const part = partOf(at, id);
  if (!existsSync(part)) return;
  const fd = openSync(part, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  moveFile(part, fileOf(at, id));
}

/** The clear bytes from an offset to the end of its chunk; null when a bit, a chunk or the length is not as it was written. */
export function readChunk(at: Workplace, id: string, size: number, offset: number): Buffer | null {
  const file = fileOf(at, id);
  if (statSync(file).size !== sealedSize(size)) return null;
  if (offset >= size) return Buffer.alloc(0);
  const chunk = readSealed(at, file, id, Math.floor(offset / CHUNK));
  return chunk === null ? null : chunk.subarray(offset % CHUNK);
}

function readSealed(at: Workplace, file: string, id: string, index: number): Buffer | null {
  const fd = openSync(file, 'r');
  try {
    const left = fstatSync(fd).size - index * RECORD;
    const sealed = Buffer.alloc(Math.max(0, Math.min(RECORD, left)));
    const read = readSync(fd, sealed, 0, sealed.length, index * RECORD);
    return read === sealed.length ? unseal(keyOf(at), sealed, labelOf(id, index)) : null;
  } finally {
    closeSync(fd);
  }
}
