import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { InputOf, OutputOf } from '../../contract/define.ts';
import { startProgram } from './shell.ts';

type Cases = BureauContract['cases'];
type Input<N extends keyof Cases> = Omit<InputOf<Cases[N]>, 'commandId'>;
type Output<N extends keyof Cases> = OutputOf<Cases[N]>;

/** The bureau's server, with the hand of an officer who is signed in. Officers may use a mouse, so this may call. */
export interface Bureau {
  url: string;
  listCases(input: Input<'list'>): Promise<Output<'list'>>;
  getCase(input: Input<'get'>): Promise<Output<'get'>>;
  register(input: Input<'register'>): Promise<Output<'register'>>;
  assign(input: Input<'assign'>): Promise<Output<'assign'>>;
  decideObjection(input: Input<'decideObjection'>): Promise<Output<'decideObjection'>>;
  /** A one-time code with which a desk of this town comes in. */
  codeFor(unit: string): Promise<string>;
  /** The officer's own window on one case. */
  openCase(browser: Browser, caseId: string): Promise<Page>;
  /** The officer's own window on a page of the console. */
  openPage(browser: Browser, path: string): Promise<Page>;
  stop(): Promise<void>;
}

/** What the server prints when it has started for the first time. */
interface FirstLine {
  url: string;
  administrator: { name: string; password: string };
}

const PASSWORD = '信访局的管理员本人';

/** Starts a bureau with its own PostgreSQL in this folder and signs its first officer in. */
export async function startBureau(folder: string): Promise<Bureau> {
  const { DATABASE_URL: _, ...env } = process.env;
  const program = startProgram(['bureau/main.ts', '--data', folder, '--port', '0', '--json'], env);
  const { url: address, administrator } = (await program.firstLine) as FirstLine;
  const url = new URL(address).origin;
  let cookie = '';
  const ask = async (method: string, input: object) => {
    const response = await fetch(`${url}/console/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...(cookie && { cookie }) },
      body: JSON.stringify({ commandId: randomUUID(), ...input }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const answer = (await response.json()) as { ok: true; value: never } | { ok: false; refusal: object };
    if (!answer.ok) throw new Error(`${method} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  };
  await ask('session/signIn', administrator);
  await ask('session/changePassword', { oldPassword: administrator.password, newPassword: PASSWORD });
  return {
    url,
    listCases: (input) => ask('cases/list', input),
    getCase: (input) => ask('cases/get', input),
    register: (input) => ask('cases/register', input),
    assign: (input) => ask('cases/assign', input),
    decideObjection: (input) => ask('cases/decideObjection', input),
    async codeFor(unit) {
      const { code } = await ask('desks/createCode', { unit, days: 7 });
      return code;
    },
    openCase: (browser, caseId) => openPage(browser, `/cases/${caseId}`),
    openPage,
    stop: () => program.end('SIGTERM'),
  };
  async function openPage(browser: Browser, path: string): Promise<Page> {
    const [name = '', value = ''] = cookie.split('=');
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/#${path}`);
    return page;
  }
}
