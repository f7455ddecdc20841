import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../domain/result.ts';
import { createAsking } from './asking.ts';

describe('a question to the desk', () => {
  it('keeps the old answer on screen while it asks again, and when the desk is gone', async () => {
    const asking = createAsking<number>();
    await asking.ask(async () => ok(1));
    await asking.ask(async () => {
      throw new Error('gone');
    });
    expect(asking.store.getState()).toMatchObject({ status: 'offline', value: 1 });
  });

  it('lets only the newest question answer', async () => {
    const asking = createAsking<string>();
    let slow: (value: ReturnType<typeof ok<string>>) => void = () => {};
    const first = asking.ask(
      () =>
        new Promise((resolve) => {
          slow = resolve;
        }),
    );
    await asking.ask(async () => ok('new'));
    slow(ok('old'));
    await first;
    expect(asking.store.getState().value).toBe('new');
  });

  it('shows no value it may not show any more', async () => {
    const asking = createAsking<number>();
    await asking.ask(async () => ok(1));
    await asking.ask(async () => refuse('not-allowed'));
    expect(asking.store.getState()).toMatchObject({ status: 'refused', value: undefined });
  });
});
