// Control, bidi and other invisible characters: a name must not hide or reorder its ending.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const FORBIDDEN = /[\\/:*?"<>|]/g;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** UTF-16 units; what a fact about an attachment holds. */
const LONGEST = 120;

/** A name that can be saved on any system and shows what it is: no path, nothing invisible, the ending kept when it is cut. */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').replace(/^.*[\\/]/s, '');
  const plain = base.replace(HIDDEN, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ');
  const trimmed = plain.replace(/^[ .]+|[ .]+$/g, '');
  const safe = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  return cut(safe || '附件', LONGEST);
}

/** The name with one of the endings of its real type; another one is only followed by the right one, so that nothing hides. */
export function withEnding(name: string, endings: readonly string[]): string {
  const lower = name.toLowerCase();
  if (endings.some((ending) => lower.endsWith(`.${ending}`))) return name;
  const ending = `.${endings[0]}`;
  return `${cut(name, LONGEST - ending.length)}${ending}`;
}

function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, length - ending.length);
  // Never half a character of the supplementary planes.
  return `${stem.replace(/[\ud800-\udbff]$/, '')}${ending}`;
}
