/** The desk for a Chromium-family browser on this computer; `USAGE` names the options. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Hold, holdFolder, prepareFolder } from '../desk/folder.ts';
import { openDesk } from '../desk/open.ts';
import { findPages } from '../desk/pages.ts';
import { createWindow, type DeskWindow, findBrowser, runsAsRoot } from './browser.ts';
import { createEntry } from './entry.ts';
import { createHeartbeat } from './heartbeat.ts';
import { serveDesk } from './http.ts';
import { createOpener, type Opener } from './opener.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { createPresence } from './presence.ts';
import { createPrinter } from './printing.ts';
import { createStreams } from './streams.ts';

/** This file lies in out/loopback once it is bundled, and is run from there. */
const root = join(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Holds the folder and opens the desk, or asks the program that has it already to show a window. */
async function start(options: Options): Promise<void> {
  const folder = prepareFolder(options.data);
  let show = () => {};
  const hold = await holdFolder(folder, () => show());
  if (hold) show = await openShell({ ...options, data: folder }, hold);
  else console.log('枫桥接访台已经打开，已请它显示一个窗口。');
}

/** Builds the parts, ties their ends together and answers how to show one more window. */
async function openShell(options: Options, hold: Hold): Promise<() => void> {
  const browser = findBrowser();
  const printer = createPrinter(browser);
  const ports = { printPdf: printer.printPdf, fetch, now: () => new Date() };
  const desk = await openDesk({ folder: options.data, version, ports });
  const withWindow = options.open && browser !== undefined && hasScreen();
  const heartbeat = createHeartbeat(() => stop());
  const presence = createPresence((connection) => void desk.leave(connection));
  const streams = createStreams((count) => withWindow && heartbeat.windows(count), presence);
  desk.onChange(streams.tell);
  const entry = createEntry(() => performance.now());
  const pages = findPages(join(root, 'out', 'renderer'));
  const server = await serveDesk({ desk, entry, streams, pages }, options.port);
  const opener = createOpener(options.data, server.origin, entry);
  const window = withWindow ? createWindow(browser, options.data, heartbeat.browserEnded) : undefined;
  const show = () => {
    heartbeat.browserStarted();
    window?.open(opener.write().address);
  };
  const stop = endOnce([
    () => heartbeat.stop(),
    () => opener.close(),
    () => window?.close(),
    () => server.close(),
    () => presence.stop(),
    () => printer.close(),
    () => desk.close(),
    () => hold.release(),
  ]);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  announce(options, server.origin, window, opener, browser !== undefined);
  if (window) show();
  return show;
}

/** Runs the steps in order once, whatever a single one throws, and ends the program. */
function endOnce(steps: (() => unknown)[]): () => void {
  let ending = false;
  const end = async () => {
    let code = 0;
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        console.error(error);
        code = 1;
      }
    }
    process.exit(code);
  };
  return () => {
    if (ending) return;
    ending = true;
    void end();
  };
}

const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function announce(
  options: Options,
  origin: string,
  window: DeskWindow | undefined,
  opener: Opener,
  found: boolean,
): void {
  const url = `${origin}/desk.html`;
  if (window) {
    console.log(`枫桥接访台已打开：${url}（数据在 ${options.data}）。关闭窗口即退出。`);
    if (runsAsRoot) console.log('当前是 root 用户，浏览器只能以 --no-sandbox 方式运行。');
    return;
  }
  const { address, code } = opener.keepFresh();
  if (options.json) {
    console.log(JSON.stringify({ url, code, opener: address }));
    return;
  }
  if (options.open) {
    console.log(
      found
        ? '这里没有图形界面，所以没有打开窗口。'
        : '本机没有找到 Chromium、Chrome 或 Edge，所以没有打开窗口。',
    );
  }
  console.log(
    `枫桥接访台已启动：${url}（数据在 ${options.data}）。\n请用本机的 Chromium、Chrome 或 Edge 打开：${address}\n按 Ctrl+C 退出。`,
  );
}

const options = readOptions(process.argv.slice(2));
if (options) {
  start(options).catch((error: NodeJS.ErrnoException) => {
    console.error(sentence(error, options));
    process.exit(1);
  });
} else {
  console.error(USAGE);
  process.exitCode = 2;
}

/** What a person can do about it; anything else is a bug and shown as it is. */
function sentence(error: NodeJS.ErrnoException, { data, port }: Options): unknown {
  if (error.code === 'EADDRINUSE') return `端口 ${port} 已被其他程序占用，请换一个端口，或不指定端口。`;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(error.code ?? '')) {
    return `数据文件夹无法写入：${data}。请检查权限和磁盘空间，原有数据没有改动。`;
  }
  if (error.code === 'ENOENT' && error.path?.includes('renderer')) {
    return '界面文件还没有生成，请用 npm start 启动。';
  }
  return error;
}
