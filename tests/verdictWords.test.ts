/** The pages may not import the exchange; here its codes and their sentences are held together. */
import { expect, it } from 'vitest';
import { VERDICT_SENTENCES } from '../renderer/text/sync.ts';
import { VERDICT_CODES } from '../sync/judge.ts';

it('every verdict of the bureau has a sentence, and no sentence is for a code that nothing sends', () => {
  expect(Object.keys(VERDICT_SENTENCES).sort()).toEqual([...VERDICT_CODES].sort());
});
