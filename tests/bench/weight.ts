import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const pages = resolve(import.meta.dirname, '../../out/renderer');

/** (e) What a page loads before it can show anything: its HTML and every script and style that the HTML names, gzip. */
export function weight(): Figure[] {
  return ['desk', 'bureau'].map((name) => {
    const html = readFileSync(join(pages, `${name}.html`), 'utf8');
    const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path as string);
    const sizes = [html, ...files.map((path) => readFileSync(join(pages, path)))].map(
      (b) => gzipSync(b).length,
    );
    const value = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    return { name: `page-weight-${name}`, value, unit: 'KiB', reference: null, barOn: 'value', bar: 450 };
  });
}
