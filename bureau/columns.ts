import { bigint, customType } from 'drizzle-orm/pg-core';
import type { EventOf } from '../domain/events/all.ts';
import type { AssignmentStateName } from '../domain/petitionStatus.ts';

/** Signed bytes, exactly as they came. */
export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // PGlite gives a Uint8Array where pg gives a Buffer.
  fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** Words of a text as an index of beginnings has them. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A whole number up to 2^53: numbers of events and entries, milliseconds. */
export const count = (name: string) => bigint(name, { mode: 'number' });

/** Item sent down, as the list shows it: in force, or the last one answered. */
export type AssignmentSummary = Pick<
  EventOf<'petition-assigned'>['body'],
  'assignmentId' | 'manner' | 'assignedOn' | 'reportDue'
> & { toName: string; state: AssignmentStateName };
