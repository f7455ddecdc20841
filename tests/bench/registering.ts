import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSlot, readKeyFile, slotByName } from '../../desk/keyFile.ts';
import { DATABASE } from '../../desk/trouble.ts';
import { beijingDate } from '../../domain/localDate.ts';
import { ADMINISTRATOR, newFolder, PASSWORD, signedInDesk, taken, walkIn } from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

const SAMPLES = 600;

/**
 * (a) Registering through the contract (event, projections, search rows; encrypted, FULL) beside the raw driver that
 * inserts the bytes of the very same events once each, in transactions of their own, with FULL and the same cipher.
 */
export async function registering(): Promise<Figure[]> {
  const folder = newFolder('register');
  const { desk, client } = await signedInDesk(folder);
  const today = beijingDate(new Date().toISOString());
  const own: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    const input = { commandId: randomUUID(), registration: walkIn(i, today) };
    own.push(await timed(async () => taken(await client.registration.register(input))));
  }
  await desk.close();
  const raw = await rawInserts(await framesOf(folder));
  const warm = own.slice(50);
  return [0.5, 0.95].map((p) => ({
    name: `register-p${p * 100}`,
    value: quantile(warm, p),
    unit: 'ms',
    reference: quantile(raw.slice(50), p),
    barOn: 'ratio',
    // The bar is on the median; the tail of a shared disk is printed beside the reference's own.
    bar: p === 0.5 ? 6 : Number.POSITIVE_INFINITY,
  }));
}

async function dataKey(folder: string): Promise<Buffer> {
  const state = readKeyFile(folder);
  const slot = state.is === 'there' ? slotByName(state.file, ADMINISTRATOR) : undefined;
  const key = state.is === 'there' && slot ? await openSlot(state.file, slot, PASSWORD) : null;
  if (!key) throw new Error('the bench cannot open its own desk');
  return key;
}

function openRaw(file: string, key: Buffer): Database.Database {
  const sqlite = new Database(file);
  sqlite.pragma("cipher='chacha20'");
  sqlite.pragma(`key="x'${key.toString('hex')}'"`);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return sqlite;
}

async function framesOf(folder: string): Promise<Buffer[]> {
  const sqlite = openRaw(join(folder, DATABASE), await dataKey(folder));
  const frames = sqlite
    .prepare("select frame from event where type = 'petition-registered' order by seq")
    .pluck()
    .all();
  sqlite.close();
  return frames as Buffer[];
}

async function rawInserts(frames: readonly Buffer[]): Promise<number[]> {
  const sqlite = openRaw(join(newFolder('raw'), 'raw.db'), Buffer.alloc(32, 7));
  sqlite.exec('create table fact (n integer primary key, frame blob not null)');
  const insert = sqlite.prepare('insert into fact (frame) values (?)');
  const times: number[] = [];
  for (const frame of frames)
    times.push(await timed(() => sqlite.transaction(() => insert.run(frame)).immediate()));
  sqlite.close();
  return times;
}
