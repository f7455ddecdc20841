import { z } from 'zod';
import { CommandBase, Id } from './case.ts';
import { command, query } from './define.ts';

export const SyncState = z.object({
  /** Never: no bureau known yet. */
  enrolled: z.boolean(),
  bureauName: z.string(),
  bureauUrl: z.string(),
  connection: z.enum(['not-enrolled', 'connected', 'offline', 'exchanging', 'refused']),
  /** Why it is refused or offline, as a code for the catalogue. */
  reason: z.string().optional(),
  waiting: z.number().int(),
  /** ISO, or null when it never happened. */
  lastExchangeAt: z.string().nullable(),
  oldestWaitingAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  attention: z.number().int(),
  training: z.boolean(),
});
export type SyncState = z.infer<typeof SyncState>;

/** One event of the outbox: not sent, or sent with its verdict. */
export const OutboxItem = z.object({
  eventId: Id,
  seq: z.number().int(),
  type: z.string(),
  text: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  entered: z.string(),
  state: z.enum(['waiting', 'accepted', 'rejected', 'held']),
  reason: z.string().optional(),
  settledBy: z.string().optional(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

const people = ['clerk', 'mediator', 'leader', 'administrator'] as const;

export const sync = {
  state: query('signed-in', z.object({}), SyncState),
  outbox: query(
    people,
    z.object({
      show: z.enum(['waiting', 'attention', 'sent']).default('waiting'),
      limit: z.number().int().max(500).default(200),
    }),
    z.array(OutboxItem),
  ),
  /** Tries at once, back-off reset; answers when the exchange ended or failed. */
  exchange: query(people, z.object({}), SyncState),
  /** One-time code of the bureau. */
  enrol: command(
    ['administrator'],
    CommandBase.extend({
      url: z.string().min(1).max(200),
      code: z.string().trim().min(4).max(40),
      deskName: z.string().trim().min(1).max(60),
    }),
    SyncState,
    [
      'training-desk',
      'already-enrolled',
      'bad-address',
      'not-reached',
      'not-a-bureau',
      'wrong-code',
      'letter-taken',
      'wrong-unit',
      'refused',
    ],
  ),
  /** A person has dealt with a refused or held item; it stays readable. */
  settle: command(
    people,
    CommandBase.extend({ eventId: Id, note: z.string().trim().min(1).max(500) }),
    z.object({}),
    ['unknown-item'],
  ),
};
