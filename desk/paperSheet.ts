import type { Caller } from '../contract/dispatch.ts';
import { eventsOfCase } from '../db/events.ts';
import { readMediation } from '../db/project.ts';
import type { IssuedPaper } from '../domain/events/handling.ts';
import { beijingDate, type LocalDate } from '../domain/localDate.ts';
import type { MediationState } from '../domain/mediation.ts';
import type { PaperFrame } from '../domain/papers/frame.ts';
import { PAPERS, type PaperData, type PaperKind, renderPaper } from '../domain/papers/paper.ts';
import { rareCharacters } from '../domain/papers/rareCharacters.ts';
import { evolvePetition, type PetitionState, samePaper } from '../domain/petition.ts';
import { recordedOf } from '../sync/log.ts';
import { agreementData } from './agreementData.ts';
import { todayAt } from './command.ts';
import * as data from './paperData.ts';
import { paperIdOf, paperTitle, parsePaperId, registerTitle } from './paperList.ts';
import { seenCase } from './seenCase.ts';
import { deliveryReceiptData, receiptSlipData, visitRegisterData } from './sheetData.ts';
import { settingsOf } from './stepContext.ts';
import type { Workplace } from './workplace.ts';

/** A paper ready for Chromium. */
export interface Sheet {
  title: string;
  /** What tells it from others of its kind: its own number, else that of the case. */
  number: string;
  html: string;
  /** Characters that the clerk is warned of. */
  rareCharacters: string[];
}

interface Issue {
  title: string;
  date: LocalDate;
  number?: string;
  /** For a sheet without a number of its own. */
  caseNumber: string;
  organName?: string;
  provisional?: boolean;
}

/** Fills in and renders one paper. That a field is missing is a bug here: the steps asked for all of them. */
function sheet<K extends PaperKind>(at: Workplace, kind: K, filled: PaperData<K>, issue: Issue): Sheet {
  const { organName, organCode, contactPerson, contactPhone } = settingsOf(at);
  const { title, date, number, caseNumber, provisional } = issue;
  const frame: PaperFrame = {
    organName: issue.organName ?? organName,
    organCode,
    date,
    contact: { person: contactPerson, phone: contactPhone },
    ...(number && { number }),
    ...(at.training && { training: true }),
    ...(provisional && { provisional }),
  };
  const page = renderPaper(kind, filled, frame);
  if (!page.ok) throw new Error(`${kind} cannot be made: ${page.refusal.field}`);
  const rare = rareCharacters(JSON.stringify([filled, frame]));
  return { title, number: number ?? caseNumber, html: page.value, rareCharacters: rare };
}

/** The paper of a case or mediation with this id, as this person may see it; undefined when there is none. */
export function sheetOf(
  at: Workplace,
  caller: Caller,
  { subject, id, paperId }: { subject: 'case' | 'mediation'; id: string; paperId: string },
): Sheet | undefined {
  if (subject === 'case') {
    const state = seenCase(at, caller, id);
    return state && caseSheet(at, state, paperId);
  }
  const mediation = readMediation(at.db.orm, id);
  return mediation && mediationSheet(at, mediation, paperId);
}

function caseSheet(at: Workplace, state: PetitionState, paperId: string): Sheet | undefined {
  const registered = { date: beijingDate(state.registeredAt), caseNumber: state.number };
  if (paperId === 'visitRegister')
    return sheet(at, 'visitRegister', visitRegisterData(state), {
      ...registered,
      title: registerTitle(state),
    });
  if (paperId === 'receiptSlip') {
    const { title } = PAPERS.receiptSlip;
    return sheet(at, 'receiptSlip', receiptSlipData(state, todayAt(at)), { ...registered, title });
  }
  const { kind, number } = parsePaperId(paperId);
  if (kind === 'deliveryReceipt') {
    const served = state.papers.find((p) => paperIdOf(p.paper) === number);
    const issue = { date: served?.issuedOn ?? '', caseNumber: state.number, title: PAPERS[kind].title };
    return served && sheet(at, kind, deliveryReceiptData(state, served.paper), issue);
  }
  const then = stateWhenIssued(at, state.caseId, { kind, number });
  return then && numberedSheet(at, then, { kind, number });
}

/** The case as it was with the issue of a paper: later corrections do not change what a petitioner has in his hands. */
function stateWhenIssued(at: Workplace, caseId: string, paper: IssuedPaper): PetitionState | undefined {
  let state: PetitionState | null = null;
  for (const stored of eventsOfCase(at.db.orm, caseId)) {
    if (stored.verdict === 'rejected' || stored.verdict === 'held') continue;
    const recorded = recordedOf(at.db.orm, stored);
    if (!recorded) continue;
    state = evolvePetition(state, recorded);
    if (state?.papers.some((p) => samePaper(p.paper, paper))) return state;
  }
  return undefined;
}

function numberedSheet(at: Workplace, state: PetitionState, paper: IssuedPaper): Sheet | undefined {
  const date = state.papers.find((p) => samePaper(p.paper, paper))?.issuedOn ?? '';
  const issue = { title: paperTitle(state, paper), date, number: paper.number, caseNumber: state.number };
  const acceptedOn = state.acceptance?.acceptedOn;
  const days = state.extension?.approved?.days ?? 0;
  const provisional = acceptedOn !== undefined && data.sixtyDays(acceptedOn, days).provisional;
  const written = state.assignments.find((a) =>
    [a.objection?.paper, a.report?.paper].some((p) => p && samePaper(p, paper)),
  );
  switch (paper.kind) {
    case 'acceptanceNotice':
      return sheet(at, paper.kind, data.acceptanceNoticeData(state, paper), { ...issue, provisional });
    case 'routeNotice':
      return sheet(at, paper.kind, data.routeNoticeData(state, paper), issue);
    case 'rejectionNotice':
      return sheet(at, paper.kind, data.rejectionNoticeData(state), issue);
    case 'noMoreNotice':
      return sheet(at, paper.kind, data.noMoreNoticeData(state), issue);
    case 'transferLetter':
      return sheet(at, paper.kind, data.transferLetterData(state), issue);
    case 'whereaboutsNotice':
      return sheet(at, paper.kind, data.whereaboutsNoticeData(state), issue);
    case 'extensionNotice':
      return sheet(at, paper.kind, data.extensionNoticeData(state), { ...issue, provisional });
    case 'handlingOpinion':
      return sheet(at, paper.kind, data.handlingOpinionData(state), issue);
    case 'objectionLetter':
      return written && sheet(at, paper.kind, data.objectionLetterData(state, written), issue);
    case 'reportLetter':
      return written && sheet(at, paper.kind, data.reportLetterData(state, written), issue);
    default:
      return undefined;
  }
}

function mediationSheet(at: Workplace, state: MediationState, paperId: string): Sheet | undefined {
  const { conclusion, opened } = state;
  if (!conclusion?.paper || paperIdOf(conclusion.paper) !== paperId) return undefined;
  return sheet(at, 'mediationAgreement', agreementData(state), {
    title: PAPERS.mediationAgreement.title,
    date: conclusion.concludedOn,
    number: conclusion.paper.number,
    caseNumber: '',
    organName: opened.committee,
  });
}
