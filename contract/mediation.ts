import { z } from 'zod';
import { DisputeType } from '../domain/codes/disputeType.ts';
import {
  AgreementPerformed,
  ConfirmationApplied,
  ConfirmationDecided,
  MediationRevisited,
} from '../domain/events/agreement.ts';
import { Party } from '../domain/events/mediation.ts';
import { LocalDate } from '../domain/localDate.ts';
import { CommandBase, Id } from './case.ts';
import { PaperView } from './cases.ts';
import { command, query } from './define.ts';

export const MediationRow = z.object({
  mediationId: Id,
  caseId: Id.nullable(),
  title: z.string(),
  disputeType: z.string(),
  partyNames: z.string(),
  mediators: z.string(),
  openedOn: LocalDate,
  sessions: z.number().int(),
  state: z.enum(['mediating', 'agreement', 'failed', 'ended']),
  synced: z.boolean(),
});
export type MediationRow = z.infer<typeof MediationRow>;

export const MediationView = z.object({
  row: MediationRow,
  committee: z.string(),
  facts: z.string(),
  parties: z.array(Party),
  mediatorNames: z.array(z.string()),
  sessions: z.array(
    z.object({
      heldOn: LocalDate,
      place: z.string(),
      present: z.string(),
      record: z.string(),
      actor: z.string(),
    }),
  ),
  conclusion: z
    .object({
      concludedOn: LocalDate,
      outcome: z.enum(['agreement', 'failed', 'ended']),
      endReason: z.string().optional(),
      terms: z.string(),
      performance: z.string(),
      performBy: LocalDate.optional(),
      note: z.string(),
      number: z.string().optional(),
    })
    .optional(),
  /** After an agreement: what the court, the parties and whoever looked in did. */
  after: z
    .object({
      /** D15; none where no court confirms. */
      confirmationDue: LocalDate.optional(),
      applied: ConfirmationApplied.shape.body.optional(),
      decided: ConfirmationDecided.shape.body.optional(),
      performances: z.array(AgreementPerformed.shape.body),
      revisits: z.array(MediationRevisited.shape.body),
      nextRevisit: LocalDate.optional(),
    })
    .optional(),
  papers: z.array(PaperView),
});
export type MediationView = z.infer<typeof MediationView>;

const people = ['mediator', 'clerk', 'leader'] as const;
const Done = z.object({
  mediationId: Id,
  papers: z.array(
    z.object({ paperId: z.string(), kind: z.string(), title: z.string(), number: z.string().nullable() }),
  ),
});

const AGREED = [
  ...(['unknown-mediation', 'not-ours', 'no-agreement', 'already-done'] as const),
  ...(['date-in-future', 'date-before-previous-step'] as const),
] as const;

export const mediation = {
  list: query(people, z.object({ open: z.boolean().default(false) }), z.array(MediationRow)),
  get: query(people, z.object({ mediationId: Id }), MediationView, ['unknown-mediation']),
  /** Full phone and ID number of one party. Logged. */
  unmask: query(
    people,
    z.object({ mediationId: Id, index: z.number().int().min(0) }),
    z.object({ phone: z.string(), idNumber: z.string() }),
    ['unknown-mediation'],
  ),
  /** Both (all) consents are recorded with the opening; one clear refusal and there is no mediation (Art.17). */
  open: command(
    people,
    CommandBase.extend({
      caseId: Id.nullable(),
      committee: z.string().trim().min(1).max(100),
      mediators: z.array(z.string().trim().min(1).max(50)).min(1).max(9),
      disputeType: DisputeType,
      title: z.string().trim().min(1).max(200),
      facts: z.string().max(20_000),
      parties: z
        .array(Party.extend({ consents: z.boolean() }))
        .min(2)
        .max(20),
      openedOn: LocalDate,
    }),
    Done,
    [
      'unknown-case',
      'not-ours',
      'concluded',
      'accusation',
      'consent-missing',
      'already-mediating',
      'date-in-future',
      'date-before-receipt',
    ],
  ),
  addSession: command(
    people,
    CommandBase.extend({
      mediationId: Id,
      heldOn: LocalDate,
      place: z.string().max(200),
      present: z.string().max(500),
      record: z.string().trim().min(1).max(20_000),
    }),
    Done,
    ['unknown-mediation', 'not-ours', 'concluded', 'date-in-future', 'date-before-opening'],
  ),
  conclude: command(
    people,
    CommandBase.extend({
      mediationId: Id,
      concludedOn: LocalDate,
      outcome: z.enum(['agreement', 'failed', 'ended']),
      endReason: z.enum(['refused', 'withdrawn', 'other']).optional(),
      terms: z.string().max(20_000).default(''),
      performance: z.string().max(4000).default(''),
      performBy: LocalDate.optional(),
      note: z.string().max(4000).default(''),
    }),
    Done,
    [
      'unknown-mediation',
      'not-ours',
      'concluded',
      'terms-missing',
      'reason-missing',
      'no-session',
      'date-in-future',
      'date-before-opening',
    ],
  ),
  /** 司法确认: jointly, within 30 days of the agreement (Art.33). */
  applyForConfirmation: command(people, CommandBase.extend(ConfirmationApplied.shape.body.shape), Done, [
    ...AGREED,
    'not-confirmable',
    'confirmation-late',
  ]),
  recordRuling: command(people, CommandBase.extend(ConfirmationDecided.shape.body.shape), Done, [
    ...AGREED,
    'not-now',
  ]),
  recordPerformance: command(people, CommandBase.extend(AgreementPerformed.shape.body.shape), Done, AGREED),
  revisit: command(people, CommandBase.extend(MediationRevisited.shape.body.shape), Done, AGREED),
};
