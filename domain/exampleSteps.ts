import type { DomainEvent } from './events/all.ts';
import { BUREAU, caseAfter, exampleContext, OTHER_TOWN, recordedAs, TOWN } from './example.ts';
import { type Attempt, claimedDate as date, oneOf, type Pick } from './exampleChoice.ts';
import { ENDING_ATTEMPTS } from './exampleEndings.ts';
import { endMediation } from './exampleMediation.ts';
import { MODE_ATTEMPTS } from './exampleModes.ts';
import { REVIEW_ATTEMPTS } from './exampleReviews.ts';
import { routeAnswers } from './exampleRoute.ts';
import { addDays, type LocalDate } from './localDate.ts';
import { Role } from './person.ts';
import { currentAssignment, evolvePetition, type PetitionState } from './petition.ts';
import type { Result } from './result.ts';
import { accept } from './steps/acceptance.ts';
import { lawfulSteps } from './steps/all.ts';
import { raiseObjection, reportAssignment, signAssignment } from './steps/assignment.ts';
import { decideExtension, requestExtension } from './steps/extension.ts';
import { decideRoute } from './steps/legalRoute.ts';
import { openMediationStep } from './steps/mediation.ts';
import { giveNotice } from './steps/notice.ts';
import { conclude, issueOpinion, recordDelivery } from './steps/opinion.ts';
import { refuseAcceptance } from './steps/refusal.ts';
import { decideAmendment } from './steps/registration.ts';
import { decideAssign, decideObjection } from './steps/sendDown.ts';
import { type StepContext, takeStep } from './steps/step.ts';
import { transferOut } from './steps/transfer.ts';

const assignmentId = (state: PetitionState, pick: Pick) =>
  pick(8) === 0 ? 'assignment-none' : (currentAssignment(state)?.assigned.assignmentId ?? 'assignment-none');

const party = (name: string, consents: boolean) => ({
  ...{ name, consents, consentOn: '2026-03-02', consentManner: 'oral' as const },
});

/**
 * What a person may try on the example case at a desk, by the call that carries it, with dates, choices and texts that are
 * sometimes wrong. Most attempts are refused; those that are not make a lawful history.
 */
export const DESK_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'registration.amend': (state, context, pick) =>
    decideAmendment(
      state,
      oneOf(
        pick,
        { title: `事由${pick(3)}` },
        { facts: '', request: '' },
        { personsPresent: 1 },
        { category: 'X' },
      ),
      '笔误',
      context,
    ),
  'handling.giveNotice': (state, context, pick) =>
    takeStep(
      giveNotice,
      state,
      { manner: 'later', givenOn: date(context, pick), method: 'MAIL', route: '由本镇办理。' },
      context,
    ),
  'handling.decideRoute': (state, context, pick) =>
    takeStep(
      decideRoute,
      state,
      {
        ...{ decidedOn: date(context, pick), organ: oneOf(pick, '人民法院', '人民法院', ''), materials: '' },
        ...routeAnswers(pick),
        ...(pick(4) === 0 && { ownLaw: { basis: '《某法》第九条', due: date(context, pick) } }),
        reason: oneOf(pick, '补充材料后重新分类', ''),
      },
      context,
    ),
  'handling.accept': (state, context, pick) =>
    takeStep(
      accept,
      state,
      { acceptedOn: date(context, pick), legalRoute: oneOf(pick, 6, 6, 5), department: '公共服务办公室' },
      context,
    ),
  'handling.refuseAcceptance': (state, context, pick) =>
    takeStep(
      refuseAcceptance,
      state,
      {
        ...{
          refusedOn: date(context, pick),
          reason: oneOf(pick, 'RJ2', 'RJ5', 'NM1'),
          organ: '人民法院',
          note: '',
        },
        ...(pick(2) === 0 && { document: { number: '某复核〔2026〕1号', on: date(context, pick) } }),
      },
      context,
    ),
  'handling.transferOut': (state, context, pick) =>
    takeStep(
      transferOut,
      state,
      {
        transferredOn: date(context, pick),
        toName: oneOf(pick, '交通局', '村委会'),
        toPhone: '',
        basis: '属其职权',
      },
      context,
    ),
  'handling.requestExtension': (state, context, pick) =>
    takeStep(requestExtension, state, { days: oneOf(pick, 20, 30, 31, 0), reason: '需要检测' }, context),
  'handling.decideExtension': (state, context, pick) =>
    takeStep(
      decideExtension,
      state,
      { approve: pick(2) === 0, decidedOn: date(context, pick), reason: oneOf(pick, '理由不足', '') },
      context,
    ),
  'handling.issueOpinion': (state, context, pick) =>
    takeStep(
      issueOpinion,
      state,
      {
        issuedOn: date(context, pick),
        factsFound: '属实。',
        claims: [
          { request: '修复路面', outcome: 'SUPPORT', opinion: '予以修复。', basis: '《公路法》第八条' },
        ],
        superiorOrgan: '兴宁市人民政府',
        signer: '陈志强',
      },
      context,
    ),
  'handling.recordDelivery': (state, context, pick) =>
    takeStep(
      recordDelivery,
      state,
      {
        paper: state.papers[pick(state.papers.length + 1)]?.paper ?? {
          kind: 'handlingOpinion',
          number: 'none',
        },
        servedOn: date(context, pick),
        method: 'IN_PERSON',
        place: '接待室',
        receivedBy: '张德福',
        refused: pick(2) === 0,
        relation: '',
        note: oneOf(pick, '见证人李秀兰', ''),
      },
      context,
    ),
  'handling.conclude': (state, context, pick) =>
    takeStep(
      conclude,
      state,
      {
        concludedOn: date(context, pick),
        ground: oneOf(pick, 'opinion-delivered', 'agreement', 'answered', 'transferred-out', 'no-address'),
        summary: '已办结。',
      },
      context,
    ),
  ...MODE_ATTEMPTS,
  ...ENDING_ATTEMPTS,
  'mediation.conclude': endMediation,
  ...REVIEW_ATTEMPTS,
  'assignments.sign': (state, context, pick) =>
    takeStep(
      signAssignment,
      state,
      { assignmentId: assignmentId(state, pick), signedOn: date(context, pick) },
      context,
    ),
  'assignments.object': (state, context, pick) =>
    takeStep(
      raiseObjection,
      state,
      {
        assignmentId: assignmentId(state, pick),
        raisedOn: date(context, pick),
        reasons: oneOf(pick, '该路段为县道，由交通运输局养护。', '不归我管'),
        proposedUnit: '',
        lateAnyway: pick(2) === 0,
      },
      context,
    ),
  'assignments.report': (state, context, pick) =>
    takeStep(
      reportAssignment,
      state,
      {
        assignmentId: assignmentId(state, pick),
        reportedOn: date(context, pick),
        text: '已办结。',
        signer: '陈志强',
      },
      context,
    ),
  'mediation.open': (state, context, pick) =>
    takeStep(
      openMediationStep,
      state,
      {
        mediationId: `mediation-${state.mediations.length + 1}`,
        caseId: state.caseId,
        committee: '新陂镇人民调解委员会',
        mediators: ['黄国强'],
        disputeType: '02',
        title: '邻里纠纷',
        facts: '',
        parties: [party('张德福', true), party('刘志明', pick(3) > 0)],
        openedOn: date(context, pick),
      },
      context,
    ),
};

/** What an officer may try on it: send it down to the town or to another, and answer the objection. */
export const BUREAU_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'cases.assign': (state, { today }, pick) => {
    const due = oneOf(pick, null, addDays(today, 20), addDays(today, -1));
    const input = {
      assignmentId: `assignment-${state.assignments.length + 1}`,
      manner: oneOf(pick, 'transfer' as const, 'assign' as const),
      reportDue: due,
      requirement: '',
      to: oneOf(pick, TOWN, TOWN, TOWN, OTHER_TOWN, undefined),
    };
    return decideAssign(state, input, { today, unit: BUREAU });
  },
  'cases.decideObjection': (state, context, pick) =>
    decideObjection(
      state,
      {
        assignmentId: assignmentId(state, pick),
        upheld: pick(2) === 0,
        reason: oneOf(pick, '属你镇职权', ''),
      },
      context,
    ),
};

/** One attempt of a walk: what was tried, on which day, and how it ended. */
export interface Tried {
  method: string;
  today: LocalDate;
  answer: Result<DomainEvent[], string>;
}

/** The call that takes a step, where it is not one of the handling itself. */
const METHODS: Readonly<Record<string, string>> = {
  signAssignment: 'assignments.sign',
  raiseObjection: 'assignments.object',
  reportAssignment: 'assignments.report',
  openMediation: 'mediation.open',
  merge: 'parts.merge',
  split: 'parts.split',
  requestReview: 'reviews.request',
  answerReview: 'reviews.answer',
  holdHearing: 'reviews.holdHearing',
  recordReviewOpinion: 'reviews.recordOpinion',
  serveReviewOpinion: 'reviews.serveOpinion',
};

/** Every other time what the law offers, so that a walk gets far; now and then the bureau; else anything at all. */
function chosen(state: PetitionState, context: StepContext, pick: Pick): [string, Attempt] | undefined {
  const way = pick(6);
  const tried = Object.entries(way === 0 ? BUREAU_ATTEMPTS : { ...DESK_ATTEMPTS, ...BUREAU_ATTEMPTS });
  if (way < 3) return tried[pick(tried.length)];
  const open = lawfulSteps(state, context).filter((s) => s.open && (!s.aside || pick(3) === 0));
  // A mediator ends what is open, sooner or later: its end is no step of the case.
  if (state.mediations.some((m) => !m.outcome) && pick(4) === 0) return ['mediation.conclude', endMediation];
  const { step = '' } = (pick(2) === 0 ? open.find((s) => s.next) : open[pick(open.length)]) ?? {};
  const method = METHODS[step] ?? `handling.${step}`;
  return tried.find(([name]) => name === method);
}

/** A history: people try one thing after another on the case, hours or days apart; what is lawful happens. */
export function* exampleWalk(first: DomainEvent, pick: Pick, length: number): Generator<Tried> {
  let state = caseAfter(first);
  let today = '2026-03-02';
  for (let n = 0; n < length; n++) {
    today = addDays(today, pick(3));
    const roles = pick(9) === 0 ? [Role.options[pick(Role.options.length)] ?? 'clerk'] : Role.options;
    const context = exampleContext(today, { person: { name: '陈志强', roles } });
    const [method, take] = chosen(state, context, pick) ?? [];
    if (!method || !take) continue;
    const answer = take(state, context, pick);
    for (const event of answer.ok ? answer.value : [])
      state = evolvePetition(state, recordedAs(event)) ?? state;
    yield { method, today, answer };
  }
}
