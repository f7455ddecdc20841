import { type BrowserWindow, session } from 'electron';
import { createWindow } from './window.ts';

/** Longest time (ms) for a paper to be laid out; a township's old PC needs about one second. */
const PATIENCE = 60_000;

/** The policy of a paper: its own styles and pictures, and nothing from anywhere. */
const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * Makes papers in hidden windows without scripts, network or anything of the desk. Answers `printPdf`: the PDF of a
 * complete HTML page, whose `@page` sets paper and margins. Rejects when the page cannot be laid out.
 */
export function createPrinter(): (html: string) => Promise<Uint8Array> {
  // Not persisted: what a paper says never reaches the disk of the browser part.
  const papers = session.fromPartition('papers');
  const waiting = new Map<string, string>();
  let count = 0;
  papers.protocol.handle('app', (request) => {
    const html = waiting.get(request.url);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAPER_POLICY };
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers });
  });
  papers.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !waiting.has(url) && !url.startsWith('data:') });
  });
  papers.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));

  return async (html) => {
    count += 1;
    const address = `app://papers/${count}`;
    waiting.set(address, html);
    const window = createWindow({ show: false }, { javascript: false, partition: 'papers' });
    try {
      return await withPatience(layOut(window, address));
    } finally {
      waiting.delete(address);
      window.destroy();
    }
  };
}

async function layOut(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    alarm = setTimeout(() => refuse(new Error('the paper could not be laid out in time')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(alarm);
  }
}
