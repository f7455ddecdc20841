/** A bureau on each database that it must run on, for one suite over all of them. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, inTransaction, openDatabase } from '../../bureau/database.ts';
import { openBureau } from '../../bureau/identity.ts';
import { startPostgres } from '../../bureau/postgres.ts';
import * as schema from '../../bureau/schema.ts';
import { appendFacts, createStore } from '../../bureau/store.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import { acceptPush } from '../../sync/accept.ts';
import type { Bureau, BureauStore, Unit } from '../../sync/bureauStore.ts';
import { enrolDesk } from '../../sync/enrolDesk.ts';
import { makeEnrolmentCode } from '../../sync/envelope.ts';
import type { SignedEvent } from '../../sync/frame.ts';
import { LUOGANG, type MadeUpDesk, madeUpDesk, NINGXIN, YETANG } from './madeUpDesk.ts';
import { openMemory } from './memory.ts';

export const NOW = '2026-03-02T01:30:00.000Z';
/** Made up, as everybody here. */
const OFFICER = { id: 'officer-1', name: '罗局长' };

/** A bureau without a desk, and what a test does with it. */
export interface FreshBureau {
  orm: Database;
  store: BureauStore;
  bureau: Bureau;
  /** A one-time code for a unit, as an officer makes it. */
  code(unit: Unit, expiresAt?: string): Promise<string>;
  enrol(desk: MadeUpDesk, change?: Partial<Parameters<typeof enrolDesk>[2]>): ReturnType<typeof enrolDesk>;
  /** An enrolled desk of this unit. */
  desk(unit: Unit, letter?: string): Promise<MadeUpDesk>;
  push(desk: MadeUpDesk, ...events: SignedEvent[]): ReturnType<typeof acceptPush>;
  /** The bureau's own facts. */
  append(caseId: string, ...events: DomainEvent[]): Promise<void>;
}

/** Empties the database and founds a new bureau there. */
export async function freshBureau(orm: Database): Promise<FreshBureau> {
  await empty(orm);
  const towns = [NINGXIN, YETANG, LUOGANG];
  const bureau = await openBureau(orm, { name: '兴宁市信访局', code: '441481', towns }, NOW);
  const store = createStore(orm);
  const code: FreshBureau['code'] = async (unit, expiresAt = '2026-03-09T00:00:00.000Z') => {
    const text = makeEnrolmentCode(bureau.keys.publicKey);
    const codeHash = createHash('sha256').update(text).digest();
    const row = { id: randomUUID(), codeHash, unitCode: unit.code, createdBy: OFFICER.id };
    await orm.insert(schema.enrolmentCode).values({ ...row, createdAt: NOW, expiresAt });
    return text;
  };
  const enrol: FreshBureau['enrol'] = async (desk, change = {}) => {
    const asked = {
      ...{ proto: 1, code: change.code ?? (await code(desk.unit)), publicKey: desk.keys.publicKey },
      ...{ unit: desk.unit.code, letter: desk.letter, deskName: '一号接访台', training: false },
    };
    return enrolDesk(bureau, store, { ...asked, ...change }, NOW);
  };
  return {
    ...{ orm, store, bureau, code, enrol },
    async desk(unit, letter) {
      const desk = madeUpDesk(unit, letter);
      const answer = await enrol(desk);
      if (!answer.ok) throw new Error(answer.refusal.code);
      return desk;
    },
    push: (desk, ...events) => acceptPush(store, { stream: desk.stream, events }, NOW),
    append: (caseId, ...events) =>
      inTransaction(orm, (tx) =>
        appendFacts(
          bureau,
          tx,
          NOW,
          events.map((event) => ({ event, caseId, actor: OFFICER })),
        ),
      ),
  };
}

/** Takes all rows out; the schema stays, because making it anew for each test takes longer than the test. */
const empty = (orm: Database): Promise<void> =>
  orm.transaction(async (tx) => {
    // Append only is what desks and officers meet; a test may begin again.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const table of TABLES) await tx.delete(table);
  });

const TABLES = Object.values(schema).filter((one) => is(one, PgTable));

interface OpenedStore {
  orm: Database;
  close(): Promise<void>;
}

async function openLite(): Promise<OpenedStore> {
  const lite = await openMemory();
  return { orm: drizzle(lite), close: () => lite.close() };
}

/** A PostgreSQL of the test's own, from the registry's programs, in a temporary folder. */
export async function openReal(): Promise<OpenedStore & { url: string }> {
  const data = mkdtempSync(join(tmpdir(), 'fq-bureau-'));
  const postgres = await startPostgres(data, () => {});
  const database = await openDatabase(postgres.url, () => {});
  return {
    orm: database.orm,
    url: postgres.url,
    async close() {
      await database.close();
      await postgres.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const STORES = { 'PGlite in memory': openLite, 'a real PostgreSQL': openReal };

/** Declares the suite once a database; `fresh` empties it and founds a new bureau. */
export function onEachStore(name: string, suite: (fresh: () => Promise<FreshBureau>) => void): void {
  describe.each(Object.entries(STORES))(`${name}, on %s`, (_database, open) => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    suite(() => freshBureau(opened.orm));
  });
}
