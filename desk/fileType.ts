/** What a file really is, and the endings that such files have; the first is given to one with a wrong ending. */
export interface FileType {
  mime: string;
  endings: readonly string[];
}

const type = (mime: string, ...endings: string[]): FileType => ({ mime, endings });
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  pdf: type('application/pdf', 'pdf'),
  jpeg: type('image/jpeg', 'jpg', 'jpeg'),
  png: type('image/png', 'png'),
  gif: type('image/gif', 'gif'),
  webp: type('image/webp', 'webp'),
  bmp: type('image/bmp', 'bmp'),
  docx: type(`${OFFICE}.wordprocessingml.document`, 'docx'),
  xlsx: type(`${OFFICE}.spreadsheetml.sheet`, 'xlsx'),
  pptx: type(`${OFFICE}.presentationml.presentation`, 'pptx'),
  doc: type('application/msword', 'doc', 'wps'),
  xls: type('application/vnd.ms-excel', 'xls', 'et'),
  text: type('text/plain', 'txt'),
} as const;

/**
 * The type by content, never by name; undefined for what the desk does not keep: programs, archives, documents with
 * macros, anything unknown.
 */
export function fileTypeOf(bytes: Buffer): FileType | undefined {
  if (/^(\xef\xbb\xbf)?\s*%PDF-/.test(bytes.toString('latin1', 0, 64))) return TYPES.pdf;
  if (starts(bytes, '\xff\xd8\xff')) return TYPES.jpeg;
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return TYPES.png;
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return TYPES.gif;
  if (starts(bytes, 'RIFF')) return bytes.toString('latin1', 8, 12) === 'WEBP' ? TYPES.webp : undefined;
  if (starts(bytes, 'BM') && bytes.length > 26 && bytes.readUInt32LE(2) === bytes.length) return TYPES.bmp;
  if (starts(bytes, 'PK\x03\x04')) return openXml(bytes);
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOffice(bytes);
  return isText(bytes) ? TYPES.text : undefined;
}

const starts = (bytes: Buffer, signature: string): boolean =>
  bytes.toString('latin1', 0, signature.length) === signature;

/** Names of parts stand in clear in a zip; one that is no office document, or has macros, is not kept. */
function openXml(bytes: Buffer): FileType | undefined {
  if (!bytes.includes('[Content_Types].xml') || bytes.includes('vbaProject.bin')) return undefined;
  if (bytes.includes('word/document.xml')) return TYPES.docx;
  if (bytes.includes('xl/workbook.xml')) return TYPES.xlsx;
  return bytes.includes('ppt/presentation.xml') ? TYPES.pptx : undefined;
}

/** The container of old office files also holds installers: its directory names the streams, in UTF-16. */
function oldOffice(bytes: Buffer): FileType | undefined {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('_VBA_PROJECT')) return undefined;
  if (has('WordDocument')) return TYPES.doc;
  return has('Workbook') ? TYPES.xls : undefined;
}

const ENCODINGS = ['utf-8', 'gb18030'] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a program or a picture from a text
const NOT_IN_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/;

/** Text in the encodings of Chinese offices, without control characters. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  const utf16 = starts(bytes, '\xff\xfe') || starts(bytes, '\xfe\xff');
  const encodings = utf16 ? [starts(bytes, '\xff\xfe') ? 'utf-16le' : 'utf-16be'] : ENCODINGS;
  return encodings.some((encoding) => {
    try {
      return !NOT_IN_TEXT.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}
