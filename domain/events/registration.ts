import { z } from 'zod';
import { Channel } from '../codes/channel.ts';
import { Purpose } from '../codes/purpose.ts';
import { LocalDate } from '../localDate.ts';
import { Petitioner } from '../person.ts';
import { Id } from './id.ts';

/** Where the problem arose or is to be solved (问题属地), not the petitioner's home. */
export const ProblemPlace = z.object({ code: z.string().max(12), name: z.string().max(120) });
export type ProblemPlace = z.infer<typeof ProblemPlace>;

/** What the clerk writes down when an item arrives (Art.19, 21 ¶2). */
export const Registration = z.object({
  channel: Channel,
  purpose: Purpose,
  category: z.string().max(12),
  /** One sentence that names the matter (事由). */
  title: z.string().trim().min(1).max(200),
  facts: z.string().max(20_000),
  request: z.string().max(4_000),
  place: ProblemPlace,
  /** Unit or person complained about; confidential when the purpose is an accusation. */
  accusedUnit: z.string().max(200).optional(),
  petitioners: z.array(Petitioner).min(1).max(200),
  /** All persons present, representatives included (人次). */
  personsPresent: z.number().int().min(1).max(9999),
  /** Art.23 ¶2: no written notice is owed when name or address is unclear. */
  anonymous: z.boolean(),
  addressUnclear: z.boolean(),
  /** The day the item was received. Clocks run from here, never from entry or upload. */
  receivedOn: LocalDate,
  /** Another system's number for the same item (信访系统, 12345, 综治). */
  externalNumber: z.string().max(40).optional(),
});
export type Registration = z.infer<typeof Registration>;

export const PetitionRegistered = z.object({
  type: z.literal('petition-registered'),
  body: Registration.extend({ number: z.string(), unit: z.object({ code: z.string(), name: z.string() }) }),
});

/** Fields of a registration that may be corrected, with the reason; the first record stays readable. */
export const Amendment = Registration.pick({
  category: true,
  title: true,
  facts: true,
  request: true,
  place: true,
  petitioners: true,
  personsPresent: true,
  externalNumber: true,
}).partial();
export type Amendment = z.infer<typeof Amendment>;

export const RegistrationAmended = z.object({
  type: z.literal('registration-amended'),
  body: z.object({ changes: Amendment, reason: z.string().trim().min(1).max(500) }),
});

export const NoteAdded = z.object({
  type: z.literal('note-added'),
  body: z.object({ text: z.string().trim().min(1).max(4_000) }),
});

export const AttachmentAdded = z.object({
  type: z.literal('attachment-added'),
  body: z.object({
    attachmentId: Id,
    name: z.string().max(120),
    mime: z.string().max(100),
    size: z.number().int().nonnegative(),
    /** SHA-256 of the clear bytes, hex. */
    sha256: z.string().length(64),
  }),
});
