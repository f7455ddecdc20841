import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** What the page handed to the printer: one picture a sheet, with its size in pixels. */
export interface Sheet {
  width: number;
  height: number;
}

interface Watched {
  printedSheets: Sheet[][];
  savedPdfs: Blob[];
}

/**
 * Stands where the system's print dialog and the download would be: notes what the page hands over and says that the
 * dialog was closed. Nothing of the program itself is replaced.
 */
export async function watchPrinting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.printedSheets = [];
    watched.savedPdfs = [];
    window.print = () => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheets img')];
      watched.printedSheets.push(
        pictures.map(({ naturalWidth, naturalHeight }) => ({ width: naturalWidth, height: naturalHeight })),
      );
      window.dispatchEvent(new Event('afterprint'));
    };
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob && blob.type === 'application/pdf') watched.savedPdfs.push(blob);
      return create(blob);
    };
  });
}

/** The sheets of every print so far. */
export const printedSheets = (page: Page): Promise<Sheet[][]> =>
  page.evaluate(() => (window as unknown as Watched).printedSheets);

/** So many sheets of A4 at 300 dots an inch; the browser rounds the height of its pages up by a dot. */
export const a4 = (sheets: number): unknown[] =>
  Array.from({ length: sheets }, () => ({ width: 2480, height: expect.closeTo(3508, -0.6) }));

/** The text of the PDF that was saved last, line by line as it is laid out, blanks and line breaks taken out. */
export async function savedText(page: Page): Promise<string> {
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Watched).savedPdfs.length))
    .toBeGreaterThan(0);
  const base64 = await page.evaluate(async () => {
    const blob = (window as unknown as Watched).savedPdfs.at(-1) as Blob;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return pdfText(Buffer.from(base64, 'base64'));
}

function pdfText(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'journey-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
