import { join } from 'node:path';
import type { Topic } from '../contract/deskContract.ts';
import { eventsAfter, readHead } from '../db/events.ts';
import { type Db, openDatabase } from '../db/open.ts';
import { decodeFrame, hashFrame } from '../sync/frame.ts';
import { importPrivateKey, streamIdOf } from '../sync/keys.ts';
import type { Identity } from '../sync/log.ts';
import { type AuditWatch, watchAudit } from './auditWatch.ts';
import { type KeyFile, openStreamKey } from './keyFile.ts';
import { resourceFolder } from './resources.ts';
import { createSync, type Sync } from './sync.ts';
import { DATABASE, DeskTrouble, isForeign, troubleOf } from './trouble.ts';
import type { Ports, Workplace } from './workplace.ts';

/** A data folder that is closed, or open while somebody is signed in. The key is in memory only while it is open. */
export interface Premises {
  readonly folder: string;
  readonly training: boolean;
  current(): Workplace | null;
  /** The exchange with the bureau, while open. */
  sync(): Sync | null;
  /** The check of the audit trail, while open. */
  audit(): AuditWatch | null;
  /** Opens with the data key, or answers what is open already. Throws trouble. Not while `closing`. */
  open(keys: KeyFile, key: Buffer): Workplace;
  /** Takes the workplace away at once; answers when nothing touches the files any more. */
  close(): Promise<void>;
  /** The close that is under way: the files may be opened again after it. */
  closing(): Promise<void> | null;
}

export interface PremisesOptions {
  folder: string;
  training: boolean;
  ports: Ports;
  version: string;
  changed(topics: readonly Topic[]): void;
  /** Writes down a bug that no caller hears of. */
  report(bug: unknown, method: string): string;
}

interface Opened {
  workplace: Workplace;
  sync: Sync;
  audit: AuditWatch;
}

/** A data folder, closed at first. */
export function createPremises(options: PremisesOptions): Premises {
  const { folder, training } = options;
  let opened: Opened | null = null;
  let closing: Promise<void> | null = null;
  return {
    folder,
    training,
    current: () => opened?.workplace ?? null,
    sync: () => opened?.sync ?? null,
    audit: () => opened?.audit ?? null,
    open(keys, key) {
      if (closing) throw new Error('the folder is still being closed');
      opened ??= openAll(options, keys, key);
      return opened.workplace;
    },
    close() {
      if (!opened) return closing ?? Promise.resolve();
      const mine = closeAll(opened).finally(() => {
        closing = null;
      });
      closing = mine;
      opened = null;
      return mine;
    },
    closing: () => closing,
  };
}

function openAll(options: PremisesOptions, keys: KeyFile, key: Buffer): Opened {
  const { folder, training, ports, version, report } = options;
  const dataKey = Buffer.from(key);
  const running: { sync?: Sync } = {};
  const changed = (topics: readonly Topic[]) => {
    options.changed(topics);
    // What changes a case is what the bureau has to hear of.
    if (topics.includes('cases')) running.sync?.wake();
  };
  const workplace: Workplace = {
    ...{ folder, training, ports, version, dataKey, changed },
    ...openDesk(folder, keys, key),
  };
  running.sync = createSync(workplace, { random: Math.random, report });
  const audit = watchAudit(workplace.db, report, () => options.changed(['accounts']));
  return { workplace, sync: running.sync, audit };
}

async function closeAll({ workplace: { db, dataKey }, sync, audit }: Opened): Promise<void> {
  await Promise.all([sync.stop(), audit.stop()]);
  dataKey.fill(0);
  try {
    db.close();
  } catch (thrown) {
    // What was acknowledged is in the log file beside the database; the next start takes it from there.
    if (!troubleOf(thrown)) throw thrown;
  }
}

function openDesk(folder: string, keys: KeyFile, key: Buffer): { db: Db; identity: Identity } {
  const identity = identityOf(keys, key);
  const db = openFile(join(folder, DATABASE), keys, key);
  try {
    if (!tailIsSound(db, identity.stream)) throw new DeskTrouble('damaged-database');
    return { db, identity };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** SQLite says the same of a damaged file and of a wrong key; the person has to do different things. */
function openFile(file: string, keys: KeyFile, key: Buffer): Db {
  try {
    return openDatabase({ file, key, migrations: resourceFolder('migrations') });
  } catch (thrown) {
    if (troubleOf(thrown) === 'damaged-database' && isForeign(file, keys))
      throw new DeskTrouble('wrong-key', thrown);
    throw thrown;
  }
}

function identityOf(keys: KeyFile, key: Buffer): Identity {
  try {
    const pair = importPrivateKey(openStreamKey(keys, key));
    const { code, name } = keys.unit;
    return { stream: streamIdOf(pair.publicKey), keys: pair, unit: { code, name } };
  } catch (cause) {
    throw new DeskTrouble('damaged-key-file', cause);
  }
}

/** Events at the end of the own stream that are checked at every start; the whole chain is checked by the bureau. */
const TAIL = 200;

/** The last events of the own stream are linked, as hashed, and end where the head says (DV3). */
function tailIsSound(db: Db, stream: string): boolean {
  const head = readHead(db.orm);
  if (head?.stream !== stream) return false;
  const tail = eventsAfter(db.orm, stream, head.seq - TAIL, TAIL + 1);
  const linked = tail.every((stored, i) => {
    const before = tail[i - 1];
    const prev = decodeFrame(stored.frame)?.prev;
    const follows = !before || (stored.seq === before.seq + 1 && prev === before.hash.toString('hex'));
    return prev !== undefined && follows && hashFrame(stored.frame).equals(stored.hash);
  });
  const last = tail.at(-1);
  return linked && last?.seq === head.seq && last.hash.toString('hex') === head.hash;
}

/** Waits for a close that is under way; what follows in the same breath may open. */
export async function untilClosed(premises: Premises): Promise<void> {
  for (let pending = premises.closing(); pending; pending = premises.closing()) await pending;
}
