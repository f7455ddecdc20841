import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { startPostgres } from '../../bureau/postgres.ts';
import { beijingDate } from '../../domain/localDate.ts';
import { startBureau } from '../programs/bureau.ts';
import { newFolder, registerMany, signedInDesk, taken, walkIn } from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

const CASES = 2000;
const ROUNDS = 3;
/** Events of the pushes of one exchange: the pace begins small and doubles up to what a request may carry. */
const BATCHES = [128, 256, 500, 500, 500, 500];

/**
 * (d) Pushing 2,000 registered cases to the bureau on PostgreSQL (signed, chained, judged, projected, placed in feeds)
 * until the desk has every verdict, beside a plain loop that posts the same JSON in the same batches, gzip, to a server
 * that inserts it row by row in one transaction a batch, on the same PostgreSQL. They take turns; each round has a bureau
 * with a database of its own and a copy of the same desk.
 */
export async function pushing(): Promise<Figure[]> {
  const postgres = await startPostgres(newFolder('bureau'), () => {});
  const today = beijingDate(new Date().toISOString());
  const registered = await registeredDesk(today);
  const own: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const url = await freshDatabase(postgres.url, `round_${round}`);
    own.push(await ownPush(registered, url));
    plain.push(await plainLoop(url, today));
  }
  await postgres.stop();
  const [value, reference] = [quantile(own, 0.5), quantile(plain, 0.5)];
  return [{ name: 'push-2000-cases', value, unit: 'ms', reference, barOn: 'ratio', bar: 4 }];
}

async function registeredDesk(today: string): Promise<string> {
  const folder = newFolder('push');
  const { desk, client } = await signedInDesk(folder);
  await registerMany(client, CASES, () => today);
  await desk.close();
  return folder;
}

async function freshDatabase(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: name }).href;
}

async function ownPush(registered: string, url: string): Promise<number> {
  const env = { ...process.env, DATABASE_URL: url };
  const bureau = await startBureau(newFolder('server'), { env });
  const folder = newFolder('pushes');
  cpSync(registered, folder, { recursive: true });
  const { desk, client } = await signedInDesk(folder);
  const code = await bureau.code('441481104');
  const enrolment = { commandId: randomUUID(), url: bureau.url, deskName: '一号接访台', code };
  const spent = await timed(async () => {
    taken(await client.sync.enrol(enrolment));
    const exchanged = client.sync.exchange({});
    while (taken(await client.sync.state({})).waiting > 0) await sleep(5);
    void exchanged.catch(() => {});
  });
  const arrived = taken(await bureau.console.cases.list({ limit: 1 })).total;
  await desk.close();
  await bureau.end();
  if (arrived !== CASES) throw new Error(`the bureau has ${arrived} of ${CASES} cases`);
  return spent;
}

async function plainLoop(url: string, today: string): Promise<number> {
  const database = new Client({ connectionString: url });
  await database.connect();
  await database.query('create table plain (id text primary key, body text not null)');
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const items = JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8')) as { id: string }[];
    await database.query('begin');
    for (const item of items)
      await database.query('insert into plain values ($1, $2)', [item.id, JSON.stringify(item)]);
    await database.query('commit');
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const items = Array.from({ length: CASES }, (_, i) => ({ id: randomUUID(), ...walkIn(i, today) }));
  const spent = await timed(async () => {
    let at = 0;
    for (const batch of BATCHES) {
      const body = gzipSync(JSON.stringify(items.slice(at, at + batch)), { level: 6 });
      at += batch;
      await (await fetch(address, { method: 'POST', body })).arrayBuffer();
    }
  });
  await new Promise((done) => server.close(done));
  await database.end();
  return spent;
}
