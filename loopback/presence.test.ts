import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresence } from './presence.ts';

let left: string[] = [];
const presence = () => createPresence((connection) => left.push(connection), 100);
beforeEach(() => {
  left = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('the presence of a window', () => {
  it('ends when its page has been silent for the whole grace, once', () => {
    const here = presence();
    here.came('a');
    here.came('b');
    here.went('a');
    vi.advanceTimersByTime(99);
    expect(left).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(left).toEqual(['a']);
  });

  it('lets a reload pass, and a page that listens again before its old stream has ended', () => {
    const here = presence();
    here.came('a');
    here.went('a');
    vi.advanceTimersByTime(50);
    here.came('a');
    here.came('a');
    here.went('a');
    vi.advanceTimersByTime(1000);
    expect(left).toEqual([]);
  });

  it('says nothing more after the program stops', () => {
    const here = presence();
    here.came('a');
    here.went('a');
    here.stop();
    vi.advanceTimersByTime(1000);
    expect(left).toEqual([]);
  });
});
