import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveKey, moveFile, readIfThere, replaceFile, seal, unseal } from './sealedFile.ts';

const PRLIMIT = '/usr/bin/prlimit';
/** Why a file that may not grow cannot be tried here, or ''. */
const noLimit = existsSync(PRLIMIT) ? '' : ' (skipped: no prlimit on this computer)';
const key = Buffer.alloc(32, 1);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a seal', () => {
  it('opens to the very bytes, with its key and its label', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (clear, label) => {
        const sealed = seal(key, clear, label);
        expect(unseal(key, sealed, label)?.equals(Buffer.from(clear))).toBe(true);
        expect(unseal(Buffer.alloc(32, 2), sealed, label)).toBeNull();
        expect(unseal(key, sealed, `${label}x`)).toBeNull();
      }),
    );
  });

  it('is never the same twice and shows nothing of what is in it', () => {
    const clear = Buffer.from('441481196203050018'.repeat(10));
    const [one, two] = [seal(key, clear, 'x'), seal(key, clear, 'x')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(clear.subarray(0, 8))).toBe(false);
  });

  it('a single changed bit, a missing byte or rubbish does not open and does not throw', () => {
    const sealed = seal(key, Buffer.from('村道'), 'x');
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const bytes = Buffer.from(sealed);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(unseal(key, bytes, 'x')).toBeNull();
        expect(unseal(key, sealed.subarray(0, at), 'x')).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(unseal(key, bytes, 'x')).toBeNull();
      }),
    );
  });

  it('each purpose has a key of its own', () => {
    const keys = ['attachments', 'attachments2', ''].map((purpose) =>
      deriveKey(key, purpose).toString('hex'),
    );
    expect([new Set(keys).size, keys[0]?.length]).toEqual([3, 64]);
    expect(deriveKey(key, 'attachments').toString('hex')).toBe(keys[0]);
  });
});

describe('replacing a file', () => {
  it('leaves the new bytes, for this person only, and nothing beside them', () => {
    const file = join(folder, 'deep', 'keys.json');
    replaceFile(file, Buffer.from('old'));
    replaceFile(file, Buffer.from('new'));
    expect([readIfThere(file)?.toString(), readdirSync(join(folder, 'deep'))]).toEqual([
      'new',
      ['keys.json'],
    ]);
    if (process.platform !== 'win32')
      expect([statSync(file).mode & 0o777, statSync(join(folder, 'deep')).mode & 0o777]).toEqual([
        0o600, 0o700,
      ]);
  });

  it('writes every byte of a large file', () => {
    const bytes = Buffer.alloc(5_000_000, 'a村');
    replaceFile(join(folder, 'large'), bytes);
    expect(readFileSync(join(folder, 'large')).equals(bytes)).toBe(true);
  });

  it('what a power cut left half written is overwritten and never read', () => {
    writeFileSync(join(folder, 'keys.json.tmp'), 'half a fi');
    expect(readIfThere(join(folder, 'keys.json'))).toBeNull();
    replaceFile(join(folder, 'keys.json'), Buffer.from('whole'));
    expect([readIfThere(join(folder, 'keys.json'))?.toString(), readdirSync(folder)]).toEqual([
      'whole',
      ['keys.json'],
    ]);
  });

  it('that fails leaves the old file', () => {
    replaceFile(join(folder, 'file'), Buffer.from('old'));
    expect(() => replaceFile(join(folder, 'file', 'below'), Buffer.from('new'))).toThrow();
    expect(readIfThere(join(folder, 'file'))?.toString()).toBe('old');
  });

  it.skipIf(noLimit !== '')(`that finds room for a part only leaves the old file${noLimit}`, () => {
    const file = join(folder, 'keys.json');
    replaceFile(file, Buffer.from('old'));
    const limitTo = (size: string) => execFileSync(PRLIMIT, [`--pid=${process.pid}`, `--fsize=${size}:`]);
    limitTo('4096');
    try {
      expect(() => replaceFile(file, Buffer.alloc(6000, 'new'))).toThrow('EFBIG');
    } finally {
      limitTo('unlimited');
    }
    expect(readIfThere(file)?.toString()).toBe('old');
  });

  it('a file is moved under its new name', () => {
    writeFileSync(join(folder, 'from'), 'x');
    moveFile(join(folder, 'from'), join(folder, 'to'));
    expect([existsSync(join(folder, 'from')), readIfThere(join(folder, 'to'))?.toString()]).toEqual([
      false,
      'x',
    ]);
  });
});
