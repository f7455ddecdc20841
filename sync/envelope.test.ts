import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expand,
  H_NONCE,
  H_SIG,
  H_STREAM,
  H_TIME,
  keyFingerprint,
  makeEnrolmentCode,
  normaliseCode,
  openAnswer,
  packAnswer,
  packRequest,
  requestIsSigned,
} from './envelope.ts';
import { makeKeyPair } from './keys.ts';
import { createNonces } from './nonces.ts';

const desk = makeKeyPair();
const bureau = makeKeyPair();
const json = { text: '村道破损', n: [1, null] };
const NOW = '2026-03-02T09:15:00+08:00';
const request = () => packRequest('/v1/push', json, 's-1', desk, NOW);

describe('EV1: a request', () => {
  it('is signed over path, stream, nonce, time and the exact bytes', () => {
    const good = request();
    expect([requestIsSigned(good, desk.publicKey), expand(good.body)]).toEqual([true, json]);
    const changed = [
      { ...good, path: '/v1/pull' },
      { ...good, body: gzipSync(JSON.stringify({ ...json, n: [] })) },
      ...[H_STREAM, H_NONCE, H_TIME].map((name) => ({
        ...good,
        headers: { ...good.headers, [name]: 'other' },
      })),
      { ...good, headers: { ...good.headers, [H_SIG]: '' } },
      { ...good, headers: {} },
    ];
    expect(changed.map((one) => requestIsSigned(one, desk.publicKey))).toEqual(changed.map(() => false));
    expect(requestIsSigned(good, bureau.publicKey)).toBe(false);
  });

  it('the same JSON packed anew is not the same bytes: only the bytes are signed', () => {
    const good = request();
    const repacked = { ...good, body: gzipSync(JSON.stringify(json), { level: 1 }) };
    if (!repacked.body.equals(good.body)) expect(requestIsSigned(repacked, desk.publicKey)).toBe(false);
  });

  it('enrolment is the one request without a signature', () => {
    const enrol = packRequest('/v1/enrol', json, '', null, NOW);
    expect([H_SIG in enrol.headers, requestIsSigned(enrol, desk.publicKey), expand(enrol.body)]).toEqual([
      false,
      false,
      json,
    ]);
  });
});

describe('EV2: an answer', () => {
  const answer = packAnswer('nonce-1', 200, json, bureau);

  it('opens for the request it answers, with the bureau’s key', () => {
    expect(openAnswer(answer, 'nonce-1', bureau.publicKey)).toEqual(json);
  });

  it.each([
    ['of another request', { ...answer }, 'nonce-2', bureau.publicKey],
    ['of another bureau', { ...answer }, 'nonce-1', desk.publicKey],
    ['with another status', { ...answer, status: 500 }, 'nonce-1', bureau.publicKey],
    ['cut off', { ...answer, body: answer.body.subarray(0, -1) }, 'nonce-1', bureau.publicKey],
    [
      'of a login page',
      { status: 200, headers: {}, body: Buffer.from('<html>登录</html>') },
      'nonce-1',
      bureau.publicKey,
    ],
    ['with a rubbish signature', { ...answer, headers: { [H_SIG]: '!!' } }, 'nonce-1', bureau.publicKey],
    ['without bytes', { ...answer, body: new Uint8Array() }, 'nonce-1', bureau.publicKey],
  ])('%s counts as not reached', (_name, wrong, nonce, key) => {
    expect(openAnswer(wrong, nonce, key)).toBeNull();
  });

  it('any changed byte counts as not reached', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const body = Buffer.from(answer.body);
        const i = at % body.length;
        body[i] = (body[i] ?? 0) ^ by;
        expect(openAnswer({ ...answer, body }, 'nonce-1', bureau.publicKey)).toBeNull();
      }),
    );
  });
});

it('EV3: a nonce is answered once', () => {
  const nonces = createNonces();
  const many = Array.from({ length: 120_000 }, (_, i) => `nonce-${i}`);
  expect(many.every((nonce) => nonces.take(nonce))).toBe(true);
  // The newest 50,000 at least are known; the oldest may be forgotten, since every request may be repeated (PU2).
  expect(many.slice(-50_000).some((nonce) => nonces.take(nonce))).toBe(false);
  expect([nonces.take('__proto__'), nonces.take('__proto__'), nonces.take('')]).toEqual([true, false, true]);
});

describe('expanding', () => {
  it('what is no gzip of JSON is nothing, and never throws', () => {
    expect([Buffer.from('{}'), gzipSync('{'), gzipSync(''), new Uint8Array()].map(expand)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(expand(bytes)).toBeNull();
      }),
    );
  });

  it('a bomb of 20 MiB in a few kilobytes is nothing', () => {
    const bomb = gzipSync(JSON.stringify('0'.repeat(20 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(expand(bomb)).toBeNull();
  });
});

describe('EN1: a one-time code', () => {
  it('ends with the fingerprint of the bureau’s key, and is never the same twice', () => {
    const codes = Array.from({ length: 50 }, () => makeEnrolmentCode(bureau.publicKey));
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      expect(code.endsWith(keyFingerprint(bureau.publicKey))).toBe(true);
      expect(normaliseCode(code)).toBe(code);
    }
    expect(keyFingerprint(desk.publicKey)).not.toBe(keyFingerprint(bureau.publicKey));
  });

  it.each(['abcd-efgh-jkmn', ' ABCDEFGHJKMN ', 'ａｂｃｄ　efgh—jkmn', 'abcd efgh jkmn'])(
    '%j is typed like that too',
    (typed) => {
      expect(normaliseCode(typed)).toBe('ABCD-EFGH-JKMN');
    },
  );

  it('nothing typed is no code', () => {
    expect(normaliseCode(' —— ')).toBe('');
  });
});
