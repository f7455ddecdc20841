import { type Html, html, type Printable } from './html.ts';
import { rareCharacters } from './rareCharacters.ts';

/** `2026-03-02` as `2026年3月2日`: arabic figures, no leading zeros (GB/T 9704). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A date for the body of a text that stays on one line. */
export function day(date: string): Html {
  return html`<span class="whole">${chineseDate(date)}</span>`;
}

/** A case number that may be broken only after its hyphens. */
export function caseNumberText(number: string): Html {
  return html`${number.split('-').map((part, i) => (i === 0 ? part : html`-<wbr>${part}`))}`;
}

/** A name in one face: when a character is outside the common fonts the whole name changes to 宋体, not one character of it. */
export function nameText(name: string): Html {
  return rareCharacters(name).length > 0 ? html`<span class="rare">${name}</span>` : html`${name}`;
}

/** Width of plain text or of markup in characters of the body: 1 for a full-width character, ½ for a Latin one. */
export function widthOf(markup: string): number {
  let width = 0;
  for (const character of markup.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, 'x')) {
    width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  }
  return width;
}

const LEVEL_1 = /^[一二三四五六七八九十]{1,3}、/;
const LEVEL_2 = /^（[一二三四五六七八九十]{1,3}）/;
// A heading is one short line of its own; a numbered sentence stays body text.
const isHeading = (line: string) => [...line].length <= 36 && !/[。；：，]$/.test(line);

function paragraph(line: string): Html {
  if (LEVEL_1.test(line) && isHeading(line)) return html`<h2>${line}</h2>`;
  if (LEVEL_2.test(line) && isHeading(line)) return html`<h3>${line}</h3>`;
  return html`<p>${line}</p>`;
}

/** Lines of a text without the blanks people put in front of them and without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A typed text as paragraphs; its own lines 一、 and （一） become headings in 黑体 and 楷体. */
export function paragraphs(text: string): Html[] {
  return linesOf(text).map(paragraph);
}

/** A text that ends with a full stop exactly once, for sentences that go on after it. */
export function sentence(text: string): string {
  return /[。！？…]$/.test(text.trim()) ? text.trim() : `${text.trim().replace(/[；，、.;,]+$/, '')}。`;
}

/** Several things in a row with 、 between. */
export function listed(items: readonly Printable[]): Html {
  return html`${items.map((item, i) => (i === 0 ? html`${item}` : html`、${item}`))}`;
}
