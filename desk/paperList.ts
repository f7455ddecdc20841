import type { PaperView } from '../contract/cases.ts';
import type { StepDone } from '../contract/handling.ts';
import { isVisit } from '../domain/codes/channel.ts';
import type { DomainEvent } from '../domain/events/all.ts';
import type { IssuedPaper } from '../domain/events/handling.ts';
import { beijingDate } from '../domain/localDate.ts';
import { PAPERS, PaperKind } from '../domain/papers/paper.ts';
import { type CasePaper, type PetitionState, samePaper } from '../domain/petition.ts';
import { needsService } from '../domain/service.ts';

/** The name of a numbered paper within its case or mediation; a number is unique within its kind. */
export const paperIdOf = ({ kind, number }: IssuedPaper): string => `${kind}:${number}`;

/** The paper that an id names; a kind alone has no number. */
export function parsePaperId(paperId: string): IssuedPaper {
  const colon = paperId.indexOf(':');
  return colon < 0
    ? { kind: paperId, number: '' }
    : { kind: paperId.slice(0, colon), number: paperId.slice(colon + 1) };
}

/** The heading of a paper; a notice of receipt is not yet one of acceptance. */
function titleOf({ kind, number }: IssuedPaper, accepted: boolean): string {
  if (kind === 'acceptanceNotice' && !accepted) return '信访事项接收告知书';
  const known = PaperKind.safeParse(kind);
  return known.success ? PAPERS[known.data].title : number;
}

/** The heading of a paper of this case. */
export const paperTitle = (state: PetitionState, paper: IssuedPaper): string =>
  titleOf(paper, state.acceptance !== undefined && samePaper(state.acceptance.paper, paper));

/** The heading of the register sheet: only who stood at the counter is a visitor. */
export const registerTitle = (state: PetitionState): string =>
  isVisit(state.registration.channel) ? PAPERS.visitRegister.title : '信访登记表';

/** Papers that came into being with these facts, the one to print first in front. */
export function issuedPapers(events: readonly DomainEvent[]): StepDone['papers'] {
  return events.flatMap((event) => {
    // What is served existed before.
    if (event.type === 'paper-served') return [];
    const accepted = event.type === 'petition-accepted';
    const papers =
      event.type === 'petition-transferred-out'
        ? [event.body.letter, event.body.whereabouts]
        : 'paper' in event.body && event.body.paper
          ? [event.body.paper]
          : [];
    return papers.map((paper) => ({
      paperId: paperIdOf(paper),
      kind: paper.kind,
      title: titleOf(paper, accepted),
      number: paper.number,
    }));
  });
}

/** The day a paper reached the petitioner: by its receipt, or handed over at the counter and signed for on the copy. */
function servedOn(state: PetitionState, { paper, served }: CasePaper): string | null {
  const onTheSpot = state.notices.find((n) => n.manner === 'on-the-spot' && samePaper(n.paper, paper));
  return served?.servedOn ?? onTheSpot?.givenOn ?? null;
}

/** Every paper of a case: the sheets each case has, receipts for what waits to be served, then the numbered ones, newest last. */
export function casePapers(state: PetitionState, printsOf: (paperId: string) => number): PaperView[] {
  const registeredOn = beijingDate(state.registeredAt);
  const sheet = (paperId: string, kind: PaperKind, title: string, issuedOn: string): PaperView => ({
    ...{ paperId, kind, title, number: null, issuedOn },
    ...{ awaitsService: false, servedOn: null, prints: printsOf(paperId) },
  });
  const numbered = state.papers.map((one): PaperView => {
    const served = servedOn(state, one);
    return {
      paperId: paperIdOf(one.paper),
      kind: one.paper.kind,
      title: paperTitle(state, one.paper),
      number: one.paper.number,
      issuedOn: one.issuedOn,
      awaitsService: needsService(one.paper.kind) && !served,
      servedOn: served,
      prints: printsOf(paperIdOf(one.paper)),
    };
  });
  const receipts = numbered
    .filter((one) => one.awaitsService)
    .map((one) =>
      sheet(
        `deliveryReceipt:${one.paperId}`,
        'deliveryReceipt',
        `${PAPERS.deliveryReceipt.title}（${one.title}）`,
        one.issuedOn,
      ),
    );
  return [
    sheet('visitRegister', 'visitRegister', registerTitle(state), registeredOn),
    sheet('receiptSlip', 'receiptSlip', PAPERS.receiptSlip.title, registeredOn),
    ...receipts,
    ...numbered,
  ];
}
