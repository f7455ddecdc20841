import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import { writeAudit } from './audit.ts';
import { type Database, inTransaction, type Transaction } from './database.ts';
import { instantOf, type Office } from './office.ts';
import { commandDone } from './schema.ts';
import { officerOf, type Seat } from './seat.ts';

export interface Command {
  method: string;
  commandId: string;
  /** The answer holds something that is shown once: it is kept so that only the same session can read it again. */
  secret?: boolean;
}

/** Carries a refusal out of the transaction, so that nothing it touched (a number, say) stays taken. */
class Refused extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What a command answers, and whom or what it was done to, for the audit. */
export interface Done<T> {
  answer: T;
  ref: string;
}

/**
 * Does a command once, whichever server process gets it. In one transaction: a command id that was answered before answers
 * the same and does nothing; otherwise `work` decides and writes, its answer is kept and the act is audited. A refusal
 * leaves no trace.
 */
export async function once<T, C extends string>(
  office: Office,
  seat: Seat,
  command: Command,
  work: (tx: Transaction) => Promise<Result<Done<T>, C>>,
): Promise<Result<T, C | 'invalid-input'>> {
  const { method, commandId, secret = false } = command;
  const officerId = officerOf(seat).id;
  try {
    return await inTransaction(office.orm, async (tx) => {
      const before = await answeredBefore<T>(tx, seat, command);
      if (before) return before;
      const done = await work(tx);
      if (!done.ok) throw new Refused(done.refusal);
      const { answer, ref } = done.value;
      const text = JSON.stringify(answer);
      const at = instantOf(office);
      await tx
        .insert(commandDone)
        .values({ commandId, method, officerId, answer: secret ? seal(seat, commandId, text) : text, at });
      await writeAudit(tx, { at, person: officerId, act: method, ref });
      return ok(answer);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusal: error.refusal as Refusal<C> };
  }
}

/** The answer that was given to this command of this officer; the id of another command or person is refused. */
export async function answeredBefore<T>(
  orm: Database | Transaction,
  seat: Seat,
  { method, commandId, secret }: Command,
): Promise<Result<T, 'invalid-input'> | null> {
  const [known] = await orm.select().from(commandDone).where(eq(commandDone.commandId, commandId));
  if (!known) return null;
  const ours = known.method === method && known.officerId === officerOf(seat).id;
  const text = ours && (secret ? unseal(seat, commandId, known.answer) : known.answer);
  return text ? ok(JSON.parse(text) as T) : refuse('invalid-input', { field: 'commandId' });
}

const NONCE = 12;
const TAG = 16;

/** Only the officer's browser has the token: what is in the database alone opens nothing. */
const keyOf = ({ token }: Seat, commandId: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', token, '', `fq-answer-1 ${commandId}`, 32));

function seal(seat: Seat, commandId: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(seat, commandId), nonce);
  const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64');
}

function unseal(seat: Seat, commandId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seat, commandId), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
