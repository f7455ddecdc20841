/** The desk in its window: how it starts, ends and meets a second start. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesk } from '../double/launch.ts';
import { ensureBuilt, MAIN } from './built.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'));
  folders.push(folder);
  return folder;
}
beforeAll(ensureBuilt);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const stateOf = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { desk: { call(method: string, input: object): Promise<unknown> } }).desk.call(
      'session.state',
      {},
    ),
  );

describe('the life of the program', () => {
  it('ends with its window, and remembers where the window stood', async () => {
    const data = newFolder();
    const bounds = { x: 60, y: 40, width: 1200, height: 700 };
    const first = await launchDesk({ main: MAIN, data });
    await first.firstWindow();
    await first.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0].setBounds(place),
      bounds,
    );
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close());
    expect(await first.ended).toBe(0);
    const second = await launchDesk({ main: MAIN, data });
    await second.firstWindow();
    expect(
      await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getBounds()),
    ).toEqual(bounds);
    expect(await second.close()).toBe(0);
  });

  it('a second start shows the window that is there, and ends', async () => {
    const data = newFolder();
    const first = await launchDesk({ main: MAIN, data });
    await first.firstWindow();
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].minimize());
    const second = await launchDesk({ main: MAIN, data, waitReady: false });
    expect(await second.ended).toBe(0);
    const shown = await first.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows();
      return { windows: all.length, minimized: all[0].isMinimized(), visible: all[0].isVisible() };
    });
    expect(shown).toEqual({ windows: 1, minimized: false, visible: true });
    await first.close();
  });

  it('a killed program leaves nothing that keeps the next one from starting', async () => {
    const data = newFolder();
    const first = await launchDesk({ main: MAIN, data });
    await first.firstWindow();
    await first.kill();
    const second = await launchDesk({ main: MAIN, data });
    expect(await stateOf(await second.firstWindow())).toMatchObject({ ok: true });
    expect(await second.close()).toBe(0);
  });

  it('opens on a window.json that somebody spoilt', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'window.json'), '{"bounds":');
    const desk = await launchDesk({ main: MAIN, data });
    expect(await stateOf(await desk.firstWindow())).toMatchObject({ ok: true });
    await desk.close();
    expect(existsSync(join(data, 'window.json'))).toBe(true);
  });

  it('is ended at once by a bug, with one sentence and no more work', async () => {
    const desk = await launchDesk({ main: MAIN, data: newFolder() });
    await desk.firstWindow();
    await desk
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('made up for this test');
        });
      })
      .catch(() => {});
    expect(await desk.ended).toBe(1);
  });
});
