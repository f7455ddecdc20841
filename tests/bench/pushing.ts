import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { startPostgres } from '../../bureau/postgres.ts';
import { beijingDate } from '../../domain/localDate.ts';
import { startBureau } from '../programs/bureau.ts';
import { newFolder, registerMany, signedInDesk, taken, walkIn } from '../programs/desk.ts';
import { type Figure, timed } from './figure.ts';

const CASES = 2000;
/** Events of one push, as the exchange sends them. */
const BATCH = 500;

/**
 * (d) Pushing 2,000 registered cases to the bureau on PostgreSQL (signed, chained, judged, projected, placed in feeds)
 * beside a plain loop that posts the same JSON in the same batches, gzip, to a server that inserts it row by row in one
 * transaction a batch, on the same PostgreSQL. The desk starts from an empty bureau both times.
 */
export async function pushing(): Promise<Figure[]> {
  const data = newFolder('bureau');
  const postgres = await startPostgres(data, () => {});
  const bureau = await startBureau(join(data, 'server'), {
    env: { ...process.env, DATABASE_URL: postgres.url },
  });
  const { desk, client } = await signedInDesk(newFolder('push'));
  const today = beijingDate(new Date().toISOString());
  await registerMany(client, CASES, () => today);
  const enrolment = { commandId: randomUUID(), url: bureau.url, deskName: '一号接访台' };
  const own = await timed(async () => {
    taken(await client.sync.enrol({ ...enrolment, code: await bureau.code('441481104') }));
    while (taken(await client.sync.state({})).waiting > 0) taken(await client.sync.exchange({}));
  });
  const arrived = taken(await bureau.console.cases.list({ limit: 1 })).total;
  await desk.close();
  if (arrived !== CASES) throw new Error(`the bureau has ${arrived} of ${CASES} cases`);
  const plain = await plainLoop(postgres.url, today);
  await bureau.end();
  await postgres.stop();
  return [{ name: 'push-2000-cases', value: own, unit: 'ms', reference: plain, barOn: 'ratio', bar: 4 }];
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
    for (let at = 0; at < items.length; at += BATCH) {
      const body = gzipSync(JSON.stringify(items.slice(at, at + BATCH)), { level: 6 });
      await (await fetch(address, { method: 'POST', body })).arrayBuffer();
    }
  });
  await new Promise((done) => server.close(done));
  await database.end();
  return spent;
}
