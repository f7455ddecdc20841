import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A word of a PDF with its box on the page, in mm from the page's upper left corner. */
export interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface MeasuredPage {
  /** Size of the sheet in mm. */
  width: number;
  height: number;
  words: Word[];
}

const MM = 25.4 / 72;

/** The pages of a PDF as poppler reads them: sizes and the place of every piece of text. */
export function measure(pdf: Uint8Array): MeasuredPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const page = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 << 20 });
    return page.split('<page ').slice(1).map(readPage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPage(text: string): MeasuredPage {
  const size = (name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(text)?.[1]) * MM;
  const words = [
    ...text.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g),
  ];
  return {
    width: size('width'),
    height: size('height'),
    words: words.map(([, left, top, right, bottom, word = '']) => ({
      text: word
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
      ...{
        left: Number(left) * MM,
        right: Number(right) * MM,
        top: Number(top) * MM,
        bottom: Number(bottom) * MM,
      },
    })),
  };
}

/** All text of the pages without blanks and line ends, to look for sentences that run over a line. */
export const textOf = (pages: readonly MeasuredPage[]): string =>
  pages
    .flatMap((page) => page.words.map((word) => word.text))
    .join('')
    .replace(/\s/g, '');
