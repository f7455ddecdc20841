import type { PGlite } from '@electric-sql/pglite';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenAuditEntry, writeAudit } from '../../bureau/audit.ts';
import { type Database, inTransaction } from '../../bureau/database.ts';
import { audit } from '../../bureau/schema.ts';
import { openMemory } from './memory.ts';

let lite: PGlite;
let orm: Database;
beforeAll(async () => {
  lite = await openMemory();
  orm = drizzle(lite);
});
afterAll(() => lite?.close());

const write = (ref: string) =>
  inTransaction(orm, (tx) =>
    writeAudit(tx, { at: '2026-03-02T01:00:00.000Z', person: 'o-1', act: 'cases.get', ref }),
  );

it('numbers entries without a gap, however many are written at once', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, i) => write(`case-${i}`)));
  const rows = await orm.select({ n: audit.n }).from(audit).orderBy(audit.n);
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await brokenAuditEntry(orm)).toBeNull();
});

it('leaves no entry of an act that did not happen', async () => {
  const failed = inTransaction(orm, async (tx) => {
    await writeAudit(tx, { at: '2026-03-02T01:00:00.000Z', person: 'o-1', act: 'x', ref: '' });
    throw new Error('nothing happened');
  });
  await expect(failed).rejects.toThrow('nothing happened');
  expect(await orm.$count(audit)).toBe(10);
});

it('lets nobody change an entry, and finds it where somebody with the whole database did', async () => {
  await expect(orm.update(audit).set({ ref: 'another' }).where(eq(audit.n, 4))).rejects.toThrow();
  await orm.execute(sql`alter table audit disable trigger user`);
  await orm.update(audit).set({ ref: 'another' }).where(eq(audit.n, 4));
  expect(await brokenAuditEntry(orm)).toBe(4);
  await orm.update(audit).set({ ref: 'case-3' }).where(eq(audit.n, 4));
  await orm.delete(audit).where(eq(audit.n, 7));
  expect(await brokenAuditEntry(orm)).not.toBeNull();
});
