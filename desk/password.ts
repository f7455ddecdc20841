import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';

/** Cost of turning a secret into a key; stored beside each slot so that it can be raised later. */
export interface Cost {
  memoryKiB: number;
  passes: number;
}

/** People's passwords: above the floor of 19 MiB and 2 passes; about half a second on an old PC. */
export const PASSWORD_COST: Cost = { memoryKiB: 64 * 1024, passes: 3 };
/** The recovery code is typed once in years: four times the memory. */
export const RECOVERY_COST: Cost = { memoryKiB: 256 * 1024, passes: 3 };

/** A 32-byte key from a secret (Argon2id); the text is normalised so that IMEs agree on what was typed. */
export async function stretch(secret: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  const key = await argon2id({
    password: secret.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

/** Common and local words that are guessed first; a password that contains nothing else is refused. No two begin alike: one way to read a text. */
const GUESSED = /^(?:(?:password|admin|qwerty|abc|fengqiao|xinfang|xingning|信访|密码|\d)+|(.)\1+)$/i;

/** True when a password would be guessed at once: too plain, or the person's own name. */
export function isWeak(password: string, name: string): boolean {
  const text = password.normalize('NFKC').trim();
  return (
    [...text].length < 8 || GUESSED.test(text) || (name.length > 1 && text.replaceAll(name, '').length < 4)
  );
}

/** Crockford-like alphabet without look-alikes, for paper. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A recovery code of 20 random symbols (98 bits) in groups of five. */
export function makeRecoveryCode(): string {
  const symbols: string[] = [];
  while (symbols.length < 20) {
    // Rejection sampling keeps every symbol equally likely.
    for (const byte of randomBytes(32)) {
      const symbol = byte < 240 ? SYMBOLS[byte % SYMBOLS.length] : undefined;
      if (symbol && symbols.length < 20) symbols.push(symbol);
    }
  }
  return symbols.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/** What a person typed from the paper, without dashes and blanks, upper case. */
export const normaliseRecoveryCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
