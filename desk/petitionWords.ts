import { CHANNEL_NAMES } from '../domain/codes/channel.ts';
import type { LocalDate } from '../domain/localDate.ts';
import type { Petitioner } from '../domain/person.ts';
import { type AssignmentState, currentAssignment, type PetitionState } from '../domain/petition.ts';

/** Legal persons and organisations petition too (Art.17); a paper then says 你单位. */
const ORGANISATION =
  /(公司|工厂|合作社|村民小组|居民小组|委员会|学校|协会|商会|中心|事务所|经营部|商店|医院)$/;

/** The main petitioner. */
export function leadOf({ registration }: PetitionState): Petitioner {
  const lead = registration.petitioners.find((p) => p.lead) ?? registration.petitioners[0];
  if (!lead) throw new Error('an item without petitioner was registered');
  return lead;
}

/** `张某` or `张某等3人`. */
export function petitionerName(state: PetitionState): string {
  const { name } = leadOf(state);
  const { personsPresent } = state.registration;
  return personsPresent > 1 ? `${name}等${personsPresent}人` : name;
}

/** To whom a notice speaks, and how. */
export function addresseeOf(state: PetitionState): { addressee: string; you: '你' | '你们' | '你单位' } {
  const several = state.registration.personsPresent > 1;
  const organisation = ORGANISATION.test(leadOf(state).name);
  return { addressee: petitionerName(state), you: several ? '你们' : organisation ? '你单位' : '你' };
}

/** The petition as every paper names it. */
export const petitionOf = ({ registration, number }: PetitionState) => ({
  raisedOn: registration.receivedOn,
  channel: CHANNEL_NAMES[registration.channel],
  matter: registration.title,
  caseNumber: number,
});

/** Who sent the item down, how and when; for a paper of this assignment. */
export const originOf = ({ assigned }: AssignmentState) => ({
  organ: assigned.from.name,
  manner: assigned.manner === 'assign' ? ('交办' as const) : ('转送' as const),
  on: assigned.assignedOn,
});

/** The day our unit received the item, and who sent it where it was not raised with us. */
export function arrivalOf(state: PetitionState): {
  receivedOn: LocalDate;
  origin?: ReturnType<typeof originOf>;
} {
  const assignment = currentAssignment(state);
  if (!assignment) return { receivedOn: state.registration.receivedOn };
  const receivedOn = assignment.signedOn ?? assignment.assigned.assignedOn;
  return { receivedOn, origin: originOf(assignment) };
}

/** Names of the material for 附件; a paper lists at most twenty. */
export const attachmentNames = (state: PetitionState): string[] =>
  state.attachments.slice(0, 20).map(({ name }) => name.slice(0, 100));
