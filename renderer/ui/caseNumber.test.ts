import { describe, expect, it } from 'vitest';
import { shortNumber } from './caseNumber.ts';

describe('shortNumber', () => {
  it('leaves out the code of the own town', () => {
    expect(shortNumber('441481104-20260302-A0007-K', '441481104')).toBe('20260302-A0007-K');
  });
  it('keeps the number of another town whole, and every number while the unit is unknown', () => {
    expect(shortNumber('441481105-20260302-A0007-K', '441481104')).toBe('441481105-20260302-A0007-K');
    expect(shortNumber('441481104-20260302-A0007-K', '')).toBe('441481104-20260302-A0007-K');
  });
});
