import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { BureauContract } from '../contract/bureauConsole.ts';
import type { BureauDesk, EnrolmentCode, HeldEvent } from '../contract/bureauViews.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { beijingTime } from '../domain/localDate.ts';
import type { OfficerRole } from '../domain/person.ts';
import { ok, refuse } from '../domain/result.ts';
import { hashCode } from '../sync/enrolDesk.ts';
import { makeEnrolmentCode } from '../sync/envelope.ts';
import { once } from './consoleCommand.ts';
import { entryView } from './consoleViews.ts';
import { instantOf, type Office } from './office.ts';
import { enrolmentCode, event, officer, petitionCase, stream, unit } from './schema.ts';
import { officerOf, type Seat } from './seat.ts';

const DAY = 86_400_000;

/** 终端: the desks, what of theirs was refused or held, and the one-time codes with which they enrol. */
export const desks = (office: Office, seat: Seat): Handlers<BureauContract, OfficerRole>['desks'] => ({
  async list() {
    const rows = await office.orm
      .select({ desk: stream, unitName: unit.name })
      .from(stream)
      .innerJoin(unit, eq(unit.code, stream.unitCode))
      .where(eq(stream.kind, 'desk'))
      .orderBy(stream.unitCode, stream.letter);
    return ok(rows.map(({ desk, unitName }) => deskView(desk, unitName)));
  },

  attention: async ({ limit }) => ok(await heldEvents(office, officerOf(seat).restricted, limit)),

  codes: async () => ok(await openCodes(office)),

  createCode({ commandId, unit: code, days }) {
    const command = { method: 'desks.createCode', commandId, secret: true };
    return once(office, seat, command, async (tx) => {
      const [found] = await tx.select().from(unit).where(eq(unit.code, code));
      if (!found || code === office.bureau.unit.code) return refuse('unknown-unit', { field: 'unit' });
      const shown = makeEnrolmentCode(office.bureau.keys.publicKey);
      const row = {
        id: randomUUID(),
        codeHash: hashCode(shown),
        unitCode: code,
        createdAt: instantOf(office),
        createdBy: officerOf(seat).id,
        expiresAt: new Date(office.now().getTime() + days * DAY).toISOString(),
      };
      await tx.insert(enrolmentCode).values(row);
      const answer = {
        id: row.id,
        unit: { code, name: found.name },
        createdAt: beijingTime(row.createdAt),
        createdBy: officerOf(seat).name,
        expiresAt: beijingTime(row.expiresAt),
        usedBy: null,
        code: shown,
      };
      return ok({ answer, ref: row.id });
    });
  },

  cancelCode({ commandId, id }) {
    return once(office, seat, { method: 'desks.cancelCode', commandId }, async (tx) => {
      const [known] = await tx.select().from(enrolmentCode).where(eq(enrolmentCode.id, id)).for('update');
      if (!known) return refuse('unknown-code');
      if (known.usedBy || known.cancelledAt) return refuse('already-done');
      await tx
        .update(enrolmentCode)
        .set({ cancelledAt: instantOf(office) })
        .where(eq(enrolmentCode.id, id));
      return ok({ answer: {}, ref: id });
    });
  },
});

function deskView(desk: typeof stream.$inferSelect, unitName: string): BureauDesk {
  return {
    stream: desk.stream,
    unit: { code: desk.unitCode, name: unitName },
    letter: desk.letter,
    deskName: desk.deskName,
    // Nothing more is taken from a refused one either.
    state: desk.state === 'active' ? 'active' : 'forked',
    enrolledAt: beijingTime(desk.enrolledAt),
    lastSeenAt: desk.lastSeenAt && beijingTime(desk.lastSeenAt),
    head: desk.seq,
    waiting: desk.waiting,
    calendarVersion: desk.calendarVersion,
    appVersion: desk.appVersion,
    clockBehind: desk.clockBehind,
  };
}

/** Codes that somebody may still ask about: not the cancelled ones, newest first. */
async function openCodes({ orm }: Office): Promise<EnrolmentCode[]> {
  const rows = await orm
    .select({ code: enrolmentCode, unitName: unit.name, createdBy: officer.name, usedBy: stream.deskName })
    .from(enrolmentCode)
    .innerJoin(unit, eq(unit.code, enrolmentCode.unitCode))
    .leftJoin(officer, eq(officer.id, enrolmentCode.createdBy))
    .leftJoin(stream, eq(stream.stream, enrolmentCode.usedBy))
    .where(isNull(enrolmentCode.cancelledAt))
    .orderBy(desc(enrolmentCode.createdAt), enrolmentCode.id)
    .limit(500);
  return rows.map(({ code, unitName, createdBy, usedBy }) => ({
    id: code.id,
    unit: { code: code.unitCode, name: unitName },
    createdAt: beijingTime(code.createdAt),
    // Made on the server itself, before there was an officer.
    createdBy: createdBy ?? code.createdBy,
    expiresAt: beijingTime(code.expiresAt),
    usedBy,
  }));
}

/** Neither the fact nor its case is accusation material. */
const OPEN_TO_ALL = sql`not ${event.restricted} and ${petitionCase.restricted} is not true`;

async function heldEvents({ orm }: Office, restricted: boolean, limit: number): Promise<HeldEvent[]> {
  const rows = await orm
    .select({ stored: event, desk: stream.deskName, unitName: unit.name, number: petitionCase.number })
    .from(event)
    .innerJoin(stream, eq(stream.stream, event.stream))
    .innerJoin(unit, eq(unit.code, event.unitCode))
    .leftJoin(petitionCase, eq(petitionCase.caseId, event.caseId))
    .where(and(ne(event.verdict, 'accepted'), restricted ? undefined : OPEN_TO_ALL))
    .orderBy(desc(event.received), desc(event.seq))
    .limit(limit);
  return rows.map(({ stored, desk, unitName, number }) => ({
    ...entryView(stored, unitName),
    caseId: stored.caseId,
    caseNumber: number ?? '',
    deskName: desk,
    seq: stored.seq,
  }));
}
