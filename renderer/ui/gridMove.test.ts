import { describe, expect, it } from 'vitest';
import { gridMove } from './gridMove.ts';

describe('moving in a list by keys', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 15],
    ['PageUp', 15, 5],
    ['Home', 15, 0],
    ['End', 15, 99],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 95, 99],
    ['PageUp', 3, 0],
  ])('%s from row %i goes to row %i of 100', (key, from, to) => {
    expect(gridMove(key, from, 100, 10)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(gridMove('Enter', 5, 100, 10)).toBeNull();
    expect(gridMove('a', 5, 100, 10)).toBeNull();
  });
});
