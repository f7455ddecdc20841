import { describe, expect, it } from 'vitest';
import { fileTypeOf } from './fileType.ts';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const zip = (...names: string[]) => bytes('PK\x03\x04', ...names);
const ole = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(name, 'utf16le')]);
const bitmap = Buffer.alloc(70);
bitmap.write('BM');
bitmap.writeUInt32LE(70, 2);
const OFFICE = 'application/vnd.openxmlformats-officedocument';

describe('the type of a file, by its content', () => {
  it.each<[string, Buffer, string]>([
    ['PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n'), 'image/png'],
    ['GIF', bytes('GIF89a...'), 'image/gif'],
    ['WebP', bytes('RIFF\x01\x02\x03\x04WEBPVP8 '), 'image/webp'],
    ['BMP', bitmap, 'image/bmp'],
    ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), `${OFFICE}.wordprocessingml.document`],
    ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), `${OFFICE}.spreadsheetml.sheet`],
    ['PPTX', zip('[Content_Types].xml', 'ppt/presentation.xml'), `${OFFICE}.presentationml.presentation`],
    ['old Word', ole('WordDocument'), 'application/msword'],
    ['old Excel', ole('Workbook'), 'application/vnd.ms-excel'],
    ['UTF-8 text', Buffer.from('来信：路面破损。\r\n'), 'text/plain'],
    ['GB text', bytes([0xd0, 0xc2, 0xda, 0xea], ' 12\r\n'), 'text/plain'],
    ['UTF-16 text', Buffer.from('\ufeff来信', 'utf16le'), 'text/plain'],
  ])('knows %s', (_name, content, mime) => {
    expect(fileTypeOf(content)?.mime).toBe(mime);
  });

  it.each<[string, Buffer]>([
    ['a Windows program', bytes('MZ', [0x90, 0, 3, 0, 0, 0])],
    ['a Linux program', bytes([0x7f], 'ELF', [2, 1, 1, 0])],
    ['a program that says PDF further on', bytes('MZ', [0, 0], '%PDF-1.7')],
    ['a zip', zip('readme.txt')],
    ['a Word document with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    [
      'an old Word document with macros',
      Buffer.concat([ole('WordDocument'), Buffer.from('_VBA_PROJECT', 'utf16le')]),
    ],
    ['an installer', ole('SummaryInformation')],
    ['a sound', bytes('RIFF\x01\x02\x03\x04WAVEfmt ')],
    ['a compressed file', bytes([0x1f, 0x8b, 8, 0])],
    ['an archive', bytes('7z', [0xbc, 0xaf, 0x27, 0x1c])],
    ['a shortcut', bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0])],
    ['nothing', Buffer.alloc(0)],
  ])('does not keep %s', (_name, content) => {
    expect(fileTypeOf(content)).toBeUndefined();
  });
});
