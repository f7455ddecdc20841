import type { PdfFile } from './pdf.ts';

/** A4 at 300 dots an inch, the resolution of an office laser printer. */
const PRINT_PIXELS = Math.round((210 / 25.4) * 300);

/**
 * Prints the very pages that were shown. A frame with the PDF itself is not possible in both shells (the
 * page's policy allows no frames, Electron has no PDF viewer there), so each page is drawn at 300 dpi and
 * printed edge to edge on A4; the print dialog of the system decides on printer and copies.
 */
export async function printPdf(file: PdfFile): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  const urls: string[] = [];
  try {
    for (let page = 1; page <= file.pages; page += 1) {
      const url = URL.createObjectURL(await picture(file, page));
      urls.push(url);
      const image = new Image();
      image.src = url;
      await image.decode();
      sheets.append(image);
    }
    document.body.append(sheets);
    document.documentElement.dataset.printing = '';
    await systemDialog();
  } finally {
    delete document.documentElement.dataset.printing;
    sheets.remove();
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

/** Longest wait (ms) for the word that printing ended, where a shell never sends it. */
const NO_WORD = 2000;

/** Opens the system's print dialog; ends when it is closed. */
async function systemDialog(): Promise<void> {
  const closed = new Promise<unknown>((done) => window.addEventListener('afterprint', done, { once: true }));
  window.print();
  await Promise.race([closed, new Promise((done) => setTimeout(done, NO_WORD))]);
}

async function picture(file: PdfFile, page: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  await file.draw(page, canvas, PRINT_PIXELS);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  // Frees some 35 MB at once instead of at the next collection.
  canvas.width = 0;
  if (!blob) throw new Error('the page picture could not be made');
  return blob;
}
