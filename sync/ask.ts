import type { z } from 'zod';
import { ok, type Result, refuse } from '../domain/result.ts';
import { H_NONCE, H_SIG, openAnswer, packRequest, type Send, type WireRequest } from './envelope.ts';
import type { KeyPair } from './keys.ts';
import { Answer } from './protocol.ts';

/** A way to one bureau, and who speaks on it. */
export interface Line {
  send: Send;
  stream: string;
  keys: KeyPair;
  bureauKey: string;
  now(): Date;
}

/** Nobody was reached who may be believed: nothing changes and the same is asked again later (EV2). */
export type Weather = 'not-reached' | 'timeout' | 'not-a-bureau' | 'bad-answer';

type Heard<T extends z.ZodType, N extends z.ZodType> =
  | { ok: true; value: z.output<T> }
  | { ok: false; refusal: z.output<N> };

/** A request of this stream, signed and compressed. */
export const packed = (line: Line, path: string, json: unknown): WireRequest =>
  packRequest(path, json, line.stream, line.keys, line.now().toISOString());

/** Sends a packed request; answers what the bureau said, its refusals included, or why it cannot be believed. */
export async function hear<T extends z.ZodType, N extends z.ZodType>(
  line: Line,
  request: WireRequest,
  value: T,
  refusal: N,
): Promise<Result<Heard<T, N>, Weather>> {
  const answer = await deliver(line.send, request);
  if (!answer.ok) return answer;
  const { status, headers } = answer.value;
  // A gateway whose bureau is down answers for it; a login page answers as if nothing were wrong.
  if (!headers[H_SIG]) return refuse(status >= 500 ? 'not-reached' : 'not-a-bureau');
  const json = openAnswer(answer.value, request.headers[H_NONCE] ?? '', line.bureauKey);
  const parsed = Answer(value, refusal).safeParse(json);
  return parsed.success ? ok(parsed.data as Heard<T, N>) : refuse('bad-answer');
}

/** Packs, sends and hears in one. */
export const ask = <T extends z.ZodType, N extends z.ZodType>(
  line: Line,
  path: string,
  json: unknown,
  value: T,
  refusal: N,
): Promise<Result<Heard<T, N>, Weather>> => hear(line, packed(line, path, json), value, refusal);

/** Carries a request; whatever the network throws is weather. */
export async function deliver(
  send: Send,
  request: WireRequest,
): Promise<Result<Awaited<ReturnType<Send>>, 'not-reached' | 'timeout'>> {
  try {
    return ok(await send(request));
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'not-reached');
  }
}
