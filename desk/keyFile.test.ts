import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type KeyFile,
  makeSlot,
  newKeyFile,
  openSlot,
  openStreamKey,
  readKeyFile,
  recoverySlot,
  slotByName,
  withoutSlot,
  withSlot,
  writeKeyFile,
} from './keyFile.ts';

const CHEAP = { memoryKiB: 64, passes: 1 };
const dataKey = Buffer.alloc(32, 5);
const streamKey = Buffer.from('private key of the stream');
const unit = {
  ...{ code: '441481104', name: '新陂镇', organName: '兴宁市新陂镇人民政府' },
  ...{ statutoryRole: 'ART23_ORGAN' as const, letter: 'A' },
};
const luo = { kind: 'user' as const, id: 'p-1', name: '罗秀英' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const empty = () => newKeyFile(dataKey, streamKey, { unit, database: 'ab'.repeat(16) });
const withLuo = async (): Promise<KeyFile> =>
  withSlot(empty(), await makeSlot(dataKey, luo, '稻田里的青蛙', CHEAP));

describe('on disk', () => {
  it('there is none at first, and what was written is read', async () => {
    expect(readKeyFile(folder)).toEqual({ is: 'absent' });
    const file = await withLuo();
    writeKeyFile(folder, file);
    expect(readKeyFile(folder)).toEqual({ is: 'there', file });
  });

  it('neither key nor password stands in it', async () => {
    writeKeyFile(folder, await withLuo());
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const secret of [
        dataKey.toString('hex'),
        dataKey.toString('base64'),
        streamKey.toString('base64'),
        '青蛙',
      ])
        expect(text).not.toContain(secret);
    }
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['with one letter changed', (text: string) => text.replace('新陂镇', '新坡镇')],
    ['of another program', () => '{"sum":"","file":{}}'],
  ])('one copy %s: the other is read; both: it is damaged, never absent', async (_name, harm) => {
    const file = await withLuo();
    writeKeyFile(folder, file);
    const [first = '', second = ''] = ['keys.json', 'keys.copy.json'].map((name) => join(folder, name));
    writeFileSync(first, harm(readFileSync(first, 'utf8')));
    expect(readKeyFile(folder)).toEqual({ is: 'there', file });
    writeFileSync(second, harm(readFileSync(second, 'utf8')));
    expect(readKeyFile(folder)).toEqual({ is: 'damaged' });
    rmSync(first);
    expect(readKeyFile(folder)).toEqual({ is: 'damaged' });
  });
});

describe('a slot', () => {
  it('opens with its secret only, typed in any width', async () => {
    const file = await withLuo();
    const slot = slotByName(file, ' 罗秀英 ');
    if (!slot) throw new Error('no slot');
    expect(await openSlot(file, slot, '稻田里的青蛙')).toEqual(dataKey);
    expect(await openSlot(file, slot, '稻田里的青娃')).toBeNull();
    expect([slotByName(file, '陈志强'), slotByName(file, '')]).toEqual([undefined, undefined]);
  });

  it('moved to another person or role it does not open', async () => {
    const file = await withLuo();
    const slot = slotByName(file, '罗秀英');
    if (!slot) throw new Error('no slot');
    expect(await openSlot(file, { ...slot, id: 'p-2' }, '稻田里的青蛙')).toBeNull();
    expect(await openSlot(file, { ...slot, kind: 'recovery' }, '稻田里的青蛙')).toBeNull();
  });

  it('of another desk’s key file does not open here, though the secret is right', async () => {
    const slot = await makeSlot(Buffer.alloc(32, 9), luo, '稻田里的青蛙', CHEAP);
    expect(await openSlot(empty(), slot, '稻田里的青蛙')).toBeNull();
  });

  it('of the recovery code opens with what a person types from paper', async () => {
    const owner = { kind: 'recovery' as const, id: 'recovery', name: '' };
    const file = withSlot(await withLuo(), await makeSlot(dataKey, owner, 'ABCDE-23456-JKMNP-QRSTV', CHEAP));
    const slot = recoverySlot(file);
    if (!slot) throw new Error('no slot');
    expect(await openSlot(file, slot, 'abcde 23456 jkmnp qrstv')).toEqual(dataKey);
    expect(slotByName(file, '')).toBeUndefined();
    expect(recoverySlot(empty())).toBeUndefined();
  });

  it('a new password takes the place of the old one; a removed person opens nothing', async () => {
    const first = await withLuo();
    const second = withSlot(first, await makeSlot(dataKey, luo, '三只猫在屋顶上', CHEAP));
    expect(second.slots.length).toBe(1);
    const slot = slotByName(second, '罗秀英');
    if (!slot) throw new Error('no slot');
    expect([
      await openSlot(second, slot, '稻田里的青蛙'),
      await openSlot(second, slot, '三只猫在屋顶上'),
    ]).toEqual([null, dataKey]);
    expect(withoutSlot(second, 'p-1').slots).toEqual([]);
  });
});

it('the stream’s key opens with the data key alone', () => {
  expect(openStreamKey(empty(), dataKey)).toEqual(streamKey);
  expect(() => openStreamKey(empty(), Buffer.alloc(32, 6))).toThrow('does not open');
});
