import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TextSize, UnitView } from '../contract/session.ts';
import { type Cost, normaliseRecoveryCode, stretch } from './password.ts';
import { moveFile, readIfThere, replaceFile, seal, unseal } from './sealedFile.ts';

const Slot = z.object({
  kind: z.enum(['user', 'recovery']),
  /** Account id, or 'recovery'. */
  id: z.string(),
  /** Shown in the sign-in list; empty for the recovery slot. */
  name: z.string(),
  salt: z.string(),
  memoryKiB: z.number().int(),
  passes: z.number().int(),
  /** The data key, sealed; base64. */
  wrapped: z.string(),
});
type Slot = z.infer<typeof Slot>;

/** What stands outside the encrypted database: independent wraps of one data key, and what the sign-in page shows. */
const KeyFileShape = z.object({
  v: z.literal(1),
  /** First 8 bytes of SHA-256(data key), hex: tells a wrong key from a damaged database. */
  keyId: z.string(),
  /** First 16 bytes of the database file, hex (its cipher's salt): tells another desk's file from a damaged one. */
  database: z.string(),
  /** Set-up ends when the recovery code was typed back. */
  recoveryConfirmed: z.boolean(),
  unit: UnitView,
  textSize: TextSize,
  slots: z.array(Slot),
  /** The stream's private key (PKCS#8), sealed under the data key; never in the database (DV5). */
  streamKey: z.string(),
});
export type KeyFile = z.infer<typeof KeyFileShape>;

const COPIES = ['keys.json', 'keys.copy.json'] as const;
const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

export type KeyFileState = { is: 'absent' } | { is: 'damaged' } | { is: 'there'; file: KeyFile };

/** Reads the first sound copy; two copies and a checksum survive a torn write. */
export function readKeyFile(folder: string): KeyFileState {
  let seen = false;
  for (const name of COPIES) {
    const bytes = readIfThere(join(folder, name));
    if (!bytes) continue;
    seen = true;
    const file = parse(bytes.toString('utf8'));
    if (file) return { is: 'there', file };
  }
  return seen ? { is: 'damaged' } : { is: 'absent' };
}

function parse(text: string): KeyFile | null {
  try {
    const { sum, file } = JSON.parse(text) as { sum: string; file: string };
    if (createHash('sha256').update(file).digest('hex') !== sum) return null;
    return KeyFileShape.parse(JSON.parse(file));
  } catch {
    return null;
  }
}

/** Writes both copies, one after the other, each durable before the next begins. */
export function writeKeyFile(folder: string, keyFile: KeyFile): void {
  const file = JSON.stringify(keyFile);
  const text = JSON.stringify({ sum: createHash('sha256').update(file).digest('hex'), file });
  for (const name of COPIES) replaceFile(join(folder, name), Buffer.from(text));
}

/** A slot that opens with this secret. */
export async function makeSlot(
  key: Buffer,
  owner: Pick<Slot, 'kind' | 'id' | 'name'>,
  secret: string,
  cost: Cost,
): Promise<Slot> {
  const salt = randomBytes(16);
  const wrapping = await stretch(
    owner.kind === 'recovery' ? normaliseRecoveryCode(secret) : secret,
    salt,
    cost,
  );
  const wrapped = seal(wrapping, key, slotLabel(owner)).toString('base64');
  return { ...owner, salt: salt.toString('base64'), ...cost, wrapped };
}

// The label binds a slot to its owner: moved to another person or role it does not open.
const slotLabel = ({ kind, id }: Pick<Slot, 'kind' | 'id'>): string => `fq-slot-1 ${kind} ${id}`;

/** The data key when the secret opens the slot, else null. */
export async function openSlot(file: KeyFile, slot: Slot, secret: string): Promise<Buffer | null> {
  const text = slot.kind === 'recovery' ? normaliseRecoveryCode(secret) : secret;
  // Nothing that could be on the paper was typed.
  if (!text) return null;
  const wrapping = await stretch(text, Buffer.from(slot.salt, 'base64'), slot);
  const key = unseal(wrapping, Buffer.from(slot.wrapped, 'base64'), slotLabel(slot));
  return key && keyIdOf(key) === file.keyId ? key : null;
}

/** Whether the secret opens that slot of the folder's key file now. */
export async function opensWith(
  folder: string,
  which: (slot: Slot) => boolean,
  secret: string,
): Promise<boolean> {
  const keys = readKeyFile(folder);
  const slot = keys.is === 'there' ? keys.file.slots.find(which) : undefined;
  const key = keys.is === 'there' && slot ? await openSlot(keys.file, slot, secret) : null;
  key?.fill(0);
  return key !== null;
}

/** A new key file for a new data key and stream key, without slots yet. */
export function newKeyFile(
  key: Buffer,
  streamKey: Buffer,
  { unit, database }: Pick<KeyFile, 'unit' | 'database'>,
): KeyFile {
  const sealed = seal(key, streamKey, 'fq-stream-key-1').toString('base64');
  return {
    v: 1,
    keyId: keyIdOf(key),
    database,
    recoveryConfirmed: false,
    unit,
    textSize: 'large',
    slots: [],
    streamKey: sealed,
  };
}

/** The stream's private key bytes. Throws when the file was tampered with. */
export function openStreamKey(file: KeyFile, key: Buffer): Buffer {
  const clear = unseal(key, Buffer.from(file.streamKey, 'base64'), 'fq-stream-key-1');
  if (!clear) throw new Error('the stream key does not open with the data key');
  return clear;
}

/** Slot of the recovery code; every finished key file has one. */
export const recoverySlot = (file: KeyFile): Slot | undefined =>
  file.slots.find((s) => s.kind === 'recovery');
/** Slot of a person, by the name typed at sign-in. */
export const slotByName = (file: KeyFile, name: string): Slot | undefined =>
  file.slots.find((s) => s.kind === 'user' && s.name === name.trim());
/** The file with this slot in the place of the owner's older one. */
export const withSlot = (file: KeyFile, slot: Slot): KeyFile => ({
  ...file,
  slots: [...file.slots.filter((s) => !(s.kind === slot.kind && s.id === slot.id)), slot],
});
/** The file without a person's slot: the person's password opens nothing any more. */
export const withoutSlot = (file: KeyFile, id: string): KeyFile => ({
  ...file,
  slots: file.slots.filter((s) => s.id !== id),
});

/** Reads, changes and writes the file in one go; nothing may happen in between. Throws when there is no sound file. */
export function changeKeyFile(folder: string, change: (file: KeyFile) => KeyFile): void {
  const keys = readKeyFile(folder);
  if (keys.is !== 'there') throw new Error('the key file is gone');
  writeKeyFile(folder, change(keys.file));
}

const beforeOf = (folder: string, name: string): string => join(folder, `${name}.before`);

/**
 * Does what changes the key file and the database together: what is thrown puts the old key file back, so that a refusal
 * "nothing was written" is true of the password too. The old file is laid aside first, so putting it back needs no room
 * on a full disk. A power cut in between leaves the newer key file, never a half one.
 */
export function withKeyFileKept<T>(folder: string, work: () => T): T {
  const names = COPIES.filter((name) => existsSync(join(folder, name)));
  try {
    for (const name of names) copyFileSync(join(folder, name), beforeOf(folder, name));
  } catch (thrown) {
    forgetBefore(folder);
    throw thrown;
  }
  try {
    return work();
  } catch (thrown) {
    for (const name of names) moveFile(beforeOf(folder, name), join(folder, name));
    throw thrown;
  } finally {
    forgetBefore(folder);
  }
}

/** Removes an older key file that a power cut left aside: an old password must not open anything for ever. */
export function forgetBefore(folder: string): void {
  for (const name of COPIES) rmSync(beforeOf(folder, name), { force: true });
}
