import { z } from 'zod';
import { Procedure } from '../domain/codes/procedure.ts';
import { RefusalReason } from '../domain/codes/refusalReason.ts';
import { ServiceMethod } from '../domain/codes/serviceMethod.ts';
import { SimpleGround } from '../domain/codes/simpleGround.ts';
import { PetitionTerminated, RegistrationVoided } from '../domain/events/ending.ts';
import { Claim } from '../domain/events/handling.ts';
import { ResolutionRecorded } from '../domain/events/handlingMode.ts';
import { RouteAnswer } from '../domain/events/legalRoute.ts';
import { SupplementReceived, SupplementRequested } from '../domain/events/supplement.ts';
import { LocalDate } from '../domain/localDate.ts';
import { CaseCommand, Id } from './case.ts';
import { command } from './define.ts';

/** Every step answers the case and the papers that came into being, ready to print. */
export const StepDone = z.object({
  caseId: Id,
  papers: z.array(
    z.object({ paperId: z.string(), kind: z.string(), title: z.string(), number: z.string().nullable() }),
  ),
});
export type StepDone = z.infer<typeof StepDone>;

/** Refusals of any step: the case is unknown, not in our custody, already past this step, or a date is impossible. */
export const STEP = [
  'unknown-case',
  'not-ours',
  'not-now',
  'already-done',
  'date-before-receipt',
  'date-in-future',
  'date-before-previous-step',
] as const;

const handlers = ['clerk', 'leader'] as const;

export const handling = {
  giveNotice: command(
    handlers,
    CaseCommand.extend({
      manner: z.enum(['on-the-spot', 'later']),
      givenOn: LocalDate,
      method: ServiceMethod,
      route: z.string().trim().min(1).max(1000),
    }),
    StepDone,
    [...STEP, 'notice-not-owed'],
  ),
  /** Art.31: which of the six routes; routes 1 to 5 make the explanation for the petitioner. */
  decideRoute: command(
    handlers,
    CaseCommand.extend({
      decidedOn: LocalDate,
      answers: z.array(RouteAnswer).min(1).max(5),
      procedure: Procedure.nullable(),
      organ: z.string().trim().max(100).default(''),
      materials: z.string().trim().max(500).default(''),
      ownLaw: z.object({ basis: z.string().trim().min(1).max(200), due: LocalDate }).optional(),
      reason: z.string().trim().max(1000).default(''),
    }),
    StepDone,
    [
      ...STEP,
      ...(['not-a-claim', 'leader-decides', 'reason-missing', 'route-unanswered'] as const),
      ...(['procedure-of-other-route', 'organ-missing', 'no-own-law'] as const),
    ],
  ),
  accept: command(
    handlers,
    CaseCommand.extend({
      acceptedOn: LocalDate,
      legalRoute: z.number().int().min(1).max(6),
      department: z.string().trim().min(1).max(100),
    }),
    StepDone,
    [...STEP, 'not-signed-for', 'route-not-petition', 'other-route-decided'],
  ),
  /** 简易办理 (Art.4, 5 of its rules): what a person judges comes with the call. */
  chooseSimple: command(
    handlers,
    CaseCommand.extend({
      chosenOn: LocalDate,
      ground: SimpleGround,
      firstTime: z.boolean(),
      supportable: z.boolean(),
      singleUnit: z.boolean(),
    }),
    StepDone,
    [...STEP, 'simple-excluded'],
  ),
  resumeOrdinary: command(
    handlers,
    CaseCommand.extend({ resumedOn: LocalDate, reason: z.string().trim().min(1).max(1000) }),
    StepDone,
    STEP,
  ),
  /** 化解, kept apart from 办结. */
  recordResolution: command(handlers, CaseCommand.extend(ResolutionRecorded.shape.body.shape), StepDone, [
    ...STEP,
    'nothing-changed',
  ]),
  /** 不予受理, 不再受理: a reason code and a leader (Art.44 (2)). */
  refuseAcceptance: command(
    ['leader'],
    CaseCommand.extend({
      refusedOn: LocalDate,
      reason: RefusalReason,
      organ: z.string().trim().min(1).max(100),
      document: z.object({ number: z.string().trim().min(1).max(60), on: LocalDate }).optional(),
      note: z.string().trim().max(1000).default(''),
    }),
    StepDone,
    [...STEP, 'mediation-open', 'assigned-needs-objection', 'document-missing', 'no-document'],
  ),
  /** 补正: no clock stops for it. */
  requestSupplement: command(
    handlers,
    CaseCommand.extend(SupplementRequested.shape.body.shape),
    StepDone,
    STEP,
  ),
  receiveSupplement: command(
    handlers,
    CaseCommand.extend(SupplementReceived.shape.body.shape),
    StepDone,
    STEP,
  ),
  /** 撤回, 终结: the case ends without a decision on the matter. */
  terminate: command(
    ['leader'],
    CaseCommand.extend(PetitionTerminated.shape.body.omit({ approver: true }).shape),
    StepDone,
    [...STEP, 'mediation-open', 'objection-open', 'not-signed-for', 'nobody-to-withdraw'],
  ),
  /** 作废 of what should not have been registered; it stays readable. */
  voidRegistration: command(
    ['leader'],
    CaseCommand.extend(RegistrationVoided.shape.body.omit({ approver: true }).shape),
    StepDone,
    [...STEP, 'too-late-to-void'],
  ),
  transferOut: command(
    handlers,
    CaseCommand.extend({
      transferredOn: LocalDate,
      toName: z.string().trim().min(1).max(100),
      toPhone: z.string().max(40).default(''),
      basis: z.string().trim().min(1).max(1000),
    }),
    StepDone,
    [...STEP, 'assigned-needs-objection', 'accused-unit'],
  ),
  requestExtension: command(
    handlers,
    CaseCommand.extend({ days: z.number().int(), reason: z.string().trim().min(1).max(1000) }),
    StepDone,
    [...STEP, 'too-many-days', 'no-60-day-period'],
  ),
  /** Art.34: only a leader approves; the paper with the reason goes to the petitioner. */
  decideExtension: command(
    ['leader'],
    CaseCommand.extend({
      approve: z.boolean(),
      decidedOn: LocalDate,
      reason: z.string().max(1000).default(''),
    }),
    StepDone,
    [...STEP, 'reason-missing', 'no-60-day-period'],
  ),
  issueOpinion: command(
    handlers,
    CaseCommand.extend({
      issuedOn: LocalDate,
      factsFound: z.string().trim().min(1).max(20_000),
      claims: z.array(Claim).min(1).max(20),
      superiorOrgan: z.string().trim().min(1).max(100),
      signer: z.string().trim().min(1).max(50),
    }),
    StepDone,
    [...STEP, 'no-opinion-on-route'],
  ),
  recordDelivery: command(
    handlers,
    CaseCommand.extend({
      paperId: z.string(),
      servedOn: LocalDate,
      method: ServiceMethod,
      place: z.string().max(200).default(''),
      receivedBy: z.string().trim().min(1).max(50),
      relation: z.string().max(50).default(''),
      refused: z.boolean().default(false),
      note: z.string().max(500).default(''),
    }),
    StepDone,
    [...STEP, 'unknown-paper', 'witness-missing'],
  ),
  conclude: command(
    handlers,
    CaseCommand.extend({
      concludedOn: LocalDate,
      ground: z.enum(['opinion-delivered', 'agreement', 'answered', 'transferred-out', 'no-address']),
      summary: z.string().trim().min(1).max(4000),
    }),
    StepDone,
    [...STEP, 'opinion-not-delivered', 'no-agreement', 'objection-open', 'mediation-open'],
  ),
};
