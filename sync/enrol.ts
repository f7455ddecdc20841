import { ok, type Result, refuse } from '../domain/result.ts';
import { deliver } from './ask.ts';
import {
  expand,
  H_NONCE,
  H_SIG,
  keyFingerprint,
  normaliseCode,
  openAnswer,
  packRequest,
  type Send,
} from './envelope.ts';
import { streamIdOf } from './keys.ts';
import type { Identity } from './log.ts';
import { Answer, type Enrol, EnrolNo, EnrolOk, PROTO } from './protocol.ts';

/** Why a desk was not enrolled, as the contract names it. */
export type EnrolTrouble =
  | 'training-desk'
  | 'not-reached'
  | 'not-a-bureau'
  | 'wrong-code'
  | 'letter-taken'
  | 'wrong-unit'
  | 'refused';

export interface Enrolling {
  identity: Identity;
  letter: string;
  deskName: string;
  training: boolean;
  /** As the person typed it. */
  code: string;
  send: Send;
  now(): Date;
}

/** `XXXX-XXXX-FFFF`; the last group is the fingerprint of the bureau's key. */
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-([0-9A-Z]{4})$/;

/**
 * Asks the bureau to know this desk. The code came from the bureau by another way, and its last group proves that the
 * answer comes from there too (EN1). Nothing is written here: asked again after a lost answer it answers the same (EN2).
 */
export async function enrol(asked: Enrolling): Promise<Result<EnrolOk, EnrolTrouble>> {
  const { identity, letter, deskName, training } = asked;
  if (training) return refuse('training-desk');
  const code = normaliseCode(asked.code);
  const fingerprint = CODE.exec(code)?.[1];
  if (!fingerprint) return refuse('wrong-code');
  const { publicKey } = identity.keys;
  const json: Enrol = { proto: PROTO, code, publicKey, unit: identity.unit.code, letter, deskName, training };
  const request = packRequest('/v1/enrol', json, identity.stream, null, asked.now().toISOString());
  const answer = await deliver(asked.send, request);
  if (!answer.ok) return refuse('not-reached');
  if (!answer.value.headers[H_SIG] && answer.value.status >= 500) return refuse('not-reached');
  const parsed = Answer(EnrolOk, EnrolNo).safeParse(expand(answer.value.body));
  if (!parsed.success) return refuse('not-a-bureau');
  // Whoever says no needs no proof: nothing follows from it.
  if (!parsed.data.ok) return enrolRefused((parsed.data.refusal as EnrolNo).code);
  const value = parsed.data.value as EnrolOk;
  const proved =
    keyFingerprint(value.bureauKey) === fingerprint &&
    openAnswer(answer.value, request.headers[H_NONCE] ?? '', value.bureauKey) !== null &&
    streamIdOf(value.bureauKey) === value.bureauStream &&
    value.stream === identity.stream;
  if (!proved) return refuse('not-a-bureau');
  return value.unit.code === identity.unit.code ? ok(value) : refuse('wrong-unit');
}

function enrolRefused(code: EnrolNo['code']): Result<never, EnrolTrouble> {
  switch (code) {
    case 'WRONG_CODE':
      return refuse('wrong-code', { field: 'code' });
    case 'LETTER_TAKEN':
      return refuse('letter-taken');
    case 'WRONG_UNIT':
      return refuse('wrong-unit', { field: 'code' });
    case 'TRAINING':
      return refuse('training-desk');
    case 'BUSY':
      return refuse('not-reached');
    case 'REFUSED':
      return refuse('refused');
  }
}
