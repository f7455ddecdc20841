import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from './browser.ts';
import { createPrinter, type Printer } from './printing.ts';

let printer: Printer;
/** What reached a server of this computer while papers were made. */
const reached: string[] = [];
const stranger = createServer((request, response) => {
  reached.push(request.url ?? '');
  response.end();
});
let address = '';

beforeAll(async () => {
  printer = createPrinter(findBrowser());
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await printer.close();
  stranger.close();
});

const page = (body: string, head = '') =>
  `<!doctype html><html><head><style>@page { size: A4; margin: 0 }</style>${head}</head><body>${body}</body></html>`;
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesIn = (pdf: Uint8Array) => latin(pdf).match(/\/Type\s*\/Page\b/g)?.length;

describe('the printer of the loopback desk', () => {
  it('makes a PDF of the size that the paper asks for', async () => {
    const pdf = await printer.printPdf(page('<p>送达回证</p>'));
    expect(latin(pdf).slice(0, 5)).toBe('%PDF-');
    // A4 in points.
    expect(latin(pdf)).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(pagesIn(pdf)).toBe(1);
  });

  it('asks no network, whatever a paper names', async () => {
    const names = [
      `<img src="${address}/img">`,
      `<iframe src="${address}/frame"></iframe>`,
      `<video src="${address}/video"></video>`,
      `<p style="background: url(${address}/background)">made up</p>`,
    ];
    const head = [
      `<link rel="stylesheet" href="${address}/style">`,
      `<link rel="preload" as="image" href="${address}/preload">`,
      `<script src="${address}/script"></script>`,
      `<style>@import url(${address}/import); @font-face { font-family: f; src: url(${address}/font) } p { font-family: f }</style>`,
    ];
    expect(pagesIn(await printer.printPdf(page(names.join(''), head.join(''))))).toBe(1);
    expect(reached).toEqual([]);
  });

  it.each(['<meta http-equiv="refresh" content="0; url=ADDRESS">', '<object data="ADDRESS"></object>'])(
    'rather makes no paper than asks the network: %s',
    async (element) => {
      await printer.printPdf(page('', element.replace('ADDRESS', address))).catch(() => undefined);
      expect(reached).toEqual([]);
    },
  );

  it('reads no file of this computer', async () => {
    const pdf = await printer.printPdf(page('<iframe src="file:///etc/passwd"></iframe>'));
    expect(pagesIn(pdf)).toBe(1);
    expect(latin(pdf)).not.toContain('passwd');
  });

  it('runs no script', async () => {
    // A script that ran would make ten pages.
    const script =
      "for (let i = 0; i < 10; i++) document.body.append(Object.assign(document.createElement('div'), { style: 'height: 297mm' }))";
    expect(
      pagesIn(await printer.printPdf(page(`<script>${script}</script><img src="x:" onerror="${script}">`))),
    ).toBe(1);
  });

  it('makes many papers at a time', async () => {
    const papers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => printer.printPdf(page(`<p>${i}</p>`))),
    );
    expect(papers.map(pagesIn)).toEqual([1, 1, 1, 1, 1]);
  });

  it('refuses in words where there is no browser, and closes all the same', async () => {
    const none = createPrinter(undefined);
    await expect(none.printPdf(page(''))).rejects.toThrow('there is no browser on this computer');
    await none.close();
  });

  it('starts a new browser after one that could not start', async () => {
    const broken = createPrinter('/bin/false');
    await expect(broken.printPdf(page(''))).rejects.toThrow();
    await expect(broken.printPdf(page(''))).rejects.toThrow();
    await broken.close();
  });
});
