import { z } from 'zod';
import { LocalDate } from './localDate.ts';

/** What a person may do at a desk. One person may hold several; the administrator role alone reads no case. */
export const Role = z.enum(['clerk', 'mediator', 'leader', 'administrator']);
export type Role = z.infer<typeof Role>;

/** What a person may do at the bureau: read, assign and answer; or look after desks and accounts. */
export const OfficerRole = z.enum(['officer', 'administrator']);
export type OfficerRole = z.infer<typeof OfficerRole>;

/** Who did it, as it stands inside the signed frame (the device signature says which desk, this says who). */
export const Actor = z.object({ id: z.string().min(1).max(64), name: z.string().min(1).max(50) });
export type Actor = z.infer<typeof Actor>;

/** 2 to 50 characters, middle dot and blanks allowed; one-character names of organisations are allowed too. */
export const PersonName = z.string().trim().min(1).max(50);

/** Art.20 ¶3: at most five elected representatives of a joint visit. */
export const MAX_REPRESENTATIVES = 5;

/**
 * A petitioner of an item. `representative` is limited to five (Art.20 ¶3); being present is not limited.
 * An identity number is never required (Art.19 ¶1 lists name, address, request, facts, reasons).
 */
export const Petitioner = z.object({
  name: PersonName,
  lead: z.boolean(),
  representative: z.boolean(),
  sex: z.enum(['unknown', 'male', 'female']).optional(),
  birthDate: LocalDate.optional(),
  idType: z.string().max(20).optional(),
  idNumber: z.string().max(40).optional(),
  phone: z.string().max(40).optional(),
  address: z.string().max(200).optional(),
  /** 12-digit village code or 9-digit town code of the home, where known. */
  homeCode: z.string().max(12).optional(),
  occupation: z.string().max(40).optional(),
});
export type Petitioner = z.infer<typeof Petitioner>;
