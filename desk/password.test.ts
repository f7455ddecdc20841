import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWeak,
  makeRecoveryCode,
  normaliseRecoveryCode,
  PASSWORD_COST,
  RECOVERY_COST,
  stretch,
} from './password.ts';

const CHEAP = { memoryKiB: 64, passes: 1 };
const salt = Buffer.alloc(16, 3);

describe('stretching', () => {
  it('gives 32 bytes that hang on every letter, the salt and the cost', async () => {
    const key = await stretch('春天的稻田', salt, CHEAP);
    const others = await Promise.all([
      stretch('春天的稻日', salt, CHEAP),
      stretch('春天的稻田', Buffer.alloc(16, 4), CHEAP),
      stretch('春天的稻田', salt, { ...CHEAP, passes: 2 }),
      stretch('春天的稻田', salt, { ...CHEAP, memoryKiB: 128 }),
    ]);
    expect(key.length).toBe(32);
    expect(new Set([key, ...others].map((k) => k.toString('hex'))).size).toBe(5);
    expect((await stretch('春天的稻田', salt, CHEAP)).equals(key)).toBe(true);
  });

  it('an IME’s full-width letters are the same password', async () => {
    expect(
      (await stretch('ａｂｃ１２３ＸＹ', salt, CHEAP)).equals(await stretch('abc123XY', salt, CHEAP)),
    ).toBe(true);
  });

  it('costs at least what is asked of Argon2id today, the recovery code more', () => {
    expect(PASSWORD_COST.memoryKiB >= 19 * 1024 && PASSWORD_COST.passes >= 2).toBe(true);
    expect(RECOVERY_COST.memoryKiB).toBeGreaterThan(PASSWORD_COST.memoryKiB);
  });
});

describe('a password that would be guessed at once', () => {
  it.each([
    ...[
      '',
      'short',
      '1234567',
      '12345678',
      '20260302',
      'password',
      'Password123',
      'admin12345',
      'aaaaaaaa',
      '密码密码密码密码',
    ],
    ...[
      'fengqiao2026',
      'xinfang123',
      '信访信访12345678',
      'abcabcabc',
      '１２３４５６７８',
      '  12345678  ',
      '罗秀英罗秀英abc',
      'luo罗秀英',
    ],
  ])('%j is weak', (password) => {
    expect(isWeak(password, '罗秀英')).toBe(true);
  });

  it.each([
    '稻田里的青蛙叫了',
    'turtle-rain-42',
    '罗秀英养了三只猫',
    'Tq8#vLp2',
    '12345678x',
    'password ist kurz',
  ])('%j is not', (password) => {
    expect(isWeak(password, '罗秀英')).toBe(false);
  });

  it('the longest password that a form takes is judged as soon as any other', () => {
    // Two ways to read a piece of a guess would try 2^25 readings here and hang the desk.
    for (const guess of ['12345', '123451', 'abc1', 'password'])
      isWeak(`${guess.repeat(25).slice(0, 127)}!`, '罗秀英');
    expect(isWeak(`${'12345'.repeat(25)}!`, '罗秀英')).toBe(false);
    expect(isWeak('12345'.repeat(25), '罗秀英')).toBe(true);
  });

  it('nothing typed makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 128 }),
        fc.string({ unit: 'binary' }),
        (password, name) => {
          expect(typeof isWeak(password, name)).toBe('boolean');
        },
      ),
    );
  });
});

describe('a recovery code', () => {
  it('is 20 symbols without look-alikes, in groups of five, never the same twice', () => {
    const codes = Array.from({ length: 200 }, makeRecoveryCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^(?:[2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('uses every symbol alike', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 600; i++)
      for (const symbol of normaliseRecoveryCode(makeRecoveryCode()))
        counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    expect(counts.size).toBe(30);
    // 12,000 draws of 30 symbols: 400 each, with a standard deviation below 20.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(140);
  });

  it('is read from the paper with any dashes, blanks, case and width', () => {
    expect(normaliseRecoveryCode(' ａbcde—2３456 jkmnp-QRSTV ')).toBe('ABCDE23456JKMNPQRSTV');
  });
});
