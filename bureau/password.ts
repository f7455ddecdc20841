import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { PasswordCost } from './schema.ts';

/** Above the floor of 19 MiB and 2 passes; some 200 ms of one core. Stored with each hash, so that it can be raised. */
export const OFFICER_COST: PasswordCost = { memory: 64 * 1024, passes: 3, lanes: 1 };

/** A password as it is kept. */
export interface StoredPassword {
  passwordSalt: Buffer;
  passwordHash: Buffer;
  passwordCost: PasswordCost;
}

/** Hashes a password under a fresh salt. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<StoredPassword> {
  const passwordSalt = randomBytes(16);
  return { passwordSalt, passwordHash: await stretch(password, passwordSalt, cost), passwordCost: cost };
}

/**
 * True when the password is the stored one. Nobody (`undefined`) costs as much as somebody, so that the time of the answer
 * does not tell which names exist.
 */
export async function isPassword(
  password: string,
  stored: StoredPassword | undefined,
  cost: PasswordCost,
): Promise<boolean> {
  const { passwordSalt, passwordHash, passwordCost } = stored ?? {
    passwordSalt: Buffer.alloc(16),
    passwordHash: Buffer.alloc(32),
    passwordCost: cost,
  };
  const same = timingSafeEqual(await stretch(password, passwordSalt, passwordCost), passwordHash);
  return same && stored !== undefined;
}

/** True when a password was hashed more cheaply than is asked for now. */
export const isCheap = ({ memory, passes }: PasswordCost, now: PasswordCost): boolean =>
  memory < now.memory || passes < now.passes;

async function stretch(password: string, salt: Uint8Array, cost: PasswordCost): Promise<Buffer> {
  const key = await argon2id({
    // Input methods differ in how they compose what was typed.
    password: password.normalize('NFKC'),
    salt,
    parallelism: cost.lanes,
    iterations: cost.passes,
    memorySize: cost.memory,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

/** Without look-alikes: it is read out or copied from a sheet. 32 symbols, so that every byte falls evenly. */
const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time password of 12 random symbols (60 bits) in groups of four. */
export function makeOneTimePassword(): string {
  const symbols = [...randomBytes(12)].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
