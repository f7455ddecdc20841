import { isPersonal } from '../domain/agreement.ts';
import { DISPUTE_NAMES } from '../domain/codes/disputeType.ts';
import type { MediationState } from '../domain/mediation.ts';
import type { PaperData } from '../domain/papers/paper.ts';

/** F16: the written agreement, from the opening and the conclusion of the mediation. */
export function agreementData({ opened, conclusion }: MediationState): PaperData<'mediationAgreement'> {
  const { parties, mediators, disputeType, facts, title } = opened;
  return {
    parties: parties.map(({ name, idNumber, phone, address }) => ({
      name,
      idNumber: idNumber || undefined,
      phone: phone || undefined,
      address: address || undefined,
    })),
    mediators,
    disputeType: DISPUTE_NAMES[disputeType],
    facts: facts.trim() || title,
    terms: conclusion?.terms ?? '',
    performance: conclusion?.performance.trim() || '按照本协议第三部分约定的内容履行。',
    performBy: conclusion?.performBy,
    // What no court confirms is not held out to the parties (法释〔2011〕5号).
    judicialConfirmation: !isPersonal(disputeType),
  };
}
