import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from './draftKeeper.ts';

describe('keeping a half-typed form', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is on disk within two seconds of the first key, however fast the typing goes on', async () => {
    const saved: string[] = [];
    const keeper = createDraftKeeper<string>(async (draft) => void saved.push(draft));
    for (let i = 1; i <= 20; i += 1) {
      keeper.note('字'.repeat(i));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThanOrEqual(1);
  });

  it('saves at once when a field is left, and not again without a change', async () => {
    const saved: string[] = [];
    const keeper = createDraftKeeper<string>(async (draft) => void saved.push(draft));
    keeper.note('反映土地');
    await keeper.flush();
    await keeper.flush();
    expect(saved).toEqual(['反映土地']);
  });

  it('lets no late save land after the form was registered', async () => {
    const saved: string[] = [];
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const keeper = createDraftKeeper<string>(async (draft) => {
      await gate;
      saved.push(draft);
    });
    keeper.note('一');
    const flushing = keeper.flush();
    await Promise.resolve();
    keeper.note('二');
    const settled = keeper.settle().then(() => saved.push('登记'));
    release();
    await Promise.all([flushing, settled]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual(['一', '登记']);
  });

  it('tries again after a failed save', async () => {
    const saved: string[] = [];
    let broken = true;
    const keeper = createDraftKeeper<string>(async (draft) => {
      if (broken) throw new Error('disk');
      saved.push(draft);
    });
    keeper.note('一');
    await keeper.flush();
    broken = false;
    await keeper.flush();
    expect(saved).toEqual(['一']);
  });
});
