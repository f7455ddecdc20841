import { randomUUID } from 'node:crypto';
import { drizzle } from 'drizzle-orm/pglite';
import { type Database, inTransaction } from '../../bureau/database.ts';
import { openBureau } from '../../bureau/identity.ts';
import { enrolmentCode } from '../../bureau/schema.ts';
import { appendFacts, createStore } from '../../bureau/store.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Bureau } from '../../sync/bureauStore.ts';
import { hashCode } from '../../sync/enrolDesk.ts';
import { H_NONCE, makeEnrolmentCode, type Send, type WireRequest } from '../../sync/envelope.ts';
import { createExchange } from '../../sync/serve.ts';
import { openMemory } from '../bureau/memory.ts';

// Made-up people and towns.
export interface Town {
  code: string;
  name: string;
}
/** A town without anything, for each test its own. */
export const townAt = (n: number): Town => ({ code: String(441481500 + n), name: `试办${n}镇` });

const BUREAU = { code: '441481', name: '兴宁市信访局' };
const OFFICER = { id: 'officer-0001', name: '李科长' };

export type InMemoryBureau = Awaited<ReturnType<typeof openInMemoryBureau>>;

/** The bureau's own program on PGlite in memory, without the HTTP that carries its exchange. */
export async function openInMemoryBureau(now: () => Date, towns: readonly Town[]) {
  const pglite = await openMemory();
  const orm = drizzle(pglite) as unknown as Database;
  const bureau: Bureau = await openBureau(orm, { ...BUREAU, towns }, now().toISOString());
  const store = createStore(orm);
  const serve = () => createExchange({ bureau, store, now, mostInFlight: 50 });
  let server = serve();

  /** Adds a fact of the bureau, as its console does. */
  const add = (caseId: string, event: DomainEvent) =>
    inTransaction(orm, (tx) =>
      appendFacts(bureau, tx, now().toISOString(), [{ event, caseId, actor: OFFICER }]),
    );

  return {
    bureau,
    orm,
    pglite,
    answer: ((request) => server.answer(request)) satisfies Send,
    /** What it says to this request when it has too much to do. */
    busy: async ({ headers }: WireRequest) => server.busy(headers[H_NONCE] ?? '', 429),
    /** The server process ends and another starts on the same database. */
    restart() {
      server = serve();
    },
    /** A one-time code for a desk of this unit. */
    async code(unitCode: string): Promise<string> {
      const code = makeEnrolmentCode(bureau.keys.publicKey);
      await orm.insert(enrolmentCode).values({
        ...{ id: randomUUID(), codeHash: hashCode(code), unitCode, createdBy: OFFICER.id },
        ...{ createdAt: now().toISOString(), expiresAt: '2100-01-01T00:00:00.000Z' },
      });
      return code;
    },
    add,
    /** 交办 to a unit. */
    assign: (caseId: string, to: Town, assignmentId: string) =>
      add(caseId, {
        type: 'petition-assigned',
        body: {
          ...{ assignmentId, manner: 'assign', from: BUREAU, to },
          ...{ reportDue: '2026-06-10', requirement: '请依法办理。', assignedOn: '2026-03-02' },
        },
      }),
    /** All rows of a query: what the database really has. */
    rows: async <T>(query: string, params: unknown[] = []): Promise<T[]> =>
      (await pglite.query<T>(query, params)).rows,
    close: () => pglite.close(),
  };
}
