import { expect, it } from 'vitest';
import { type Enrolling, enrol } from './enrol.ts';
import {
  expand,
  H_NONCE,
  H_SIG,
  H_STREAM,
  makeEnrolmentCode,
  packAnswer,
  type WireAnswer,
  type WireRequest,
} from './envelope.ts';
import { makeKeyPair, streamIdOf } from './keys.ts';

// Made-up names; the town is real.
const TOWN = { code: '441481104', name: '新陂镇' };
const bureau = makeKeyPair();
const keys = makeKeyPair();
const identity = { stream: streamIdOf(keys.publicKey), keys, unit: TOWN };
const value = {
  ...{ bureauName: '兴宁市信访局', bureauKey: bureau.publicKey, bureauStream: streamIdOf(bureau.publicKey) },
  ...{ stream: identity.stream, unit: TOWN, scopes: ['dir'], now: '2026-03-02T01:00:00.000Z' },
};
const code = makeEnrolmentCode(bureau.publicKey);

type Say = (nonce: string) => WireAnswer | Promise<WireAnswer>;

/** Enrols at somebody who says this; answers what came of it, and what was asked. */
async function enrolAt(say: Say, change: Partial<Enrolling> = {}) {
  const heard: WireRequest[] = [];
  const send = async (request: WireRequest) => {
    heard.push(request);
    return say(request.headers[H_NONCE] ?? '');
  };
  const now = () => new Date('2026-03-02T01:00:00Z');
  const asked = { identity, letter: 'A', deskName: '一号接访台', training: false, code, send, now };
  return { result: await enrol({ ...asked, ...change }), heard };
}
const yes =
  (change: object = {}, signer = bureau): Say =>
  (nonce) =>
    packAnswer(nonce, 200, { ok: true, value: { ...value, ...change } }, signer);
const no =
  (refusal: string): Say =>
  (nonce) =>
    packAnswer(nonce, 409, { ok: false, refusal: { code: refusal } }, bureau);
const page = (status: number, body = '<html>请先登录网络</html>'): WireAnswer => ({
  ...{ status, headers: {}, body: Buffer.from(body) },
});

it('EN1 the bureau that holds the key of the code is believed; it is asked unsigned, with the code as it is kept', async () => {
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
  const { result, heard } = await enrolAt(yes(), { code: typed });
  expect(result).toEqual({ ok: true, value });
  expect(
    heard.map(({ path, headers, body }) => [path, headers[H_STREAM], headers[H_SIG], expand(body)]),
  ).toEqual([
    [
      ...['/v1/enrol', identity.stream, undefined],
      {
        ...{ proto: 1, code, publicKey: keys.publicKey, unit: TOWN.code, letter: 'A' },
        ...{ deskName: '一号接访台', training: false },
      },
    ],
  ]);
});

it.each([
  ['a word', '接入码'],
  ['half a code', code.slice(0, 9)],
  ['nothing', ''],
])('EN1 %s is no code, and nobody is asked', async (_name, text) => {
  const { result, heard } = await enrolAt(yes(), { code: text });
  expect(result).toEqual({ ok: false, refusal: { code: 'wrong-code' } });
  expect(heard).toEqual([]);
});

it('EN3 a training desk asks nobody', async () => {
  const { result, heard } = await enrolAt(yes(), { training: true });
  expect(result).toEqual({ ok: false, refusal: { code: 'training-desk' } });
  expect(heard).toEqual([]);
});

const other = makeKeyPair();
it.each<[string, string, Say]>([
  ['a login page', 'not-a-bureau', () => page(200)],
  ['a redirect', 'not-a-bureau', () => page(302, '')],
  ['a gateway in front of a dead bureau', 'not-reached', () => page(502)],
  ['nobody', 'not-reached', () => Promise.reject(new Error('connection refused'))],
  ['silence', 'not-reached', () => Promise.reject(new DOMException('too slow', 'TimeoutError'))],
  [
    'the answer cut off',
    'not-a-bureau',
    (nonce) => {
      const whole = yes()(nonce) as WireAnswer;
      return { ...whole, body: whole.body.subarray(0, whole.body.length - 9) };
    },
  ],
  [
    'an answer without its signature',
    'not-a-bureau',
    (nonce) => ({ ...(yes()(nonce) as WireAnswer), headers: {} }),
  ],
  ['the answer to another question', 'not-a-bureau', () => yes()('another-nonce-00') as WireAnswer],
  [
    'another status than was signed',
    'not-a-bureau',
    (nonce) => ({ ...(yes()(nonce) as WireAnswer), status: 201 }),
  ],
  [
    'a bureau with another key than the code came from',
    'not-a-bureau',
    yes({ bureauKey: other.publicKey, bureauStream: streamIdOf(other.publicKey) }, other),
  ],
  ["the bureau's key signed by another", 'not-a-bureau', yes({}, other)],
  ['a bureau with a stream that is not its key’s', 'not-a-bureau', yes({ bureauStream: identity.stream })],
  ['an answer for another desk', 'not-a-bureau', yes({ stream: value.bureauStream })],
  ['a signed answer of another shape', 'not-a-bureau', yes({ scopes: 'all' })],
  ['another unit', 'wrong-unit', yes({ unit: { code: '441481105', name: '刁坊镇' } })],
])('EV2 EN1 %s: %s', async (_name, trouble, say) => {
  expect((await enrolAt(say)).result).toEqual({ ok: false, refusal: { code: trouble } });
});

it.each([
  ['WRONG_CODE', { code: 'wrong-code', field: 'code' }],
  ['LETTER_TAKEN', { code: 'letter-taken' }],
  ['WRONG_UNIT', { code: 'wrong-unit', field: 'code' }],
  ['TRAINING', { code: 'training-desk' }],
  ['REFUSED', { code: 'refused' }],
  ['BUSY', { code: 'not-reached' }],
])('EN2 a bureau that says %s is told on', async (said, refusal) => {
  expect((await enrolAt(no(said))).result).toEqual({ ok: false, refusal });
});
