import { z } from 'zod';
import { Id as FactId } from '../domain/events/id.ts';
import { LocalDate } from '../domain/localDate.ts';

/** Ids of facts, as the facts have them: what a desk or the bureau took in, a page can be shown. */
export const Id = FactId;
/** Made by the page (UUID), once when the form opens. */
export const CommandBase = z.object({ commandId: Id.min(8) });
export const CaseCommand = CommandBase.extend({ caseId: Id });

/** Where a case stands (DOMAIN 5.5). The Chinese words are in the page's catalogue. */
export const CaseStatus = z.enum([
  'registered',
  'noticed',
  'await-sign',
  'signed',
  'objection-pending',
  'returned',
  'accepted',
  'mediating',
  'extension-requested',
  'extended',
  'opinion-issued',
  'delivered',
  'transferred-out',
  'concluded',
  'rejected',
  'no-more',
  'terminated',
  'void',
  'merged',
  'split',
  'supplement',
  'in-review',
  'in-reexamination',
]);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const Urgency = z.enum(['green', 'yellow', 'orange', 'red', 'black']);
export type Urgency = z.infer<typeof Urgency>;

/** One clock with its working (DOMAIN 2.2): three values, the article, why it starts and where it ended. */
export const Clock = z.object({
  rule: z.string(),
  name: z.string(),
  article: z.string(),
  /** Who owes the act: unit, petitioner or bureau. */
  owedBy: z.string(),
  start: LocalDate,
  startFact: z.string(),
  dueRaw: LocalDate,
  dueLegal: LocalDate,
  /** ISO instant as the bureau's dashboard counts. */
  dueSystem: z.string(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  /** Chinese lines that show how the date was counted. */
  working: z.array(z.string()),
  state: z.enum(['running', 'met', 'met-late', 'not-owed']),
  /** The day the duty was done, or why it is not owed. */
  metOn: LocalDate.optional(),
  reason: z.string().optional(),
  urgency: Urgency.optional(),
  /** Calendar days to dueRaw, negative on the rest days after it; past dueLegal the days since that one, negative. */
  daysLeft: z.number().int().optional(),
});
export type Clock = z.infer<typeof Clock>;

/** A row of any case list. Phones and ID numbers never stand here. */
export const CaseRow = z.object({
  caseId: Id,
  number: z.string(),
  receivedOn: LocalDate,
  channel: z.string(),
  purpose: z.string(),
  category: z.string(),
  title: z.string(),
  leadName: z.string(),
  personsPresent: z.number().int(),
  placeName: z.string(),
  unitName: z.string(),
  status: CaseStatus,
  /** True while this unit has custody. */
  ours: z.boolean(),
  restricted: z.boolean(),
  /** The running clock that ends first, if any. */
  nextClock: z
    .object({
      rule: z.string(),
      name: z.string(),
      dueRaw: LocalDate,
      urgency: Urgency,
      daysLeft: z.number().int(),
    })
    .nullable(),
  /** False until the bureau has it. */
  synced: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** A step the law allows now (or not, with the reason): the same function refuses the call. */
export const StepView = z.object({
  step: z.string(),
  open: z.boolean(),
  /** Refusal code and article when closed. */
  reason: z.string().optional(),
  article: z.string().optional(),
  /** The one that is most likely next, shown as the main button. */
  next: z.boolean(),
  /** Wanted seldom: behind the menu of the step bar. */
  aside: z.boolean(),
});
export type StepView = z.infer<typeof StepView>;
