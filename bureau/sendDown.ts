import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Assign } from '../contract/bureauConsole.ts';
import type { DomainEvent } from '../domain/events/all.ts';
import type { PetitionState } from '../domain/petition.ts';
import type { Result } from '../domain/result.ts';
import { type AssignRefusal, decideAssign } from '../domain/steps/sendDown.ts';
import type { Transaction } from './database.ts';
import { instantOf, type Office, todayOf } from './office.ts';
import { unit } from './schema.ts';
import { officerOf, type Seat } from './seat.ts';
import { appendFacts } from './store.ts';
import { writerOn } from './storeWriter.ts';

/**
 * The case as the next fact will find it, locked for this transaction; undefined when it is unknown or not for this
 * officer's eyes. The bureau's stream is locked first, in the order that the exchange keeps too.
 */
export async function lockCase(
  { bureau }: Office,
  seat: Seat,
  tx: Transaction,
  caseId: string,
): Promise<PetitionState | undefined> {
  const writer = writerOn(tx);
  await writer.lockStream(bureau.stream);
  const [subject] = await writer.lockSubjects([caseId]);
  const state = subject?.petition;
  return state && (officerOf(seat).restricted || !state.restricted) ? state : undefined;
}

/** Signs facts of a case as the bureau and takes them in by the rules that hold for every desk. */
export async function appendFor(
  office: Office,
  seat: Seat,
  tx: Transaction,
  caseId: string,
  events: readonly DomainEvent[],
): Promise<void> {
  const { id, name } = officerOf(seat);
  const facts = events.map((event) => ({ event, caseId, actor: { id, name } }));
  await appendFacts(office.bureau, tx, instantOf(office), facts);
}

/** Decides whether the law lets an item go to the unit that the officer chose. */
export async function decideSendDown(
  office: Office,
  tx: Transaction,
  state: PetitionState,
  { toUnit, manner, reportDue, requirement, documentNumber }: z.output<typeof Assign>,
): Promise<Result<DomainEvent[], AssignRefusal>> {
  const [to] = await tx.select({ code: unit.code, name: unit.name }).from(unit).where(eq(unit.code, toUnit));
  const assignment = {
    assignmentId: randomUUID(),
    ...{ manner, reportDue, requirement, to },
    ...(documentNumber && { documentNumber }),
  };
  return decideAssign(state, assignment, { today: todayOf(office), unit: office.bureau.unit });
}
