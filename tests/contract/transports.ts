import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../desk/open.ts';
import type { Result } from '../../domain/result.ts';
import { findBrowser } from '../../loopback/browser.ts';
import { createPrinter } from '../../loopback/printing.ts';
import { launchDesk } from '../double/launch.ts';
import { startProgram } from '../journeys/shell.ts';
import { MAIN } from '../shells/built.ts';
import { rawRequest } from '../shells/rawRequest.ts';

/** A desk on a new folder, reached in one of the ways a page can. */
export interface Transport {
  folder: string;
  call(method: unknown, input: unknown): Promise<Result<unknown, string>>;
  close(): Promise<unknown>;
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'transport-'));

async function inProcess(): Promise<Transport> {
  const folder = newFolder();
  const printer = createPrinter(findBrowser());
  const ports = { printPdf: printer.printPdf, fetch, now: () => new Date() };
  const desk = await openDesk({ folder, version: '0.1.0', ports });
  return {
    folder,
    call: (method, input) => desk.call('page', method as string, input),
    close: () => Promise.all([desk.close(), printer.close()]),
  };
}

async function electron(): Promise<Transport> {
  const folder = newFolder();
  const program = await launchDesk({ main: MAIN, data: folder });
  const page = await program.firstWindow();
  await page.waitForFunction(() => 'desk' in window);
  return {
    folder,
    call: (method, input) =>
      page.evaluate(
        ([name, value]) =>
          (window as unknown as { desk: { call(name: unknown, value: unknown): Promise<never> } }).desk.call(
            name,
            value,
          ),
        [method, input] as const,
      ),
    close: () => program.close(),
  };
}

async function loopback(): Promise<Transport> {
  const folder = newFolder();
  const program = startProgram(['out/loopback/main.cjs', '--json', '--data', folder]);
  const { url, code } = (await program.firstLine) as { url: string; code: string };
  const { host, origin, port } = new URL(url);
  const post = (path: string, type: string, body: string, more: Record<string, string> = {}) =>
    rawRequest({
      port: Number(port),
      method: 'POST',
      path,
      body,
      headers: Object.entries({
        host,
        'content-type': type,
        'content-length': `${Buffer.byteLength(body)}`,
        ...more,
      }),
    });
  const file = { origin: 'null', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const own = { origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
  const opened = await post('/open', 'application/x-www-form-urlencoded', `code=${code}`, file);
  const ticket = /name="desk-ticket" content="([\w-]+)"/.exec(opened.body)?.[1];
  const entered = await post('/enter', 'application/json', JSON.stringify({ ticket }), own);
  const { key } = JSON.parse(entered.body) as { key: string };
  return {
    folder,
    async call(method, input) {
      const body = JSON.stringify({ method, input });
      const answer = await post('/call', 'application/json', body, {
        ...own,
        authorization: `Bearer ${key}`,
      });
      if (answer.status !== 200) throw new Error(`the desk answered ${answer.status}`);
      return JSON.parse(answer.body) as Result<unknown, string>;
    },
    close: () => program.end('SIGTERM'),
  };
}

/** Every way to a desk. */
export const TRANSPORTS = { 'in process': inProcess, 'in a window': electron, 'by HTTP': loopback };
