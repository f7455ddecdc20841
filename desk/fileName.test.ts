import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, withEnding } from './fileName.ts';

describe('a file name', () => {
  it.each([
    ['现场照片.jpg', '现场照片.jpg'],
    ['C:\\Users\\张\\来信 扫描.pdf', '来信 扫描.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a<b>:"c"|d?*.txt', 'a_b___c__d__.txt'],
    ['合同\u202Efdp.exe', '合同fdp.exe'],
    ['  ..附件.. ', '附件'],
    ['con.txt', '_con.txt'],
    ['COM1', '_COM1'],
    ['', '附件'],
    ['/', '附件'],
    ['\u0000\u200b', '附件'],
    ['一\n二\t三.txt', '一二三.txt'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('is cut to what a fact holds, with its ending', () => {
    const long = cleanFileName(`${'长'.repeat(300)}.pdf`);
    expect([long.length, long.slice(-5)]).toEqual([120, '长.pdf']);
    expect(withEnding('𠮷'.repeat(60), ['pdf'])).toBe(`${'𠮷'.repeat(58)}.pdf`);
  });

  it('gets the ending of what it really is', () => {
    expect([
      withEnding('a.JPEG', ['jpg', 'jpeg']),
      withEnding('invoice.exe', ['pdf']),
      withEnding('run.bat', ['txt']),
      withEnding('照片', ['png']),
    ]).toEqual(['a.JPEG', 'invoice.exe.pdf', 'run.bat.txt', '照片.png']);
  });

  it('is never empty, hidden, a path or too long, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = withEnding(cleanFileName(given), ['pdf']);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^\./u);
      }),
    );
  });
});
