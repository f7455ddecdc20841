import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Orm } from './open.ts';
import { event, mediation } from './schema.ts';

/** 1 when no fact of the mediation, or of the petition it came from, waits for the bureau. */
const mediationSynced = (mediationId: SQL, caseId: SQL): SQL<number> =>
  sql<number>`not exists (select 1 from ${event} where ${event.verdict} = 'local' and ${event.caseId} in (${mediationId}, ${caseId}))`;

/** True when the bureau has all of the mediation. */
export const isMediationSynced = (orm: Orm, mediationId: string, caseId: string | null): boolean =>
  orm.get<{ synced: number }>(sql`select ${mediationSynced(sql`${mediationId}`, sql`${caseId}`)} as synced`)
    ?.synced === 1;

/** Mediations of our unit, newest first. */
export function listMediations(
  orm: Orm,
  unitCode: string,
  open: boolean,
): (typeof mediation.$inferSelect & { synced: boolean })[] {
  return orm
    .select({
      mediationId: mediation.mediationId,
      caseId: mediation.caseId,
      openedOn: mediation.openedOn,
      unitCode: mediation.unitCode,
      outcome: mediation.outcome,
      state: mediation.state,
      synced: mediationSynced(sql`${mediation.mediationId}`, sql`${mediation.caseId}`),
    })
    .from(mediation)
    .where(and(eq(mediation.unitCode, unitCode), open ? eq(mediation.outcome, 'mediating') : undefined))
    .orderBy(desc(mediation.openedOn), desc(mediation.mediationId))
    .limit(500)
    .all()
    .map((row) => ({ ...row, synced: row.synced === 1 }));
}
