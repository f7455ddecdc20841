import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Bureau, Unit } from '../sync/bureauStore.ts';
import { fromB64, toB64 } from '../sync/bytes.ts';
import { exportPrivateKey, importPrivateKey, makeKeyPair, streamIdOf } from '../sync/keys.ts';
import { type Database, inTransaction, type Transaction } from './database.ts';
import { setting, stream, unit } from './schema.ts';

/** What a new bureau is called and where it stands. */
export interface Founding {
  name: string;
  code: string;
  /** Units that items can be sent to from the first day. */
  towns: readonly Unit[];
}

/** What is kept of the bureau in `setting`. */
interface Kept {
  name: string;
  code: string;
  /** PKCS#8, base64url. */
  privateKey: string;
  epoch: string;
}

/** Any number no other lock has: two servers that start at once found one bureau. */
const FOUNDING_LOCK = 4_414_810_003;

/**
 * The bureau of this database; founded with its key, stream, units and epoch if there is none yet. The key lies in the
 * database because all server processes sign as one bureau, and because whoever reads the database has every case anyway.
 */
export const openBureau = (orm: Database, founding: Founding, now: string): Promise<Bureau> =>
  inTransaction(orm, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FOUNDING_LOCK})`);
    const [found] = await tx.select().from(setting).where(eq(setting.name, 'bureau'));
    const kept = found ? (JSON.parse(found.value) as Kept) : await foundBureau(tx, founding, now);
    const keys = importPrivateKey(fromB64(kept.privateKey));
    return {
      name: kept.name,
      unit: { code: kept.code, name: kept.name },
      stream: streamIdOf(keys.publicKey),
      keys,
      epoch: kept.epoch,
    };
  });

async function foundBureau(tx: Transaction, { name, code, towns }: Founding, now: string): Promise<Kept> {
  const keys = makeKeyPair();
  const kept: Kept = {
    name,
    code,
    privateKey: toB64(exportPrivateKey(keys.privateKey)),
    epoch: randomUUID(),
  };
  await tx.insert(setting).values({ name: 'bureau', value: JSON.stringify(kept) });
  const builtIn = [{ code, name }, ...towns.filter((town) => town.code !== code)];
  await tx.insert(unit).values(builtIn.map((one) => ({ ...one, builtIn: true })));
  await tx.insert(stream).values({
    ...{ stream: streamIdOf(keys.publicKey), kind: 'bureau', publicKey: keys.publicKey, unitCode: code },
    ...{ letter: '', deskName: name, state: 'active', seq: 0, hash: Buffer.alloc(32), enrolledAt: now },
  });
  return kept;
}
