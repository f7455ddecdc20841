import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { BureauContract } from '../contract/bureauConsole.ts';
import type { BureauCase } from '../contract/bureauViews.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { caseNumber } from '../domain/caseNumber.ts';
import type { DomainEvent } from '../domain/events/all.ts';
import { beijingTime } from '../domain/localDate.ts';
import type { OfficerRole } from '../domain/person.ts';
import { evolvePetition, type PetitionState } from '../domain/petition.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import { decideRegistration } from '../domain/steps/registration.ts';
import { decideObjection } from '../domain/steps/sendDown.ts';
import { writeAudit } from './audit.ts';
import { caseTimeline, countCases, findCase, listCases } from './caseQueries.ts';
import { once } from './consoleCommand.ts';
import { caseView, rowView } from './consoleViews.ts';
import { inTransaction, type Transaction } from './database.ts';
import { instantOf, type Office, todayOf } from './office.ts';
import { caseSequence } from './schema.ts';
import { officerOf, type Seat } from './seat.ts';
import { appendFor, decideSendDown, lockCase } from './sendDown.ts';

type Feature = Handlers<BureauContract, OfficerRole>['cases'];
type Input<N extends keyof Feature> = Parameters<Feature[N]>[0];
type Registered = { caseId: string; number: string };
type Code<N extends keyof Feature> = BureauContract['cases'][N]['refusals'][number];

/** 到件: what the desks registered and what came to the bureau itself: read, sent down, objections answered. */
export const cases = (office: Office, seat: Seat): Feature => ({
  async list(filter) {
    const reader = officerOf(seat);
    const today = todayOf(office);
    const { rows, total } = await listCases(office.orm, filter, reader);
    const counts = await countCases(office.orm, reader, today);
    return ok({ rows: rows.map((row) => rowView(row, today)), total, counts });
  },

  get: ({ caseId }) =>
    inTransaction(office.orm, async (tx) => {
      const view = await readCase(office, seat, tx, caseId);
      if (!view) return refuse('unknown-case');
      await auditReading(office, seat, tx, 'cases.get', caseId);
      return ok(view);
    }),

  unmask: ({ caseId, index }) =>
    inTransaction(office.orm, async (tx) => {
      const record = await findCase(tx, caseId, officerOf(seat));
      const person = record?.state.registration.petitioners[index];
      if (!person) return refuse('unknown-case');
      await auditReading(office, seat, tx, 'cases.unmask', `${caseId}/${index}`);
      return ok({ phone: person.phone ?? '', idNumber: person.idNumber ?? '' });
    }),

  assign: ({ commandId, caseId, ...input }) =>
    once<BureauCase, Code<'assign'>>(office, seat, { method: 'cases.assign', commandId }, async (tx) => {
      const state = await lockCase(office, seat, tx, caseId);
      if (!state) return refuse('unknown-case');
      const decided = await decideSendDown(office, tx, state, input);
      if (!decided.ok) return decided;
      await appendFor(office, seat, tx, caseId, decided.value);
      return ok({ answer: await readAgain(office, seat, tx, caseId), ref: caseId });
    }),

  decideObjection: ({ commandId, caseId, ...input }) => {
    const command = { method: 'cases.decideObjection', commandId };
    return once<BureauCase, Code<'decideObjection'>>(office, seat, command, async (tx) => {
      const state = await lockCase(office, seat, tx, caseId);
      if (!state) return refuse('unknown-case');
      const decided = decideObjection(state, input, { today: todayOf(office) });
      if (!decided.ok) return decided;
      await appendFor(office, seat, tx, caseId, decided.value);
      return ok({ answer: await readAgain(office, seat, tx, caseId), ref: caseId });
    });
  },

  register: ({ commandId, registration, assign }) => {
    const command = { method: 'cases.register', commandId };
    return once<Registered, Code<'register'>>(office, seat, command, async (tx) => {
      // Who may not read an accusation could not find again what he registered.
      if (registration.purpose === 'ACCUSE' && !officerOf(seat).restricted)
        return refuse('restricted', { field: 'purpose' });
      const answer = { caseId: randomUUID(), number: await takeNumber(office, tx) };
      const context = { today: todayOf(office), unit: office.bureau.unit };
      const decided = decideRegistration(registration, answer.number, context);
      const both = decided.ok ? await withAssignment(office, tx, answer, decided.value, assign) : decided;
      // The law names its refusals as text; the contract lists those that this call can get.
      if (!both.ok) return { ok: false, refusal: both.refusal as Refusal<Code<'register'>> };
      await appendFor(office, seat, tx, answer.caseId, both.value);
      return ok({ answer, ref: answer.caseId });
    });
  },
});

/** The registration and, when asked for in the same step, where the item goes. */
async function withAssignment(
  office: Office,
  tx: Transaction,
  { caseId }: Registered,
  registered: DomainEvent[],
  assign: Input<'register'>['assign'],
): Promise<Result<DomainEvent[], string>> {
  if (!assign) return ok(registered);
  const at = beijingTime(instantOf(office));
  const recorded = {
    id: '',
    stream: office.bureau.stream,
    seq: 0,
    caseId,
    custody: 0,
    claimed: at,
    entered: at,
  };
  const author = { unit: office.bureau.unit.code, actor: { id: '', name: '' } };
  const state = registered.reduce<PetitionState | null>(
    (folded, event) => evolvePetition(folded, { ...recorded, ...author, event }),
    null,
  );
  if (!state) throw new Error('a registration makes no case');
  const sent = await decideSendDown(office, tx, state, assign);
  return sent.ok ? ok([...registered, ...sent.value]) : sent;
}

/** Next number of the day; one series for all server processes, taken with the transaction. */
async function takeNumber(office: Office, tx: Transaction): Promise<string> {
  const day = todayOf(office);
  const [taken] = await tx
    .insert(caseSequence)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: caseSequence.day, set: { last: sql`${caseSequence.last} + 1` } })
    .returning();
  if (!taken) throw new Error(`no number for ${day}`);
  // 9 digits as a town has them; no town's code ends in 000, so the letter is free.
  const townCode = office.bureau.unit.code.slice(0, 9).padEnd(9, '0');
  return caseNumber({ townCode, day, letter: 'A', sequence: taken.last });
}

async function readCase(
  office: Office,
  seat: Seat,
  tx: Transaction,
  caseId: string,
): Promise<BureauCase | undefined> {
  const reader = officerOf(seat);
  const record = await findCase(tx, caseId, reader);
  return record && caseView(record, await caseTimeline(tx, caseId, reader), todayOf(office));
}

/** The case as it is after the command. */
async function readAgain(office: Office, seat: Seat, tx: Transaction, caseId: string): Promise<BureauCase> {
  const view = await readCase(office, seat, tx, caseId);
  if (!view) throw new Error(`case ${caseId} is gone`);
  return view;
}

const auditReading = (office: Office, seat: Seat, tx: Transaction, act: string, ref: string): Promise<void> =>
  writeAudit(tx, { at: instantOf(office), person: officerOf(seat).id, act, ref });
