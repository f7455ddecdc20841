import { drizzle } from 'drizzle-orm/node-postgres';
import fastify from 'fastify';
import { Pool } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { addConsole } from '../../bureau/console.ts';
import type { Database } from '../../bureau/database.ts';
import type { Office } from '../../bureau/office.ts';

// Nothing listens on port 1 of this computer.
const pool = new Pool({ host: '127.0.0.1', port: 1, user: 'bureau', database: 'bureau' });
afterAll(() => pool.end());

it.each([
  ['signed out', {}],
  ['signed in', { cookie: `fq-session=${'a'.repeat(43)}` }],
])(
  'an officer who is %s is asked to wait while PostgreSQL is away, and no bug is reported',
  async (_who, more) => {
    const bugs: unknown[] = [];
    const office: Pick<Office, 'orm' | 'now' | 'report'> = {
      orm: drizzle(pool) as unknown as Database,
      now: () => new Date('2026-03-02T01:00:00.000Z'),
      report: (bug) => `incident-${bugs.push(bug)}`,
    };
    const app = fastify();
    addConsole(app, office as Office);
    const answer = await app.inject({
      method: 'POST',
      url: '/console/session/signIn',
      headers: { host: 'bureau.example', origin: 'http://bureau.example', ...more },
      payload: { name: '管理员', password: '一次办好绝不折返' },
    });
    await app.close();
    expect(answer.json()).toEqual({ ok: false, refusal: { code: 'not-ready' } });
    expect(bugs).toEqual([]);
  },
);
