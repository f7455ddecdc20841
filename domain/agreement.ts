import type { Calendar } from './calendar.ts';
import type { DisputeType } from './codes/disputeType.ts';
import { deadline } from './deadline.ts';
import type { EventOf } from './events/all.ts';
import { addDays, type LocalDate } from './localDate.ts';
import type { MediationState } from './mediation.ts';

/** 婚姻家庭: no court confirms identity, adoption or marriage (M-14), and no electronic signature binds there (电子签名法 Art.3). */
const FAMILY: DisputeType = '01';

/** Whether the dispute is about personal relations: signed on paper only, confirmed by no court. */
export const isPersonal = (disputeType: DisputeType): boolean => disputeType === FAMILY;

/** The conclusion when it is an agreement. */
export const agreementOf = ({
  conclusion,
}: MediationState): EventOf<'mediation-concluded'>['body'] | undefined =>
  conclusion?.outcome === 'agreement' ? conclusion : undefined;

/** D15: the last day for the joint request, or undefined where no court confirms or there is no agreement. */
export function confirmationDue(state: MediationState, calendar: Calendar): LocalDate | undefined {
  const agreement = agreementOf(state);
  if (!agreement || isPersonal(state.opened.disputeType)) return undefined;
  return deadline({ rule: 'D15', start: agreement.concludedOn, calendar }).dueLegal;
}

/** When practice looks in: is the money paid, before the limit of the confirmation, and once more; days after the agreement. */
const REVISITS = [7, 30, 90] as const;

/** The next day on which somebody should look in, or undefined when the last was kept. */
export function nextRevisit(state: MediationState): LocalDate | undefined {
  const agreement = agreementOf(state);
  if (!agreement) return undefined;
  const last = state.revisits?.at(-1)?.revisitedOn ?? '';
  return REVISITS.map((days) => addDays(agreement.concludedOn, days)).find((day) => day > last);
}

/** Performed to the end. */
export const isPerformed = ({ performances }: MediationState): boolean =>
  performances?.some((one) => one.complete) ?? false;
