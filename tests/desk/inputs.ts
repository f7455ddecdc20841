import { id } from './madeUp.ts';

/** What a clerk sends for each step; made-up people and matters. */
export const notice = (caseId: string, givenOn: string, change = {}) => ({
  ...{ commandId: id(), caseId, manner: 'on-the-spot', givenOn, method: 'IN_PERSON' },
  ...{ route: '由本机关办理，十五日内书面告知。', ...change },
});
export const acceptance = (caseId: string, acceptedOn: string, legalRoute = 6) => ({
  ...{ commandId: id(), caseId, acceptedOn, legalRoute, department: '镇公共服务办公室' },
});
export const opinion = (caseId: string, issuedOn: string) => ({
  ...{ commandId: id(), caseId, issuedOn, factsFound: '现场勘查属实。', superiorOrgan: '兴宁市人民政府' },
  claims: [
    {
      request: '修复路面',
      outcome: 'SUPPORT',
      opinion: '六月底前修复。',
      basis: '《农村公路养护管理办法》第六条',
    },
  ],
  signer: '陈志强',
});
export const delivery = (caseId: string, paperId: string, servedOn: string, change = {}) => ({
  ...{ commandId: id(), caseId, paperId, servedOn, method: 'IN_PERSON', receivedBy: '张德福', ...change },
});
export const extension = (caseId: string, days = 30) => ({
  commandId: id(),
  caseId,
  days,
  reason: '路基需检测。',
});
