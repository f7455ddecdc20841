import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

describe('base64', () => {
  it('gives back every byte value, also across the part limit', () => {
    const bytes = Uint8Array.from({ length: 70_001 }, (_, at) => at % 256);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
  it('agrees with the ordinary spelling', () => {
    expect(toBase64(new TextEncoder().encode('信访'))).toBe(Buffer.from('信访').toString('base64'));
  });
});
