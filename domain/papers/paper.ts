import { z } from 'zod';
import { acceptanceNotice } from './acceptanceNotice.ts';
import { deliveryReceipt } from './deliveryReceipt.ts';
import { extensionNotice } from './extensionNotice.ts';
import { PaperFrame } from './frame.ts';
import { handlingOpinion } from './handlingOpinion.ts';
import { mediationAgreement } from './mediationAgreement.ts';
import { objectionLetter } from './objectionLetter.ts';
import { receiptSlip } from './receiptSlip.ts';
import { recoveryCode } from './recoveryCode.ts';
import { noMoreNotice, rejectionNotice } from './refusalNotice.ts';
import { reportLetter } from './reportLetter.ts';
import { routeNotice } from './routeNotice.ts';
import type { PaperSpec } from './spec.ts';
import { transferLetter } from './transferLetter.ts';
import { visitRegister } from './visitRegister.ts';
import { whereaboutsNotice } from './whereaboutsNotice.ts';

export const PaperKind = z.enum([
  'visitRegister',
  'receiptSlip',
  'acceptanceNotice',
  'transferLetter',
  'routeNotice',
  'rejectionNotice',
  'noMoreNotice',
  'whereaboutsNotice',
  'extensionNotice',
  'objectionLetter',
  'handlingOpinion',
  'deliveryReceipt',
  'reportLetter',
  'mediationAgreement',
  'recoveryCode',
]);
export type PaperKind = z.infer<typeof PaperKind>;

/** A paper whose data type is not known here: everything but a typed render. */
export type AnyPaper = Omit<PaperSpec<z.ZodType>, 'render'> & {
  render(data: never, frame: PaperFrame): string;
};

/** Every kind of paper the desk prints. */
export const PAPERS = {
  visitRegister,
  receiptSlip,
  acceptanceNotice,
  transferLetter,
  routeNotice,
  rejectionNotice,
  noMoreNotice,
  whereaboutsNotice,
  extensionNotice,
  objectionLetter,
  handlingOpinion,
  deliveryReceipt,
  reportLetter,
  mediationAgreement,
  recoveryCode,
} satisfies Record<PaperKind, AnyPaper>;

/** What goes into a paper of this kind. */
export type PaperData<Kind extends PaperKind> = z.input<(typeof PAPERS)[Kind]['data']>;

export type PaperRefusal = { code: 'paper-incomplete'; field: string };
export type RenderedPaper = { ok: true; value: string } | { ok: false; refusal: PaperRefusal };

function incomplete(field: string): RenderedPaper {
  return { ok: false, refusal: { code: 'paper-incomplete', field } };
}

const firstField = (error: z.ZodError) => error.issues[0]?.path.join('.') ?? '';

/**
 * The paper as one complete HTML page that loads and runs nothing. Refused with the first missing or impossible field
 * (`frame.…` or `data.…`); a final paper of a numbered kind is refused without its number (DOMAIN 6.4).
 */
export function renderPaper<Kind extends PaperKind>(
  kind: Kind,
  data: PaperData<Kind>,
  frame: z.input<typeof PaperFrame>,
): RenderedPaper {
  const paper: AnyPaper = PAPERS[kind];
  const framed = PaperFrame.safeParse(frame);
  if (!framed.success) return incomplete(`frame.${firstField(framed.error)}`);
  const filled = paper.data.safeParse(data);
  if (!filled.success) return incomplete(`data.${firstField(filled.error)}`);
  if (paper.numberKind && !framed.data.draft && !framed.data.number) return incomplete('frame.number');
  return { ok: true, value: paper.render(filled.data as never, framed.data) };
}
