/** A bureau's console over its real routes and a real database in memory; desks, officers and petitioners are made up. */
import { drizzle } from 'drizzle-orm/pglite';
import fastify from 'fastify';
import { addConsole } from '../../bureau/console.ts';
import type { Database } from '../../bureau/database.ts';
import { openBureau } from '../../bureau/identity.ts';
import type { Office } from '../../bureau/office.ts';
import { addOfficer } from '../../bureau/officerAccount.ts';
import { createStore } from '../../bureau/store.ts';
import { type BureauContract, bureauContract } from '../../contract/bureauConsole.ts';
import type { Officer } from '../../contract/bureauViews.ts';
import { type Client, createClient } from '../../contract/client.ts';
import type { Result } from '../../domain/result.ts';
import { openMemory } from './memory.ts';

/** The console listens nowhere; this is what its page would have in the address bar. */
const HOST = 'bureau.example:7080';
const CHEAP = { memory: 64, passes: 1, lanes: 1 };
export const TOWNS = [
  { code: '441481104', name: '新陂镇' },
  { code: '441481105', name: '刁坊镇' },
];

export type Headers = Record<string, string>;
export interface Answered {
  status: number;
  headers: Record<string, unknown>;
  body: Result<unknown, string>;
}

/** A browser at the console: it keeps the cookie and says where it comes from. */
export interface Browser {
  bureau: Client<BureauContract>;
  /** One raw call; headers of the browser's own may be changed or, with '', left out. */
  post(path: string, body: unknown, headers?: Headers): Promise<Answered>;
  cookie(): string;
}

/** Opens an empty bureau with two towns; `clock.now` may be moved. */
export async function openConsole() {
  const lite = await openMemory();
  const orm = drizzle(lite) as unknown as Database;
  const clock = { now: new Date('2026-03-02T01:00:00.000Z') };
  const founding = { name: '兴宁市信访局', code: '441481', towns: TOWNS };
  const bureau = await openBureau(orm, founding, clock.now.toISOString());
  const bugs: unknown[] = [];
  const office: Office = {
    orm,
    bureau,
    version: '0.1.0',
    cost: CHEAP,
    now: () => clock.now,
    report: (bug) => `incident-${bugs.push(bug)}`,
  };
  const app = fastify();
  addConsole(app, office);

  function browser(): Browser {
    let cookie = '';
    const post: Browser['post'] = async (path, body, changed = {}) => {
      const all = {
        host: HOST,
        origin: `http://${HOST}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie,
        ...changed,
      };
      const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await app.inject({ method: 'POST', url: path, headers, payload });
      const given = answer.headers['set-cookie'];
      if (typeof given === 'string') cookie = given.split(';')[0]?.replace(/=$/, '') ?? '';
      return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
    };
    const call = async (method: string, input: unknown) =>
      (await post(`/console/${method.replace('.', '/')}`, input)).body;
    return { bureau: createClient(bureauContract, call), post, cookie: () => cookie };
  }

  let officers = 0;
  return {
    office,
    store: createStore(orm),
    clock,
    bugs,
    browser,
    /** A browser in which a new officer is signed in, the one-time password changed. */
    async signedIn(account: Partial<Pick<Officer, 'name' | 'roles' | 'restricted'>> = {}) {
      officers += 1;
      const whole = {
        name: `陈某${officers}`,
        roles: ['officer'] as Officer['roles'],
        restricted: false,
        ...account,
      };
      const { row, password } = await addOfficer(orm, whole, { cost: CHEAP, now: clock.now });
      const own = browser();
      must(await own.bureau.session.signIn({ name: row.name, password }));
      const newPassword = `一句好记的话 ${officers}`;
      must(
        await own.bureau.session.changePassword({
          commandId: `first-password-${row.id}`,
          oldPassword: password,
          newPassword,
        }),
      );
      return { ...own, id: row.id, name: row.name, password: newPassword };
    },
    async close() {
      await app.close();
      await lite.close();
    },
  };
}

/** The value of an answer that must not be a refusal. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
