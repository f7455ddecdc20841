import { createHash } from 'node:crypto';
import type { Bureau, BureauStore, BureauWriter, EnrolmentCode } from './bureauStore.ts';
import { fromB64, toB64 } from './bytes.ts';
import { close } from './docket.ts';
import { normaliseCode } from './envelope.ts';
import { scopesOf } from './greet.ts';
import { isPublicKey, streamIdOf } from './keys.ts';
import { appendBureau, openOwn } from './ownStream.ts';
import { type Enrol, type EnrolNo, type EnrolOk, PROTO } from './protocol.ts';
import { ok, type Reply, refused } from './reply.ts';

/** What is kept of a one-time code (EN1). */
export const hashCode = (code: string): Buffer => createHash('sha256').update(normaliseCode(code)).digest();

/** Who enrols: the code's bearer, of whom no officer is there to be named. */
const ENROLMENT = { id: 'enrolment', name: '接入码' };

/** Enrols a desk by its one-time code (EN1 to EN4). The same code and key asked again get the same answer. */
export const enrolDesk = (
  bureau: Bureau,
  store: BureauStore,
  enrol: Enrol,
  now: string,
): Promise<Reply<EnrolOk, EnrolNo>> =>
  store.write(async (tx) => {
    if (enrol.training) return refused({ code: 'TRAINING' });
    if (enrol.proto > PROTO || !/^[A-Z]$/.test(enrol.letter) || !isPublicKey(enrol.publicKey))
      return refused({ code: 'REFUSED' });
    const code = await tx.lockCode(hashCode(enrol.code));
    if (!code || code.cancelled) return refused({ code: 'WRONG_CODE' });
    // The same key has one text only, or one desk could stand in the directory twice.
    const publicKey = toB64(fromB64(enrol.publicKey));
    const stream = streamIdOf(publicKey);
    const answer: EnrolOk = {
      bureauName: bureau.name,
      bureauKey: bureau.keys.publicKey,
      bureauStream: bureau.stream,
      stream,
      unit: code.unit,
      scopes: scopesOf({ stream, unit: code.unit }),
      now,
    };
    if (code.usedBy !== null) return code.usedBy === stream ? ok(answer) : refused({ code: 'WRONG_CODE' });
    if (code.expiresAt <= now) return refused({ code: 'WRONG_CODE' });
    const refusal = await spendCode(bureau, tx, code, { ...enrol, publicKey, stream }, now);
    return refusal ? refused({ code: refusal }) : ok(answer);
  });

async function spendCode(
  bureau: Bureau,
  tx: BureauWriter,
  code: EnrolmentCode,
  desk: Enrol & { stream: string },
  now: string,
): Promise<EnrolNo['code'] | null> {
  const { stream, publicKey, letter, deskName } = desk;
  if (desk.unit !== code.unit.code) return 'WRONG_UNIT';
  const known = await tx.lockStream(stream);
  if (known) {
    const same = known.kind === 'desk' && known.unit.code === code.unit.code && known.letter === letter;
    if (!same || known.state !== 'active') return 'REFUSED';
    await tx.spendCode(code.id, stream, now);
    return null;
  }
  if (await tx.letterTaken(code.unit.code, letter)) return 'LETTER_TAKEN';
  const own = await openOwn(bureau, tx, now);
  await tx.insertStream({
    ...{ stream, kind: 'desk', publicKey, unitCode: code.unit.code, letter, deskName, state: 'active' },
    ...{ seq: 0, hash: Buffer.alloc(32), hlc: '', enrolledAt: now },
  });
  await tx.spendCode(code.id, stream, now);
  await appendBureau(own, {
    event: { type: 'stream-enrolled', body: { stream, publicKey, unit: code.unit, letter, deskName } },
    caseId: '',
    actor: ENROLMENT,
  });
  await close(own.docket);
  return null;
}
