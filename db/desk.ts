import { and, desc, eq, sql } from 'drizzle-orm';
import { compiled, compiledInsert } from './compiled.ts';
import type { Orm } from './open.ts';
import { account, caseSequence, commandDone, draft, feedCursor, paperPrint, setting } from './schema.ts';

const settingByName = compiled((orm) =>
  orm
    .select()
    .from(setting)
    .where(eq(setting.name, sql.placeholder('name')))
    .prepare(),
);

/** A named value of this desk, parsed; undefined when never written. */
export function readSetting(orm: Orm, name: string): unknown {
  const row = settingByName(orm).get({ name });
  return row && JSON.parse(row.value);
}

/** Writes a named value. */
export function writeSetting(orm: Orm, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  orm
    .insert(setting)
    .values({ name, value: text })
    .onConflictDoUpdate({ target: setting.name, set: { value: text } })
    .run();
}

const answerById = compiled((orm) =>
  orm
    .select()
    .from(commandDone)
    .where(eq(commandDone.commandId, sql.placeholder('commandId')))
    .prepare(),
);

/** The answer given to a command before, as JSON text, with the hash of what was asked. */
export const answeredBefore = (
  orm: Orm,
  commandId: string,
): { method: string; answer: string; inputHash: Buffer | null } | undefined =>
  answerById(orm).get({ commandId });

const insertAnswer = compiledInsert(commandDone);

/** Keeps the answer in the command's own transaction, so that a retry answers the same. */
export function rememberAnswer(orm: Orm, row: typeof commandDone.$inferInsert): void {
  insertAnswer(orm, row);
}

const nextOfDay = compiled((orm) =>
  orm
    .insert(caseSequence)
    .values({ day: sql.placeholder('day'), last: 1 })
    .onConflictDoUpdate({ target: caseSequence.day, set: { last: sql`${caseSequence.last} + 1` } })
    .returning({ last: caseSequence.last })
    .prepare(),
);

/** Next case sequence of a day (Beijing), from 1. */
export const takeCaseSequence = (orm: Orm, day: string): number => nextOfDay(orm).get({ day }).last;

export type AccountRow = typeof account.$inferSelect;
export const listAccounts = (orm: Orm): AccountRow[] =>
  orm.select().from(account).orderBy(account.createdAt, account.name).all();
const accountById = compiled((orm) =>
  orm
    .select()
    .from(account)
    .where(eq(account.id, sql.placeholder('id')))
    .prepare(),
);
export const findAccount = (orm: Orm, id: string): AccountRow | undefined => accountById(orm).get({ id });
/** Adds or replaces an account row. */
export function writeAccount(orm: Orm, row: AccountRow): void {
  orm.insert(account).values(row).onConflictDoUpdate({ target: account.id, set: row }).run();
}

export type DraftRow = typeof draft.$inferSelect;
/** Own drafts, newest first. */
export const listDrafts = (orm: Orm, author: string, form: string | undefined): DraftRow[] =>
  orm
    .select()
    .from(draft)
    .where(and(eq(draft.author, author), form ? eq(draft.form, form) : undefined))
    .orderBy(desc(draft.savedAt))
    .limit(50)
    .all();
/** Saves a draft; somebody else's draft of the same id is left alone. */
export function writeDraft(orm: Orm, row: DraftRow): void {
  orm
    .insert(draft)
    .values(row)
    .onConflictDoUpdate({ target: draft.draftId, set: row, setWhere: eq(draft.author, row.author) })
    .run();
}
/** Removes an own draft; nothing happens when there is none. */
export function removeDraft(orm: Orm, draftId: string, author: string): void {
  orm
    .delete(draft)
    .where(and(eq(draft.draftId, draftId), eq(draft.author, author)))
    .run();
}

/** Where each feed stands. */
export const readCursors = (orm: Orm): (typeof feedCursor.$inferSelect)[] =>
  orm.select().from(feedCursor).all();
/** Moves a feed; in the transaction that applied the page (PL3). */
export function writeCursor(orm: Orm, row: typeof feedCursor.$inferInsert): void {
  orm.insert(feedCursor).values(row).onConflictDoUpdate({ target: feedCursor.scope, set: row }).run();
}

type PrintKey = Pick<typeof paperPrint.$inferSelect, 'subject' | 'id' | 'paperId'>;
const samePrint = (key: PrintKey) =>
  and(eq(paperPrint.subject, key.subject), eq(paperPrint.id, key.id), eq(paperPrint.paperId, key.paperId));
/** Counts one more print of a paper and answers the count. */
export function countPrint(orm: Orm, key: PrintKey): number {
  return orm
    .insert(paperPrint)
    .values({ ...key, prints: 1 })
    .onConflictDoUpdate({
      target: [paperPrint.subject, paperPrint.id, paperPrint.paperId],
      set: { prints: sql`${paperPrint.prints} + 1` },
    })
    .returning({ prints: paperPrint.prints })
    .get().prints;
}
/** How often a paper was printed. */
export const printsOf = (orm: Orm, key: PrintKey): number =>
  orm.select().from(paperPrint).where(samePrint(key)).get()?.prints ?? 0;
