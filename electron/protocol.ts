import { protocol, type Session } from 'electron';
import { type Pages, servePage } from '../desk/pages.ts';

const SCHEME = 'app';
/** The only origin a window of the desk ever shows; `file:` pages would share theirs with every other file. */
const ORIGIN = `${SCHEME}://desk`;

/** The desk's page. */
export const DESK_PAGE = `${ORIGIN}/desk.html`;

/** Must run before the program is ready: gives our scheme the rights of an ordinary web origin. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the listed files on our scheme; any other host, method or address is 404 or refused. */
export function servePages(session: Session, pages: Pages): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'desk' || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await servePage(pages, url.pathname);
    return new Response(body, { status, headers });
  });
}

/** Whether an address is the desk's page itself, wherever it stands in it. */
export function isOurPage(address: string): boolean {
  return address.split(/[?#]/, 1)[0] === DESK_PAGE;
}
