import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { officer, officerSession } from './schema.ts';
import type { OfficerRow } from './seat.ts';

/** A session nobody uses ends after this (ms). */
const IDLE = 8 * 3600_000;
/** An open page asks again by itself, so that being idle is not all: nobody stays signed in longer than this (ms). */
const LONGEST = 24 * 3600_000;
/** Use is written down no more often than this (ms). */
const WRITTEN_EVERY = 60_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Signs an officer in and answers the token of the cookie; only its hash is kept. */
export async function openSession(
  orm: Database | Transaction,
  officerId: string,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now.toISOString();
  await orm.delete(officerSession).where(lt(officerSession.expiresAt, at));
  await orm.insert(officerSession).values({
    tokenHash: hashOf(token),
    officerId,
    createdAt: at,
    seenAt: at,
    expiresAt: new Date(now.getTime() + IDLE).toISOString(),
  });
  return token;
}

/** The officer whose session this token is, if it has not ended and the account is in use; using it keeps it open. */
export async function officerOfSession(orm: Database, token: string, now: Date): Promise<OfficerRow | null> {
  if (!token) return null;
  const tokenHash = hashOf(token);
  const found = await orm
    .select({ officer, session: officerSession })
    .from(officerSession)
    .innerJoin(officer, eq(officer.id, officerSession.officerId))
    .where(
      and(
        eq(officerSession.tokenHash, tokenHash),
        gt(officerSession.expiresAt, now.toISOString()),
        eq(officer.active, true),
      ),
    );
  const known = found[0];
  if (!known) return null;
  const { createdAt, seenAt } = known.session;
  if (now.getTime() - Date.parse(seenAt) >= WRITTEN_EVERY) {
    const end = Math.min(now.getTime() + IDLE, Date.parse(createdAt) + LONGEST);
    await orm
      .update(officerSession)
      .set({ seenAt: now.toISOString(), expiresAt: new Date(end).toISOString() })
      .where(eq(officerSession.tokenHash, tokenHash));
  }
  return known.officer;
}

/** Ends one session. */
export async function closeSession(orm: Database | Transaction, token: string): Promise<void> {
  await orm.delete(officerSession).where(eq(officerSession.tokenHash, hashOf(token)));
}

/** Ends every session of an officer: the password or the account is no longer what it was. */
export async function closeSessionsOf(orm: Database | Transaction, officerId: string): Promise<void> {
  await orm.delete(officerSession).where(eq(officerSession.officerId, officerId));
}
