import { z } from 'zod';
import { TerminationGround, VoidGround } from '../codes/ending.ts';
import { LocalDate } from '../localDate.ts';
import { PersonName } from '../person.ts';

/** 撤回, or nobody is left to whom an answer is owed: the case ends without a decision on the matter. */
export const PetitionTerminated = z.object({
  type: z.literal('petition-terminated'),
  body: z.object({
    terminatedOn: LocalDate,
    ground: TerminationGround,
    /** In whose words and on which paper; what the family or the registry said. */
    note: z.string().trim().min(1).max(2_000),
    approver: PersonName,
  }),
});

/** 作废: the registration should not have been made. It stays readable, with its number; nothing is ever deleted. */
export const RegistrationVoided = z.object({
  type: z.literal('registration-voided'),
  body: z.object({
    voidedOn: LocalDate,
    ground: VoidGround,
    reason: z.string().trim().min(1).max(1_000),
    approver: PersonName,
  }),
});
