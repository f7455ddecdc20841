import { expect, it } from 'vitest';
import { storable } from './storable.ts';

it('texts lose U+0000 and halves of characters wherever they stand; whole ones stay as they are', () => {
  const bytes = new Uint8Array([0, 216]);
  expect(
    storable({
      facts: '空\0字',
      people: [{ name: '半个\ud83d' }],
      whole: '𠮷与🙂 \\u0000',
      n: 0,
      none: null,
      bytes,
    }),
  ).toEqual({
    facts: '空字',
    people: [{ name: '半个\ufffd' }],
    whole: '𠮷与🙂 \\u0000',
    n: 0,
    none: null,
    bytes,
  });
});
