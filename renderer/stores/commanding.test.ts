import { afterEach, describe, expect, it, vi } from 'vitest';
import { Id } from '../../contract/case.ts';
import { ok, refuse } from '../../domain/result.ts';
import { createCommanding, newId } from './commanding.ts';

describe('one form, one command', () => {
  it('does nothing on a second click while the first is on its way, and nothing after it succeeded', async () => {
    const ids: string[] = [];
    const form = createCommanding(async (id: string, _input: string) => {
      ids.push(id);
      return ok('done');
    });
    await Promise.all([form.run('a'), form.run('a')]);
    await form.run('a');
    expect(ids).toHaveLength(1);
  });

  it('sends the same command id again after a lost answer, and a new one for a new form', async () => {
    const ids: string[] = [];
    const form = createCommanding(async (id: string, _input: string) => {
      ids.push(id);
      if (ids.length === 1) throw new Error('connection lost');
      return ok('done');
    });
    expect(await form.run('a')).toBeUndefined();
    expect(form.store.getState().error).toContain('没有回应');
    expect(await form.run('a')).toBe('done');
    form.renew();
    await form.run('b');
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('puts a refusal at its field as a sentence, and the rest at the form', async () => {
    const answers = [refuse('date-in-future', { field: 'settings.givenOn' }), refuse('not-ours')];
    const form = createCommanding(
      async () => answers.shift() ?? ok(null),
      (field) => field.replace('settings.', ''),
    );
    await form.run(null);
    expect(form.store.getState().errors).toEqual({ givenOn: '日期不能晚于今天。' });
    await form.run(null);
    expect(form.store.getState()).toMatchObject({ errors: {}, error: expect.stringContaining('其他单位') });
  });
});

describe('a new id', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is one too where the browser keeps randomUUID back, as at a console over plain HTTP', () => {
    const real = globalThis.crypto;
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes),
    });
    const ids = [newId(), newId()];
    expect(ids.map((id) => Id.safeParse(id).success)).toEqual([true, true]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
