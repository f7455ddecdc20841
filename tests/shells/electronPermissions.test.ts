/** The desk in its window: what the program grants to a page, a device or a server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesk } from '../double/launch.ts';
import type { DeskProgram } from '../double/program.ts';
import { ensureBuilt, MAIN } from './built.ts';

describe('the program', () => {
  let folder: string;
  let desk: DeskProgram;
  beforeAll(async () => {
    await ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'electron-'));
    desk = await launchDesk({ main: MAIN, data: folder });
    await desk.firstWindow();
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('grants no permission, no device and no exception for a certificate', async () => {
    const granted = await desk.evaluate(({ app, session }) => {
      const { permissionRequest, permissionCheck, devicePermission } = session.defaultSession;
      const names = [
        ...[
          'clipboard-read',
          'clipboard-sanitized-write',
          'display-capture',
          'fullscreen',
          'geolocation',
          'hid',
        ],
        ...['idle-detection', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'pointerLock'],
        ...[
          'keyboardLock',
          'openExternal',
          'speaker-selection',
          'storage-access',
          'top-level-storage-access',
        ],
        ...[
          'window-management',
          'usb',
          'serial',
          'bluetooth',
          'fileSystem',
          'unknown',
          'accessibility-events',
        ],
      ];
      const answers: unknown[] = [];
      for (const name of names) {
        permissionRequest(null, name, (answer: boolean) => answer && answers.push(name), {});
        if (permissionCheck(null, name, 'app://desk', {})) answers.push(name);
      }
      for (const deviceType of ['hid', 'serial', 'usb'])
        if (devicePermission({ deviceType })) answers.push(deviceType);
      let prevented = 0;
      const event = { preventDefault: () => (prevented += 1) };
      app.emit(
        'certificate-error',
        event,
        null,
        'https://a/',
        'net::ERR',
        {},
        (yes: boolean) => yes && answers.push('certificate'),
      );
      app.emit('login', event);
      app.emit('select-client-certificate', event);
      return { answers, prevented };
    });
    expect(granted).toEqual({ answers: [], prevented: 3 });
  });

  it('lets a page download only what it made itself', async () => {
    const stopped = await desk.evaluate(({ session }) => {
      const ask = (address: string) => {
        let prevented = false;
        const item = { getURL: () => address, setSaveDialogOptions: () => {} };
        session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) }, item);
        return prevented;
      };
      return [
        'https://evil.example/a',
        'data:,a',
        'file:///etc/passwd',
        'blob:https://evil.example/1',
        'blob:app://desk/1',
      ].map(ask);
    });
    expect(stopped).toEqual([true, true, true, true, false]);
  });
});
