import { DISPUTE_NAMES } from '../domain/codes/disputeType.ts';
import type { MediationState } from '../domain/mediation.ts';
import type { PaperData } from '../domain/papers/paper.ts';

/** 婚姻家庭: courts confirm no agreement on identity, adoption or marriage (法释〔2011〕5号), so none is held out. */
const FAMILY = '01';

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
    judicialConfirmation: disputeType !== FAMILY,
  };
}
