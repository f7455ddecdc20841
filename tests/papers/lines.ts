import type { MeasuredPage, Word } from './measure.ts';

/** A line of text on a page: its pieces from left to right. */
export interface Line {
  top: number;
  left: number;
  right: number;
  text: string;
}

/** The lines of a page from top to bottom; pieces that begin within 2 mm of one height stand on one line. */
export function linesOn(page: MeasuredPage): Line[] {
  const rows: Word[][] = [];
  for (const word of [...page.words].sort((a, b) => a.top - b.top)) {
    const row = rows.find((one) => Math.abs((one[0]?.top ?? 0) - word.top) < 2);
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    const pieces = row.sort((a, b) => a.left - b.left);
    return {
      top: Math.min(...pieces.map((piece) => piece.top)),
      left: Math.min(...pieces.map((piece) => piece.left)),
      right: Math.max(...pieces.map((piece) => piece.right)),
      text: pieces.map((piece) => piece.text).join(''),
    };
  });
}
