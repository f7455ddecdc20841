import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../loopback/browser.ts';
import { createPrinter } from '../../loopback/printing.ts';
import { clerk, id } from './madeUp.ts';
import { openWorkplace } from './workplace.ts';

const first = (done: { papers: { paperId: string }[] }) => done.papers[0]?.paperId ?? '';
const opinion = {
  ...{ factsFound: '现场勘查属实。', superiorOrgan: '兴宁市人民政府', signer: '陈志强' },
  claims: [{ request: '修复路面', outcome: 'SUPPORT', opinion: '六月底前修复。', basis: '《办法》第六条' }],
};

describe('printing', () => {
  it('that is not to be had is said, and the paper stays to be made later', async () => {
    const bare = openWorkplace({ printPdf: () => Promise.reject(new Error('no browser')) });
    try {
      const caseId = await bare.register();
      const paper = { subject: 'case', id: caseId, paperId: 'receiptSlip' };
      expect(await bare.refused(clerk, 'papers', 'pdf', paper)).toEqual({ code: 'printing-unavailable' });
    } finally {
      await bare.close();
    }
  });

  const browser = findBrowser();
  it.skipIf(!browser)(
    `makes real PDF files of register, notice and opinion${browser ? '' : ' (skipped: no Chromium here)'}`,
    async () => {
      const printer = createPrinter(browser);
      const real = openWorkplace({ training: true, printPdf: printer.printPdf });
      const folder = mkdtempSync(join(tmpdir(), 'papers-'));
      try {
        const caseId = await real.register();
        const input = {
          commandId: id(),
          caseId,
          acceptedOn: '2026-03-02',
          legalRoute: 6,
          department: '办公室',
        };
        const notice = first(await real.must(clerk, 'handling', 'accept', input));
        const issue = { commandId: id(), caseId, issuedOn: '2026-03-02', ...opinion };
        const decided = first(await real.must(clerk, 'handling', 'issueOpinion', issue));
        const texts: string[] = [];
        for (const paperId of ['visitRegister', notice, decided]) {
          const made = await real.must(clerk, 'papers', 'pdf', { subject: 'case', id: caseId, paperId });
          const file = join(folder, `${texts.length}.pdf`);
          writeFileSync(file, Buffer.from(made.pdf, 'base64'));
          texts.push(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, ''));
        }
        expect(texts[0]).toContain('来访登记表');
        expect(texts[1]).toContain('新陂信受〔2026〕1号');
        expect(texts[2]).toContain('如不服本处理意见');
        for (const text of texts) expect(text).toContain('培训演示');
      } finally {
        await real.close();
        await printer.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
