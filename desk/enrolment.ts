import { z } from 'zod';
import { readSetting, writeSetting } from '../db/desk.ts';
import { trustStream } from '../db/events.ts';
import type { Orm } from '../db/open.ts';
import type { EnrolOk } from '../sync/protocol.ts';

/** The bureau this desk belongs to, as it was proved at enrolment. */
const Enrolment = z.object({
  url: z.string(),
  bureauName: z.string(),
  bureauKey: z.string(),
  bureauStream: z.string(),
  stream: z.string(),
  scopes: z.array(z.string()),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** The enrolment, or null when there is none yet. */
export function readEnrolment(orm: Orm): Enrolment | null {
  const kept = readSetting(orm, 'enrolment');
  return kept === undefined ? null : Enrolment.parse(kept);
}

/** Keeps the enrolment and trusts the bureau's own stream, in the caller's transaction. */
export function writeEnrolment(orm: Orm, url: string, answer: EnrolOk): void {
  const { bureauName, bureauKey, bureauStream, stream, scopes } = answer;
  writeSetting(orm, 'enrolment', { url, bureauName, bureauKey, bureauStream, stream, scopes });
  trustStream(orm, { stream: bureauStream, publicKey: bureauKey, unitCode: '', unitName: bureauName });
}

/** When the last exchange worked, as an instant with its offset; null before the first. */
export function lastExchangeAt(orm: Orm): string | null {
  const at = readSetting(orm, 'lastExchange');
  return typeof at === 'string' ? at : null;
}

/** Keeps when an exchange worked, and how far the bureau's clock was ahead (CK1): for later facts, never to refuse one. */
export function writeExchanged(orm: Orm, at: string, clockOffset: number | null): void {
  writeSetting(orm, 'lastExchange', at);
  if (clockOffset !== null) writeSetting(orm, 'clockOffset', clockOffset);
}
