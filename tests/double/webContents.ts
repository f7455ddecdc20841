import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import type { Download, Page } from 'playwright-core';
import { fromHttp, toHttp } from './address.ts';
import { openPage, popupAddress } from './chromium.ts';
import { createEvent } from './event.ts';
import { type WebFrame, webFrame } from './ipc.ts';
import { own } from './owners.ts';
import { EMIT, preloadScript } from './preloadRuntime.ts';
import type { Session } from './session.ts';
import { strict } from './strict.ts';

type OpenHandler = (details: { url: string; frameName: string }) => { action: 'allow' | 'deny' };

let count = 0;

/** What a window shows; its page comes a moment after the window. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: Session;
  readonly opened: Promise<Page>;
  readonly preferences: WebPreferences;
  page: Page | undefined;
  isLoadingOwn = false;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(preferences: WebPreferences, session: Session) {
    super();
    count += 1;
    this.id = count;
    this.session = session;
    this.preferences = preferences;
    this.opened = openPage(session, preferences.javascript !== false);
    const face = strict<WebContents>('webContents', this);
    this.opened = this.opened.then((page) => adopt(face, page));
    this.opened.catch(() => {});
    // biome-ignore lint/correctness/noConstructorReturn: every access goes through the strict face
    return face;
  }

  get mainFrame(): WebFrame | null {
    return this.page ? webFrame(this.page.mainFrame()) : null;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.opened;
    this.isLoadingOwn = true;
    try {
      await page.goto(toHttp(address), { waitUntil: 'load' });
    } finally {
      this.isLoadingOwn = false;
    }
  }

  send(channel: string, ...args: unknown[]): void {
    const message = structuredClone(args);
    // A page that is just being replaced hears nothing, as in Electron.
    void this.page
      ?.evaluate(
        ([emit, name, values]) => {
          const globals = window as unknown as Record<
            symbol,
            ((name: string, values: unknown[]) => void) | undefined
          >;
          globals[Symbol.for(emit)]?.(name, values);
        },
        [EMIT, channel, message] as [string, string, unknown[]],
      )
      .catch(() => {});
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return fromHttp(this.page?.url() ?? '');
  }

  getLastWebPreferences(): WebPreferences {
    return this.preferences;
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  async printToPDF(options: { preferCSSPageSize?: boolean; printBackground?: boolean }): Promise<Uint8Array> {
    const { preferCSSPageSize = false, printBackground = false } = options;
    return (await this.opened).pdf({ preferCSSPageSize, printBackground });
  }
}

async function adopt(contents: WebContents, page: Page): Promise<Page> {
  own(page, contents);
  contents.page = page;
  const { preload } = contents.preferences;
  if (preload) await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
  page.on('load', () => contents.emit('did-finish-load'));
  page.on('crash', () =>
    contents.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 }),
  );
  page.on('popup', (popup) => {
    const url = popupAddress(popup);
    const { action } = contents.openHandler({ url, frameName: '' });
    if (action === 'allow') throw new Error(`double: a window for ${url} is not imitated`);
    void popup.close();
  });
  page.on('download', (download) => void decideDownload(contents, download));
  return page;
}

/** Without a path set by a listener there would be a dialog of the system; here the file is thrown away. */
async function decideDownload(contents: WebContents, download: Download): Promise<void> {
  let path = '';
  const item = strict('DownloadItem', {
    getURL: () => fromHttp(download.url()),
    getFilename: () => download.suggestedFilename(),
    setSaveDialogOptions: () => {},
    setSavePath: (chosen: string) => {
      path = chosen;
    },
  });
  const event = createEvent({});
  contents.session.emit('will-download', event, item, contents);
  if (event.defaultPrevented || path === '') await download.cancel();
  else await download.saveAs(path);
}
