import { describe, expect, it } from 'vitest';
import { urgencyOf } from './urgencyOf.ts';

describe('urgencyOf', () => {
  it('follows the warning ladder: more than 5 days green, then yellow, orange, red today, black when past', () => {
    expect([6, 5, 3, 2, 1, 0, -1].map(urgencyOf)).toEqual([
      'green',
      'yellow',
      'yellow',
      'orange',
      'orange',
      'red',
      'black',
    ]);
  });
});
