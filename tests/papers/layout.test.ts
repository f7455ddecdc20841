/** Every paper as the desk prints it, in a real Chromium, measured by poppler against GB/T 9704. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaperFrame } from '../../domain/papers/frame.ts';
import { PAPERS, type PaperData, PaperKind, renderPaper } from '../../domain/papers/paper.ts';
import { findBrowser } from '../../loopback/browser.ts';
import { createPrinter, type Printer } from '../../loopback/printing.ts';
import { linesOn } from './lines.ts';
import { type MeasuredPage, measure, textOf } from './measure.ts';
import { frameFor, samples } from './samples.ts';

const browser = findBrowser();
const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const missing = browser
  ? hasPoppler
    ? ''
    : ' (skipped: poppler is not installed)'
  : ' (skipped: no Chromium found)';

/** Text that is long enough for several pages and has nothing in it that a line may not begin with. */
const HAN = '村道路面破损影响出行请求修复'.repeat(140);
const HOSTILE = '<script>alert(1)</script>]]>\u202e反写\u2066&amp;𠮷𬭎';
const FREE_TEXT =
  /^(matter|request|facts|reasons?|basis|opinion|report|terms|performance|statedFacts|factsFound|note|proposal)$/;

/** The data with every free text replaced. */
function withText<T>(value: T, text: string, key = ''): T {
  if (typeof value === 'string') return (FREE_TEXT.test(key) ? text : value) as T;
  if (Array.isArray(value)) return value.map((one) => withText(one, text, key)) as T;
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withText(one, text, name)]),
  ) as T;
}

describe.skipIf(missing !== '')(`papers on paper${missing}`, () => {
  let printer: Printer;
  beforeAll(() => {
    printer = createPrinter(browser);
  });
  afterAll(() => printer.close());

  async function printed<K extends PaperKind>(
    kind: K,
    data: PaperData<K> = samples[kind],
    changes: Partial<PaperFrame> = {},
  ): Promise<MeasuredPage[]> {
    const made = renderPaper(kind, data, { ...frameFor(kind), ...changes });
    if (!made.ok) throw new Error(`${kind} lacks ${made.refusal.field}`);
    return measure(await printer.printPdf(made.value));
  }

  const LONG: readonly string[] = ['handlingOpinion', 'reportLetter', 'mediationAgreement'];

  it.each(PaperKind.options)(
    '%s is on A4, within the column of 156 mm, with its title and number',
    async (kind) => {
      const pages = await printed(kind);
      for (const { width, height, words } of pages) {
        expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
        expect(Math.min(...words.map((word) => word.left))).toBeGreaterThan(27.5);
        expect(Math.max(...words.map((word) => word.right))).toBeLessThan(184.6);
      }
      const text = textOf(pages);
      if (PAPERS[kind].numberKind) expect(text).toContain(frameFor(kind).number);
      expect(text).not.toMatch(/undefined|null|\[object/);
      // With usual content all but opinion, report and agreement keep to one page.
      expect(pages.length).toBeLessThanOrEqual(LONG.includes(kind) ? 3 : 1);
    },
  );

  it('a document has 22 lines a page of 28 characters, 225 by 156 mm, with its number outside', async () => {
    const pages = await printed('handlingOpinion', { ...samples.handlingOpinion, factsFound: HAN });
    const lines = linesOn(pages[2] as MeasuredPage);
    expect([lines.length, lines.at(-1)?.text]).toEqual([23, '—3—']);
    const body = lines.slice(0, 22);
    expect(new Set(body.map((line) => [...line.text].length))).toEqual(new Set([28]));
    const [first, last] = [body[0], body[21]];
    expect((first?.right ?? 0) - (first?.left ?? 0)).toBeCloseTo(156, 0);
    expect((last?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo((225 / 22) * 21, 0);
    // Odd pages are numbered at the right, even ones at the left.
    const numbers = pages.slice(0, 4).map((page) => Math.round(linesOn(page).at(-1)?.left ?? 0));
    expect(numbers.map((left) => (left > 105 ? 'right' : 'left'))).toEqual([
      'right',
      'left',
      'right',
      'left',
    ]);
  });

  it('a letter has the same measure; its first page has no number, the next have', async () => {
    const answer = { type: 'received' as const, route: HAN.slice(0, 990) };
    const pages = await printed('acceptanceNotice', { ...samples.acceptanceNotice, answer });
    const full = linesOn(pages[1] as MeasuredPage);
    expect(full.slice(1, 21).every((line) => [...line.text].length === 28)).toBe(true);
    expect(full.at(-1)?.text).toBe('—2—');
    expect(linesOn(pages[0] as MeasuredPage).at(-1)?.text).toContain('签收人');
  });

  it.each(PaperKind.options)('%s: hostile text is printed as text and breaks nothing', async (kind) => {
    const pages = await printed(kind, withText(samples[kind], HOSTILE));
    const text = textOf(pages);
    const carries = JSON.stringify(withText(samples[kind], HOSTILE)).includes('alert(1)');
    for (const piece of ['<script>alert(1)</script>', '[U+202E]反写[U+2066]'])
      expect(text.includes(piece)).toBe(carries);
    for (const { words } of pages) expect(Math.max(...words.map((word) => word.right))).toBeLessThan(184.6);
  });

  it.each([0, 60, 120, 180, 240, 300])(
    'nobody signs an agreement on a page without its text (%i characters more)',
    async (more) => {
      const terms = `${samples.mediationAgreement.terms}${HAN.slice(0, more)}`;
      const pages = await printed('mediationAgreement', { ...samples.mediationAgreement, terms });
      const signed = pages.map((page) => textOf([page])).filter((text) => text.includes('（签名'));
      expect(signed.length).toBe(1);
      expect(signed[0]).toContain('就本协议的履行');
    },
  );

  it('very long names stay in the column', async () => {
    const name = '阿卜杜拉·买买提'.repeat(6).slice(0, 48);
    const pages = await printed(
      'acceptanceNotice',
      { ...samples.acceptanceNotice, addressee: name },
      { organName: '兴宁市'.repeat(16) },
    );
    for (const { words } of pages) expect(Math.max(...words.map((word) => word.right))).toBeLessThan(190.1);
  });

  it.each(PaperKind.options)(
    '%s: a draft says 草稿, the training desk 培训演示, a final paper neither',
    async (kind) => {
      const marksOf = async (changes: Partial<PaperFrame>) => {
        const large = (await printed(kind, samples[kind], changes)).flatMap((page) =>
          page.words.filter((word) => word.bottom - word.top > 50).flatMap((word) => [...word.text]),
        );
        return [...new Set(large)].sort().join('');
      };
      const sorted = (text: string) => [...text].sort().join('');
      expect(await marksOf({ draft: true })).toBe(sorted('草稿'));
      expect(await marksOf({ training: true })).toBe(sorted('培训演示'));
      expect(await marksOf({})).toBe('');
    },
  );
});
