import type { PDFDocumentProxy } from 'pdfjs-dist';

/** One opened PDF. Pages count from 1; sizes are in PDF points (1/72 inch). */
export interface PdfFile {
  pages: number;
  size(page: number): Promise<{ width: number; height: number }>;
  /** Draws a page `pixels` wide; a newer drawing on the same canvas cancels the older one. */
  draw(page: number, canvas: HTMLCanvasElement, pixels: number): Promise<void>;
  close(): void;
}

let worker: Promise<Worker> | undefined;

/** Opens PDF bytes; the reader (pdf.js and its worker, both from our own files) is loaded on first use. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist');
  worker ??= startWorker();
  const task = getDocument({
    // The reader takes the buffer away into its worker, so it gets a copy.
    data: bytes.slice(),
    worker: PDFWorker.create({ port: await worker }),
    // WebAssembly would need `wasm-unsafe-eval`; pdf.js 6 itself evaluates no text as code.
    useWasm: false,
    enableXfa: false,
  });
  const file = await task.promise;
  return {
    pages: file.numPages,
    size: async (page) => {
      const { width, height } = (await file.getPage(page)).getViewport({ scale: 1 });
      return { width, height };
    },
    draw: (page, canvas, pixels) => draw(file, page, canvas, pixels),
    close: () => void task.destroy(),
  };
}

const drawings = new WeakMap<HTMLCanvasElement, { cancel(): void }>();

async function draw(file: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, pixels: number) {
  drawings.get(canvas)?.cancel();
  let cancelled = false;
  drawings.set(canvas, {
    cancel: () => {
      cancelled = true;
    },
  });
  const page = await file.getPage(number);
  if (cancelled) return;
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: pixels / natural.width });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport, intent: 'print' });
  drawings.set(canvas, task);
  try {
    await task.promise;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RenderingCancelledException') throw error;
  }
}

/** Starts the reader's worker; a failed start is forgotten, so that another try is one. */
async function startWorker(): Promise<Worker> {
  try {
    const { default: url } = await import('pdfjs-dist/build/pdf.worker.min.mjs?url');
    return new Worker(trusted(url) as string, { type: 'module' });
  } catch (error) {
    worker = undefined;
    throw error;
  }
}

interface Policy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}
let policy: Policy | undefined;

/**
 * Where the page demands Trusted Types, the address of our own bundled worker is vouched for here and nowhere else:
 * a file of ours beside the page, never an address from elsewhere.
 */
function trusted(url: string): unknown {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('pdf-worker', {
    createScriptURL(address) {
      if (new URL(address, document.baseURI).origin !== window.location.origin)
        throw new Error('not our own file');
      return address;
    },
  });
  return policy.createScriptURL(url);
}
