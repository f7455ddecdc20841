import { eq, ne, sql } from 'drizzle-orm';
import type { BureauContract } from '../contract/bureauConsole.ts';
import type { BureauUnit } from '../contract/bureauViews.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { OfficerRole } from '../domain/person.ts';
import { ok, refuse } from '../domain/result.ts';
import { once } from './consoleCommand.ts';
import type { Office } from './office.ts';
import { petitionCase, stream, unit } from './schema.ts';
import { officerOf, type Seat } from './seat.ts';

/** 单位: where items can be sent. The bureau itself is not among them. */
export const units = (office: Office, seat: Seat): Handlers<BureauContract, OfficerRole>['units'] => ({
  async list() {
    // Counts of others must not tell that an accusation exists (DOMAIN 10.2).
    const seen = officerOf(seat).restricted ? sql`true` : sql`not ${petitionCase.restricted}`;
    const rows = await office.orm
      .select({
        code: unit.code,
        name: unit.name,
        builtIn: unit.builtIn,
        desks: sql<number>`(select count(*)::int from ${stream} where ${stream.unitCode} = ${unit.code})`,
        registered: sql<number>`(select count(*)::int from ${petitionCase} where ${petitionCase.originCode} = ${unit.code} and ${seen})`,
        open: sql<number>`(select count(*)::int from ${petitionCase} where ${petitionCase.custodianCode} = ${unit.code} and not ${petitionCase.concluded} and ${seen})`,
      })
      .from(unit)
      .where(ne(unit.code, office.bureau.unit.code))
      .orderBy(sql`${unit.builtIn} desc`, unit.code);
    return ok(rows);
  },

  add({ commandId, code, name }) {
    return once(office, seat, { method: 'units.add', commandId }, async (tx) => {
      const [taken] = await tx.select({ code: unit.code }).from(unit).where(eq(unit.code, code));
      if (taken) return refuse('code-taken', { field: 'code' });
      await tx.insert(unit).values({ code, name, builtIn: false });
      const answer: BureauUnit = { code, name, builtIn: false, desks: 0, registered: 0, open: 0 };
      return ok({ answer, ref: code });
    });
  },
});
