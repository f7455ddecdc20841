import type { DomainEvent } from './events/all.ts';
import { registeredEvent } from './example.ts';

/** The facts of the example case after its registration, by the names that tests give them; all made up. */
export const paper = (kind: string, n = 1) => ({ kind, number: `新陂〔2026〕${n}号` });

export const fresh = registeredEvent();
export const acceptedOn = (date: string, legalRoute = 6): DomainEvent => ({
  type: 'petition-accepted',
  body: { acceptedOn: date, legalRoute, department: '公共服务办公室', paper: paper('acceptanceNotice') },
});
export const accepted = acceptedOn('2026-03-10');
export const requested: DomainEvent = {
  type: 'extension-requested',
  body: { days: 20, reason: '需要检测', requestedOn: '2026-03-18' },
};
export const claims = [
  { request: '修复路面', outcome: 'SUPPORT' as const, opinion: '予以修复。', basis: '《公路法》第八条' },
];
export const opinion: DomainEvent = {
  type: 'opinion-issued',
  body: {
    ...{
      issuedOn: '2026-03-18',
      factsFound: '属实。',
      claims,
      superiorOrgan: '兴宁市人民政府',
      signer: '陈志强',
    },
    paper: paper('handlingOpinion', 9),
  },
};
export const served: DomainEvent = {
  type: 'paper-served',
  body: {
    ...{ paper: paper('handlingOpinion', 9), servedOn: '2026-03-19', method: 'IN_PERSON', place: '接待室' },
    ...{ receivedBy: '张德福', refused: false, deliverer: '罗秀英' },
  },
};
export const concluded: DomainEvent = {
  type: 'petition-concluded',
  body: { concludedOn: '2026-03-20', ground: 'opinion-delivered', summary: '已办结。' },
};
export const mediation = (outcome?: 'agreement' | 'failed'): DomainEvent[] => [
  {
    type: 'mediation-opened',
    body: {
      ...{
        mediationId: 'mediation-1',
        caseId: 'case-0001',
        unit: fresh.body.unit,
        committee: '新陂镇人民调解委员会',
      },
      ...{ mediators: ['黄国强'], disputeType: '02', title: '邻里纠纷', facts: '', openedOn: '2026-03-11' },
      parties: ['张德福', '刘志明'].map((name) => ({ name, consentOn: '2026-03-11', consentManner: 'oral' })),
    },
  },
  ...(outcome
    ? [
        {
          type: 'mediation-concluded' as const,
          body: {
            ...{ mediationId: 'mediation-1', concludedOn: '2026-03-15', outcome },
            ...{ terms: '', performance: '', note: '' },
          },
        },
      ]
    : []),
];
