import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { writeAudit } from '../db/auditChain.ts';
import { countPrint } from '../db/desk.ts';
import { ok, refuse } from '../domain/result.ts';
import { instantAt } from './command.ts';
import { cleanFileName } from './fileName.ts';
import { sheetOf } from './paperSheet.ts';
import type { At } from './workplace.ts';

/** A paper in the audit trail. */
const refOf = ({ id, paperId }: { id: string; paperId: string }): string => `${id} ${paperId}`;

/** Papers as PDF: one and the same page is shown, printed and saved. */
export const papers = (at: At): Handlers<DeskContract>['papers'] => ({
  async pdf(paper, caller) {
    const here = at();
    const sheet = sheetOf(here, caller, paper);
    if (!sheet) return refuse('unknown-paper');
    const { title, number, html, rareCharacters } = sheet;
    // It holds numbers in full that the page of the case masks: who reads them is written down first.
    const entry = { at: instantAt(here), person: caller.id, act: 'paper-read', ref: refOf(paper) };
    here.db.write(() => writeAudit(here.db.orm, entry));
    // No browser, or it died: weather, not a bug; the paper is kept and can be made later.
    const bytes = await here.ports.printPdf(html).catch(() => null);
    if (!bytes) return refuse('printing-unavailable');
    const fileName = cleanFileName(`${title} ${number}.pdf`);
    return ok({ title, fileName, pdf: Buffer.from(bytes).toString('base64'), rareCharacters });
  },

  printed(paper, caller) {
    const here = at();
    if (!sheetOf(here, caller, paper)) return refuse('unknown-paper');
    const { orm, write } = here.db;
    const prints = write(() => {
      const ref = refOf(paper);
      writeAudit(orm, { at: instantAt(here), person: caller.id, act: 'paper-printed', ref });
      return countPrint(orm, paper);
    });
    here.changed(['cases']);
    return ok({ prints });
  },
});
