import { z } from 'zod';

const name = (length: number) => z.string().trim().min(1).max(length);

/** What every paper of one organ carries, whatever its kind. `number` is the whole printed number, allocated with the final print. */
export const PaperFrame = z.object({
  /** The organ in full, as its seal reads; on a mediation agreement the committee. */
  organName: name(100),
  /** 机关代字, needed to show the number's place while a draft has none. */
  organCode: name(12),
  number: z.string().trim().min(1).max(60).optional(),
  /** 成文日期, a Beijing civil date. */
  date: z.iso.date(),
  contact: z.object({ person: z.string().trim().max(50), phone: z.string().trim().max(40) }),
  /** Prints 草稿 across every page; a draft needs no number. */
  draft: z.boolean().optional(),
  /** Prints 培训演示 across every page. */
  training: z.boolean().optional(),
  /** A printed due date lies in a year whose holidays are not published yet (DOMAIN 2.2 no. 8). */
  provisional: z.boolean().optional(),
});
export type PaperFrame = z.infer<typeof PaperFrame>;

/** 文种字: one sequence per organ, kind and year (DOMAIN 6.2). */
export type NumberKind =
  | '信受'
  | '信不受'
  | '信不再'
  | '信途'
  | '信告'
  | '信转'
  | '信延'
  | '信异'
  | '信意'
  | '信报'
  | '人调';

/** Which figure of its series: the how-manieth, and the desk's letter where it is not the unit's first desk. */
export interface PaperSequence {
  sequence: number;
  letter?: string;
}

/**
 * The printed number: `新陂信受〔2026〕12号`, no leading zero, no 第; mediation has the shape of its volume cover,
 * `（2026）新陂人调字第12号`. Desks of one unit number apart: all but desk A put their letter before the figure, `B3号`.
 * Without a sequence the place of the figure stays blank.
 */
export function paperNumber(
  organCode: string,
  kind: NumberKind,
  year: number,
  taken?: PaperSequence,
): string {
  const block = taken?.letter === undefined || taken.letter === 'A' ? '' : taken.letter;
  const figure = taken === undefined ? '　' : `${block}${taken.sequence}`;
  if (kind === '人调') return `（${year}）${organCode}人调字第${figure}号`;
  return `${organCode}${kind}〔${year}〕${figure}号`;
}

/** The number on the paper: the allocated one, else the draft's with a blank. */
export function shownNumber(frame: PaperFrame, kind: NumberKind): string {
  return frame.number ?? paperNumber(frame.organCode, kind, Number(frame.date.slice(0, 4)));
}
