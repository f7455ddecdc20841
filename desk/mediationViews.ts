import type { PaperView } from '../contract/cases.ts';
import type { MediationRow, MediationView } from '../contract/mediation.ts';
import { printsOf } from '../db/desk.ts';
import { agreementOf, confirmationDue, nextRevisit } from '../domain/agreement.ts';
import { builtInCalendar } from '../domain/calendar.ts';
import { maskNumbers } from '../domain/mask.ts';
import type { MediationState } from '../domain/mediation.ts';
import { PAPERS } from '../domain/papers/paper.ts';
import { paperIdOf } from './paperList.ts';
import type { Workplace } from './workplace.ts';

/** A mediation as the list shows it. */
export function mediationRow(state: MediationState, synced: boolean): MediationRow {
  const { opened, conclusion } = state;
  return {
    mediationId: state.mediationId,
    caseId: opened.caseId,
    title: opened.title,
    disputeType: opened.disputeType,
    partyNames: opened.parties.map(({ name }) => name).join('、'),
    mediators: opened.mediators.join('、'),
    openedOn: opened.openedOn,
    sessions: state.sessions.length,
    state: conclusion?.outcome ?? 'mediating',
    synced,
  };
}

/** The page of one mediation. Numbers of people are masked here and nowhere later, as on the page of a case. */
export function mediationView(at: Workplace, state: MediationState, synced: boolean): MediationView {
  const { opened, sessions, conclusion } = state;
  return {
    row: mediationRow(state, synced),
    committee: opened.committee,
    facts: opened.facts,
    parties: opened.parties.map(maskNumbers),
    mediatorNames: opened.mediators,
    sessions: sessions.map(({ mediationId: _same, ...session }) => session),
    ...(conclusion && { conclusion: concluded(conclusion) }),
    ...(agreementOf(state) && { after: afterAgreement(state) }),
    papers: mediationPapers(at, state),
  };
}

function afterAgreement(state: MediationState): MediationView['after'] {
  const { confirmation, performances = [], revisits = [] } = state;
  return {
    confirmationDue: confirmationDue(state, builtInCalendar),
    ...confirmation,
    ...{ performances, revisits, nextRevisit: nextRevisit(state) },
  };
}

function concluded({ paper, mediationId: _same, ...rest }: NonNullable<MediationState['conclusion']>) {
  return { ...rest, ...(paper && { number: paper.number }) };
}

/** The agreement, once there is one. The parties sign it themselves, so it needs no proof of service. */
function mediationPapers(at: Workplace, { mediationId, conclusion }: MediationState): PaperView[] {
  const paper = conclusion?.paper;
  if (!paper) return [];
  const paperId = paperIdOf(paper);
  return [
    {
      paperId,
      kind: paper.kind,
      title: PAPERS.mediationAgreement.title,
      number: paper.number,
      issuedOn: conclusion.concludedOn,
      awaitsService: false,
      servedOn: null,
      prints: printsOf(at.db.orm, { subject: 'mediation', id: mediationId, paperId }),
    },
  ];
}
