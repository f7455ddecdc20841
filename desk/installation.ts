import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitSettings } from '../contract/unit.ts';
import { writeAudit } from '../db/auditChain.ts';
import { type AccountRow, writeAccount, writeSetting } from '../db/desk.ts';
import { trustStream } from '../db/events.ts';
import { type Orm, openDatabase } from '../db/open.ts';
import type { Actor } from '../domain/person.ts';
import { unitScope } from '../sync/feed.ts';
import { exportPrivateKey, makeKeyPair, streamIdOf } from '../sync/keys.ts';
import { appendOwn, type Identity } from '../sync/log.ts';
import { type KeyFile, newKeyFile, writeKeyFile } from './keyFile.ts';
import { resourceFolder } from './resources.ts';
import { moveFile } from './sealedFile.ts';
import { DATABASE, saltOf, UNFINISHED } from './trouble.ts';

/** A desk to be set up in an empty folder. */
export interface Installation {
  folder: string;
  key: Buffer;
  unit: KeyFile['unit'];
  settings: UnitSettings;
  training: boolean;
  accounts: readonly AccountRow[];
  /** Who starts the desk; stands in its first event. */
  founder: Actor;
  slots: KeyFile['slots'];
  /** Beijing time. */
  at: string;
}

/**
 * The steps that make a desk, in order. The key file is the moment it exists: cut off before, the folder is still to
 * be set up; cut off after, the last step is done at the next start (`readFolder`).
 */
export function installationSteps(plan: Installation): readonly (() => void)[] {
  const keys = makeKeyPair();
  const { code, name } = plan.unit;
  const identity: Identity = { stream: streamIdOf(keys.publicKey), keys, unit: { code, name } };
  const unfinished = join(plan.folder, UNFINISHED);
  return [
    // What an earlier set-up left unfinished: nothing was recorded in it, and its key was never kept.
    () => {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true });
    },
    () => writeDatabase(unfinished, plan, identity),
    () => {
      const streamKey = exportPrivateKey(keys.privateKey);
      const file = newKeyFile(plan.key, streamKey, { unit: plan.unit, database: saltOf(unfinished) });
      writeKeyFile(plan.folder, { ...file, slots: plan.slots });
    },
    () => moveFile(unfinished, join(plan.folder, DATABASE)),
  ];
}

/** 兴宁市新陂镇人民政府 → 兴宁市新陂镇人民调解委员会: a proposal that the administrator may change. */
export const committeeOf = (organName: string): string =>
  `${organName.replace(/(人民政府|办事处)$/, '')}人民调解委员会`;

/** A random data key: 32 bytes that are on disk only inside the slots. */
export const newDataKey = (): Buffer => randomBytes(32);

function writeDatabase(file: string, plan: Installation, identity: Identity): void {
  const db = openDatabase({ file, key: plan.key, migrations: resourceFolder('migrations'), create: true });
  try {
    db.write(() => writeBeginning(db.orm, plan, identity));
  } finally {
    db.close();
  }
}

function writeBeginning(orm: Orm, plan: Installation, identity: Identity): void {
  const { unit, training, founder, at } = plan;
  for (const account of plan.accounts) writeAccount(orm, account);
  writeSetting(orm, 'unit', plan.settings);
  const { stream, keys } = identity;
  trustStream(orm, { stream, publicKey: keys.publicKey, unitCode: unit.code, unitName: unit.name });
  const { statutoryRole, letter } = unit;
  appendOwn(orm, identity, {
    id: randomUUID(),
    event: { type: 'desk-started', body: { unit: identity.unit, statutoryRole, letter, training } },
    caseId: '',
    scope: unitScope(unit.code),
    custody: 0,
    actor: founder,
    claimed: at,
    entered: at,
    clockOffset: null,
  });
  writeAudit(orm, { at, person: founder.id, act: 'set-up', ref: stream });
}
