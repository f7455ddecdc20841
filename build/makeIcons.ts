/**
 * Draws renderer/icon.svg in every size that the systems ask for: `node build/makeIcons.ts` writes
 * build/icons/<n>x<n>.png (Linux) and build/icons/icon.ico (Windows). The drawn files are kept, so packing needs no browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, runsAsRoot } from '../loopback/browser.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'build', 'icons');
/** Edges in px; Windows takes at most 256 within an .ico. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST_IN_ICO = 256;

interface Icon {
  size: number;
  png: Buffer;
}

async function draw(): Promise<Icon[]> {
  const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium here to draw with.');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    const icons: Icon[] = [];
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      icons.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return icons;
  } finally {
    await browser.close();
  }
}

/** An .ico whose pictures are the PNGs themselves (Windows Vista and later): header, one entry of 16 bytes each, data. */
function ico(icons: readonly Icon[]): Buffer {
  const head = Buffer.alloc(6 + 16 * icons.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(icons.length, 4);
  let offset = head.length;
  icons.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i;
    // One byte for each edge: 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...icons.map(({ png }) => png)]);
}

const icons = await draw();
mkdirSync(folder, { recursive: true });
for (const { size, png } of icons) writeFileSync(join(folder, `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico(icons.filter(({ size }) => size <= LARGEST_IN_ICO)));
console.log(`${icons.length} pictures and icon.ico in build/icons`);
