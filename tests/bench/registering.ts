import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSlot, readKeyFile, slotByName } from '../../desk/keyFile.ts';
import { DATABASE } from '../../desk/trouble.ts';
import { beijingDate } from '../../domain/localDate.ts';
import {
  ADMINISTRATOR,
  newFolder,
  PASSWORD,
  registerMany,
  signedInDesk,
  taken,
  walkIn,
} from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

const SAMPLES = 1000;
/** The first ones find nothing compiled and nothing cached. */
const WARM = 100;

/**
 * (a) Registering through the contract (event, projections, search rows; encrypted, FULL) beside the raw driver that
 * inserts the bytes of the very same events once each, in transactions of their own, with FULL and the same cipher. The
 * two take turns, so that a noisy moment is noise to both; the bytes come from a desk that registered the same before.
 */
export async function registering(): Promise<Figure[]> {
  const today = beijingDate(new Date().toISOString());
  const frames = await framesOf(await registeredBefore(today));
  const { desk, client } = await signedInDesk(newFolder('register'));
  const raw = openRaw(join(newFolder('raw'), 'raw.db'), Buffer.alloc(32, 7));
  raw.exec('create table fact (n integer primary key, frame blob not null)');
  const insert = raw.prepare('insert into fact (frame) values (?)');
  const own: number[] = [];
  const plain: number[] = [];
  for (const [i, frame] of frames.entries()) {
    const input = { commandId: randomUUID(), registration: walkIn(i, today) };
    own.push(await timed(async () => taken(await client.registration.register(input))));
    plain.push(await timed(() => raw.transaction(() => insert.run(frame)).immediate()));
  }
  raw.close();
  await desk.close();
  return [0.5, 0.95].map((p) => ({
    name: `register-p${p * 100}`,
    value: quantile(own.slice(WARM), p),
    unit: 'ms',
    reference: quantile(plain.slice(WARM), p),
    barOn: 'ratio',
    // The bar is on the median; the tail of a shared disk is printed beside the reference's own.
    bar: p === 0.5 ? 6 : Number.POSITIVE_INFINITY,
  }));
}

/** A desk with these registrations, closed. */
async function registeredBefore(today: string): Promise<string> {
  const folder = newFolder('before');
  const { desk, client } = await signedInDesk(folder);
  await registerMany(client, SAMPLES, () => today);
  await desk.close();
  return folder;
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
