import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODE_LIFE, type Entry } from './entry.ts';

/** The file that opens a window: it posts a code, so that no address and no command line holds a secret. */
export interface Opener {
  /** Writes it with a fresh code; answers its file: address and the code. It goes when the code does. */
  write(): { address: string; code: string };
  /** As `write`, but keeps it fresh until `close`, for a browser that somebody opens by hand. */
  keepFresh(): { address: string; code: string };
  close(): void;
}

/** The opener in a data folder; `origin` is where the desk is reached. Only this person can read the file. */
export function createOpener(folder: string, origin: string, entry: Entry): Opener {
  const file = join(folder, '打开接访台.html');
  let timer: NodeJS.Timeout | undefined;
  const remove = () => rmSync(file, { force: true });
  const write = () => {
    // A new file each time: the mode counts for new files only.
    remove();
    const code = entry.newCode();
    writeFileSync(file, openerPage(origin, code), { mode: 0o600, flag: 'wx' });
    return { address: pathToFileURL(file).href, code };
  };
  const every = (start: (work: () => void, ms: number) => NodeJS.Timeout, work: () => void, ms: number) => {
    clearTimeout(timer);
    timer = start(work, ms).unref();
  };
  remove();
  return {
    write() {
      every(setTimeout, remove, CODE_LIFE);
      return write();
    },
    keepFresh() {
      every(setInterval, write, CODE_LIFE / 2);
      return write();
    },
    close() {
      clearTimeout(timer);
      remove();
    },
  };
}

/** Posts at once; a person without scripts presses the button. The code is base64url, so it needs no escaping. */
function openerPage(origin: string, code: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>枫桥接访台</title>
<form method="post" action="${origin}/open">
<input type="hidden" name="code" value="${code}">
<button>打开枫桥接访台</button>
</form>
<script>document.forms[0].submit()</script>
</html>
`;
}

/** What a right code is answered with: a page that keeps the ticket and goes to the desk, leaving no entry behind. */
export function enteredPage(ticket: string): string {
  return page(
    `<meta name="desk-ticket" content="${ticket}">\n<script src="/entered.js"></script>`,
    '正在打开接访台…',
  );
}

/** Served as a file of its own, since the page's policy forbids inline scripts. */
export const ENTERED_SCRIPT = `sessionStorage.setItem('desk-ticket', document.querySelector('meta[name=desk-ticket]').content);
location.replace('/desk.html');
`;

/** What a person sees who comes with an old address or code. */
export const REFUSED_PAGE = page('', '这个入口已经失效。请关闭此窗口，重新打开枫桥接访台。');

function page(head: string, words: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>枫桥接访台</title>
${head}
</head>
<body><p>${words}</p></body>
</html>
`;
}
