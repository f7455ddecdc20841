import { type NumberKind, type PaperFrame, shownNumber } from './frame.ts';
import { type Html, html, markupOf } from './html.ts';
import { DOCUMENT_STYLE, FORM_STYLE, letterStyle } from './style.ts';
import { chineseDate, nameText, widthOf } from './words.ts';

const LINE = 225 / 22; // mm, pitch of the 22 lines
const BLANK = html`<div class="blank"></div>`;

// The page may load nothing and run nothing; its own style sheet is the only thing allowed.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function watermark(frame: PaperFrame): Html | false {
  if (!frame.draft && !frame.training) return false;
  return html`<div class="mark">${frame.training && html`<b>培训演示</b>`}${frame.draft && html`<b>草稿</b>`}</div>`;
}

function wholePage(name: string, style: string, frame: PaperFrame, body: Html): string {
  const page = html`<title>${name}</title></head><body>${watermark(frame)}${body}</body></html>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${style}</style>${markupOf(page)}`;
}

/** Size of the red organ name in mm: 60 pt at most, and never wider than 150 mm; an over-wide line would shrink the page. */
export function organSize(organName: string): number {
  const sixtyPoints = (60 * 25.4) / 72;
  return Math.min(sixtyPoints, 150 / Math.max(1, [...organName].length));
}

/**
 * Organ name over the date with room for the seal, the date four characters from the right edge (GB/T 9704 7.3.5.1);
 * a name too long for that moves the pair to the right edge. `cols` is the characters of a line.
 */
export function signature(organName: string, date: string): Html {
  const name = widthOf(organName);
  const written = widthOf(chineseDate(date));
  const inset = name > written ? Math.max(0, 4 - (name - written) / 2) : 4;
  return html`<div class="sign"><div style="margin-right:calc(${inset}*var(--char))">${nameText(organName)}<br>${chineseDate(date)}</div></div>`;
}

/** 附注 under the date, two characters in, in brackets: whom to ask (GB/T 9704 7.3.7). Nothing when neither is known. */
export function contactNote(frame: PaperFrame): Html | false {
  const { person, phone } = frame.contact;
  if (!person && !phone) return false;
  return html`<p class="keep">（${person && html`联系人：${nameText(person)}`}${person && phone && '，'}${phone && html`电话：${phone}`}）</p>`;
}

export interface Letter {
  title: string;
  numberKind: NumberKind;
  /** Without the colon. */
  addressee: string;
  body: readonly Html[];
  /** The petitioner signs for it on the copy that stays: the line above the lower red rule. */
  signedFor?: boolean;
}

// A notice that would run over keeps one page by a smaller size, down to 小四; a longer one is set in full size on more pages.
const SIZES = [
  { size: 16, rows: 22, cols: 28 },
  { size: 15, rows: 24, cols: 30 },
  { size: 14, rows: 26, cols: 32 },
  { size: 12, rows: 30, cols: 36 },
] as const;
type Size = (typeof SIZES)[number];

/** Lines that a block takes when a line holds `cols` characters: one is kept back for punctuation that may not begin a line. */
function linesTaken(block: Html, cols: number): number {
  return Math.max(1, Math.ceil((widthOf(markupOf(block)) + 2) / (cols - 1)));
}

function fittingSize(blocks: readonly Html[], fixedLines: number, headLines: number): Size {
  const room = (size: Size) => Math.floor(((22 - headLines) * size.rows) / 22);
  const taken = (size: Size) => blocks.reduce((sum, block) => sum + linesTaken(block, size.cols), fixedLines);
  return SIZES.find((size) => taken(size) <= room(size)) ?? SIZES[0];
}

const SLIP = '签收人（签名或按指印）：　　　　　　　　签收日期：　　　　年　　月　　日';

/** A letter (信函格式): organ name 30 mm from the top, red double lines, number right under the first, no number on page 1. */
export function letterPage(frame: PaperFrame, letter: Letter): string {
  const size = organSize(frame.organName);
  const doubleTop = size + 4;
  const numberTop = doubleTop + 1.75 + (14 * 25.4) / 72; // 7/8 of a 3号 character below the line
  const numberBottom = numberTop + (16 * 25.4) / 72;
  // Page 1 begins 7 mm above the text area; the title comes two lines below the number, on the grid.
  const headLines = Math.round((numberBottom - 7) / LINE + 2);
  const addressee = html`<p class="flush">${nameText(letter.addressee)}：</p>`;
  const note = contactNote(frame);
  const titleLines = Math.ceil(widthOf(letter.title) / 20);
  const fit = fittingSize([addressee, ...letter.body], titleLines + 1 + 4 + (note ? 1 : 0), headLines);
  const body = html`<div class="fit" style="--size:${fit.size}pt;--rows:${fit.rows};--cols:${fit.cols}"><div class="head" style="height:${7 + headLines * LINE}mm">
<div class="organ" style="font-size:${size}mm">${frame.organName}</div><div class="double" style="top:${doubleTop}mm"></div>
<div class="number" style="top:${numberTop}mm">${shownNumber(frame, letter.numberKind)}</div></div>
<div class="text"><h1>${letter.title}</h1>${BLANK}${addressee}${letter.body}${signature(frame.organName, frame.date)}${note}</div></div>`;
  return wholePage(letter.title, letterStyle(letter.signedFor ? SLIP : ''), frame, body);
}

export interface RedHeadDocument {
  /** What kind of paper it is; the file carries this name and no person's. */
  name: string;
  title: string;
  numberKind: NumberKind;
  addressee: string;
  body: readonly Html[];
  /** 签发人, only on a paper to a superior: number left, signer right on one line. */
  signer?: string;
}

function redHead(frame: PaperFrame, numberKind: NumberKind, signer?: string): Html {
  const size = organSize(frame.organName);
  const numberTop = 35 + size + 2 * LINE;
  const ruleTop = numberTop + LINE + 4;
  const height = Math.round(ruleTop / LINE + 2) * LINE;
  const number = shownNumber(frame, numberKind);
  return html`<div class="head" style="height:${height}mm"><div class="organ" style="font-size:${size}mm">${frame.organName}</div>
${signer ? html`<div class="number upward" style="top:${numberTop}mm"><span>${number}</span><span>签发人：<span class="kai">${signer}</span></span></div>` : html`<div class="number" style="top:${numberTop}mm">${number}</div>`}
<div class="rule" style="top:${ruleTop}mm"></div></div>`;
}

/** A document (文件格式): red organ name 35 mm into the text area, number, red line, title two lines below, pages numbered outside. */
export function documentPage(frame: PaperFrame, document: RedHeadDocument): string {
  const body = html`${redHead(frame, document.numberKind, document.signer)}<h1>${document.title}</h1>${BLANK}
<p class="flush">${nameText(document.addressee)}：</p>${document.body}${signature(frame.organName, frame.date)}${contactNote(frame)}`;
  return wholePage(document.name, DOCUMENT_STYLE, frame, body);
}

/** Text in the measure of a document without the red head: agreements between people. */
export function plainPage(frame: PaperFrame, title: string, body: Html): string {
  return wholePage(title, DOCUMENT_STYLE, frame, html`<h1>${title}</h1>${body}`);
}

/** A ruled form with its title; `style` is our own constant addition. */
export function formPage(frame: PaperFrame, title: string, body: Html, style = ''): string {
  return wholePage(title, FORM_STYLE + style, frame, html`<h1>${title}</h1>${body}`);
}
