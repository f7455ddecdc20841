import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFolder } from '../desk/folder.ts';
import { readOptions } from './options.ts';

describe('the command line of the loopback desk', () => {
  it('opens a window on any free port over the data folder of the person when nothing is said', () => {
    expect(readOptions([])).toEqual({ data: resolve(defaultFolder()), port: 0, open: true, json: false });
  });

  it('takes folder, port and no window', () => {
    expect(readOptions(['--data', 'desk-a', '--port=41235', '--no-open'])).toEqual({
      data: resolve('desk-a'),
      port: 41235,
      open: false,
      json: false,
    });
  });

  it('opens no window for a program that reads JSON', () => {
    expect(readOptions(['--json'])).toMatchObject({ open: false, json: true });
  });

  it.each([
    [['--prot=1']],
    [['desk-a']],
    [['--port=-1']],
    [['--port=65536']],
    [['--port=80x']],
    [['--port=']],
    [['--data']],
    [['--no-open=yes']],
  ])('refuses what it does not know: %j', (args) => {
    expect(readOptions(args)).toBeNull();
  });
});
