import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHeartbeat } from './heartbeat.ts';

let gone = 0;
const beat = () => createHeartbeat(() => (gone += 1), 100, 10);
beforeEach(() => {
  gone = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('the heartbeat', () => {
  it('ends the program when no window has listened for the whole grace', () => {
    const heartbeat = beat();
    heartbeat.windows(1);
    heartbeat.windows(0);
    vi.advanceTimersByTime(99);
    expect(gone).toBe(0);
    vi.advanceTimersByTime(1);
    expect(gone).toBe(1);
  });

  it('lets a reload pass', () => {
    const heartbeat = beat();
    heartbeat.windows(1);
    heartbeat.windows(0);
    vi.advanceTimersByTime(50);
    heartbeat.windows(1);
    vi.advanceTimersByTime(1000);
    expect(gone).toBe(0);
  });

  it('waits for ever for a window that was never there', () => {
    beat().browserStarted();
    vi.advanceTimersByTime(100_000);
    expect(gone).toBe(0);
  });

  it('waits only shortly once the browser itself has ended', () => {
    const heartbeat = beat();
    heartbeat.windows(1);
    heartbeat.browserEnded();
    vi.advanceTimersByTime(1000);
    expect(gone).toBe(0);
    heartbeat.windows(0);
    vi.advanceTimersByTime(10);
    expect(gone).toBe(1);
  });

  it('ends the program when the browser ends without having shown a window', () => {
    const heartbeat = beat();
    heartbeat.browserStarted();
    heartbeat.browserEnded();
    vi.advanceTimersByTime(10);
    expect(gone).toBe(1);
  });

  it('starts again with a browser that is started again', () => {
    const heartbeat = beat();
    heartbeat.windows(1);
    heartbeat.browserEnded();
    heartbeat.windows(0);
    heartbeat.browserStarted();
    vi.advanceTimersByTime(1000);
    expect(gone).toBe(0);
  });

  it('is silent after its stop', () => {
    const heartbeat = beat();
    heartbeat.windows(1);
    heartbeat.windows(0);
    heartbeat.stop();
    vi.advanceTimersByTime(1000);
    expect(gone).toBe(0);
  });
});
