import { describe, expect, it } from 'vitest';
import { reasonSentence } from './sync.ts';

describe('reasonSentence', () => {
  it('knows a code in either spelling', () => {
    expect(reasonSentence('FENCE_FORK')).toBe(reasonSentence('fence-fork'));
  });
  it('shows a code that it does not know, so that a person can ask about it', () => {
    expect(reasonSentence('X_99')).toContain('X_99');
  });
});
