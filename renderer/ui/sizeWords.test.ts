import { describe, expect, it } from 'vitest';
import { sizeWords } from './sizeWords.ts';

describe('sizeWords', () => {
  it('rounds to whole KB below a megabyte and to tenths above; an empty file is 1 KB to a reader', () => {
    expect(sizeWords(0)).toBe('1 KB');
    expect(sizeWords(345_221)).toBe('337 KB');
    expect(sizeWords(1_834_221)).toBe('1.7 MB');
  });
});
