import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTokens, wordOf } from './bigrams.ts';

describe('the tokens of an index of beginnings', () => {
  it('are the pairs of each Han run with its last character, and words in small letters, each once', () => {
    expect(indexTokens(['张某反映，征地补偿 征地', 'ＡB-0012'])).toEqual([
      ...['张某', '某反', '反映', '映', '征地', '地补', '补偿', '偿', '地'],
      ...['ab', '0012'],
    ]);
  });

  it('let every character of a text be found by what begins with it', () => {
    const han = fc.constantFrom(...'罗秀英征地补偿镇村𠮷');
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 20 }), (characters) => {
        const tokens = indexTokens([characters.join('')]);
        expect(characters.filter((one) => !tokens.some((token) => token.startsWith(one)))).toEqual([]);
      }),
    );
  });

  it('hold letters and digits only, whatever is written, and none without end', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        for (const token of indexTokens(texts)) expect(token).toMatch(/^[\p{L}\p{N}\p{Script=Han}]{1,100}$/u);
      }),
    );
    expect(wordOf('x'.repeat(3_000))).toBe('x'.repeat(100));
  });
});
