import { describe, expect, it } from 'vitest';
import { consoleSentence, heldReason } from './bureau.ts';
import { refusalSentence } from './refusals.ts';

describe('consoleSentence', () => {
  it('has its own words where the bureau means something else than a desk', () => {
    expect(consoleSentence({ code: 'no-bureau' })).toContain('信访局服务器');
    expect(consoleSentence({ code: 'unknown-case' })).not.toBe(refusalSentence({ code: 'unknown-case' }));
  });
  it('falls back to the shared sentences, never to a bare code', () => {
    expect(consoleSentence({ code: 'wrong-password' })).toBe(refusalSentence({ code: 'wrong-password' }));
    expect(consoleSentence({ code: 'never-heard-of' })).toBe(refusalSentence({ code: 'internal' }));
  });
});

describe('heldReason', () => {
  it('says why a fact was held, and shows a code that it does not know', () => {
    expect(heldReason('unknown-case')).toBe('还没有收到这件的登记。');
    expect(heldReason('something-new')).toBe('原因代码 something-new');
  });
});
