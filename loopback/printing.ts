import type { Browser } from 'playwright-core';
import { runsAsRoot } from './browser.ts';

/** Makes papers: a browser without window, scripts and network that stays warm between them. */
export interface Printer {
  /** The PDF of a complete HTML page; paper and margins are those of its `@page`. Rejects when there is no browser. */
  printPdf(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A printer that starts its browser with the first paper. */
export function createPrinter(executable: string | undefined): Printer {
  let started: Promise<Browser> | undefined;
  const browser = async (): Promise<Browser> => {
    started ??= start(executable);
    const running = await started.catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    if (running.isConnected()) return running;
    // Somebody ended it: the next paper gets a new one.
    started = start(executable);
    return started;
  };
  return {
    async printPdf(html) {
      const context = await (await browser()).newContext({
        javaScriptEnabled: false,
        offline: true,
        serviceWorkers: 'block',
        locale: 'zh-CN',
      });
      try {
        await context.route('**', (route) => route.abort());
        const page = await context.newPage();
        await page.setContent(html, { waitUntil: 'load' });
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false });
      } finally {
        await context.close();
      }
    },
    async close() {
      await (await started?.catch(() => undefined))?.close();
    },
  };
}

async function start(executable: string | undefined): Promise<Browser> {
  if (!executable) throw new Error('there is no browser on this computer to make papers with');
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: executable,
    headless: true,
    chromiumSandbox: !runsAsRoot,
    // Signals are the program's own business; it closes the printer in its turn.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
