import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Route,
} from 'playwright-core';
import { fromHttp } from './address.ts';
import { createEvent } from './event.ts';
import { invoke } from './ipc.ts';
import { contentsOf } from './owners.ts';
import { BINDING } from './preloadRuntime.ts';
import type { Session } from './session.ts';

let browser: Browser | undefined;
let ending = false;
/** One Chromium context a session, and one more for its windows without scripts. */
const contexts = new Map<string, Promise<BrowserContext>>();
/** Where a popup wanted to go: its first request comes before it has a frame. */
let wantedByPopup = '';

/** Starts the Chromium whose pages are the windows; it ends with the program and the program with it. */
export async function startChromium(): Promise<void> {
  browser = await chromium.launch({
    ...(process.env.FENGQIAO_CHROMIUM ? { executablePath: process.env.FENGQIAO_CHROMIUM } : {}),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [`--remote-debugging-port=${process.env.ELECTRON_DOUBLE_PORT ?? '0'}`, '--lang=zh-CN'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  browser.on('disconnected', () => {
    if (!ending) process.exit(70);
  });
}

/** Ends the Chromium; afterwards the program may exit. */
export async function stopChromium(): Promise<void> {
  ending = true;
  await browser?.close();
}

/** An empty page for a window of this session. */
export async function openPage(session: Session, javaScriptEnabled: boolean): Promise<Page> {
  const name = `${session.partition}\0${javaScriptEnabled}`;
  const context = contexts.get(name) ?? createContext(session, javaScriptEnabled);
  contexts.set(name, context);
  return (await context).newPage();
}

async function createContext(session: Session, javaScriptEnabled: boolean): Promise<BrowserContext> {
  if (!browser) throw new Error('double: a window before the program is ready');
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    acceptDownloads: true,
  });
  await context.exposeBinding(BINDING, ({ page, frame }, channel: string, args: unknown[]) => {
    const contents = contentsOf(page);
    if (!contents) throw new Error('double: a call from a page that is no window');
    return invoke(contents, frame, channel, args);
  });
  await context.route('**/*', (route) => serve(route, session));
  return context;
}

/** Answers one request of a page: own schemes by their handler, the rest by the network, if the session lets it. */
async function serve(route: Route, session: Session): Promise<void> {
  const request = route.request();
  const url = fromHttp(request.url());
  let frame: Frame;
  try {
    frame = request.frame();
  } catch {
    wantedByPopup = url;
    return route.abort('aborted');
  }
  if (request.isNavigationRequest() && !mayNavigate(frame, url)) return route.abort('aborted');
  const cancel = await new Promise<boolean>((done) => {
    if (!session.beforeRequest) return done(false);
    session.beforeRequest({ url, method: request.method() }, (answer) => done(answer.cancel === true));
  });
  if (cancel) return route.abort('blockedbyclient');
  const scheme = new URL(url).protocol.slice(0, -1);
  if (/^(https?|data|blob)$/.test(scheme)) return route.continue();
  const handler = session.handlers.get(scheme);
  if (!handler) return route.abort('namenotresolved');
  const body = request.postDataBuffer();
  const answer = await handler(
    new Request(url, {
      method: request.method(),
      headers: request.headers(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    }),
  );
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  });
}

/** Asks the window's listeners, unless the program itself loads the page. */
function mayNavigate(frame: Frame, url: string): boolean {
  const contents = contentsOf(frame.page());
  if (!contents || contents.isLoadingOwn) return true;
  const isMainFrame = frame.parentFrame() === null;
  const event = createEvent({ url, isMainFrame, isSameDocument: false });
  contents.emit('will-frame-navigate', event);
  if (isMainFrame) contents.emit('will-navigate', event, url);
  return !event.defaultPrevented;
}

/** The address that the popup just opened wanted, and forgets it. */
export function popupAddress(popup: Page): string {
  const address = wantedByPopup || fromHttp(popup.url());
  wantedByPopup = '';
  return address;
}
