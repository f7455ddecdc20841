/** Marks text that is already HTML. The symbol cannot come out of JSON, so no stored text can pose as markup. */
const MARKUP = Symbol('markup');

export interface Html {
  readonly [MARKUP]: string;
}

export type Printable = Html | string | number | false | null | undefined | readonly Printable[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Control characters, bidi overrides, soft hyphens, tag characters, lone surrogates: a paper must not hide or reorder text.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
// Joiners stand inside legitimate words (emoji, Mongolian, Uyghur) and hide nothing.
const KEPT = new Set(['\n', '\u200c', '\u200d']);
// Names in Arabic script are real; isolated, they cannot reorder the Chinese text around them.
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function shown(character: string): string {
  if (KEPT.has(character)) return character;
  if (character === '\t') return ' ';
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text as HTML: five entities and the backtick, hidden characters as visible `[U+202E]` marks, line ends as `\n`. */
export function escapeHtml(text: string): string {
  const visible = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(HIDDEN, shown);
  const escaped = visible.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
  return RIGHT_TO_LEFT.test(escaped) ? `<bdi>${escaped}</bdi>` : escaped;
}

function print(value: Printable): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  if (MARKUP in value) return value[MARKUP];
  return value.map(print).join('');
}

/** Template tag: the literal parts are ours, every interpolation is escaped unless it is itself `html`. Text only, never inside a tag (numbers may). */
export function html(parts: TemplateStringsArray, ...values: Printable[]): Html {
  return { [MARKUP]: parts.reduce((page, part, i) => page + print(values[i - 1]) + part) };
}

/** The markup of an `Html` value as a string. */
export function markupOf(value: Html): string {
  return value[MARKUP];
}
