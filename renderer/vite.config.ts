import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
/** desk.html for a desk, bureau.html for the officer's browser. */
const pages = ['desk.html', 'bureau.html']
  .map((page) => resolve(here, page))
  .filter((page) => existsSync(page));

/**
 * The pages for both shells and the bureau. Relative addresses, since each serves them from an origin of its own;
 * nothing inline (script, style or data: address), since their CSP forbids it.
 */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(here, '../out/renderer'),
    emptyOutDir: true,
    // The oldest Chromium-family browser that the loopback desk promises to run in.
    target: 'chrome120',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000, // kB; the page's weight is a figure of the bench
    rolldownOptions: { input: pages },
  },
});
