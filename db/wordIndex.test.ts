/** The words of `domain/bigrams.ts` in a real FTS5 index: what stands in a text is found, and what does not is not. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ftsQuery, ftsText } from '../domain/bigrams.ts';

let sqlite: Database.Database;
beforeAll(() => {
  sqlite = new Database(':memory:');
  sqlite.exec(
    "create virtual table words using fts5(terms, content='', contentless_delete=1, tokenize='unicode61')",
  );
});
afterAll(() => {
  sqlite.close();
});

/** Whether the term is found in the text; a term without anything to search finds nothing. */
function finds(text: string, term: string): boolean {
  sqlite.exec('delete from words');
  sqlite.prepare('insert into words(rowid, terms) values (1, ?)').run(ftsText(text));
  const query = ftsQuery(term);
  return query !== '' && sqlite.prepare('select 1 from words where words match ?').get(query) !== undefined;
}

// Common, rare and four-byte characters, with some twice so that runs repeat themselves.
const HAN = [...'村道路面破损影响出行人民政府的的一一〇々𬭎𠮷㐂仇单', '𪚥'];
const hanText = fc
  .array(fc.constantFrom(...HAN, ...HAN, '，', ' '), { minLength: 1, maxLength: 30 })
  .map((c) => c.join(''));
const anything = fc.string({ unit: 'binary', maxLength: 30 });

describe('a Han text', () => {
  it('is found by every piece of every run in it, of one character and more', () => {
    fc.assert(
      fc.property(hanText, fc.nat(), fc.nat(), (text, a, b) => {
        const runs = text.match(/\p{Script=Han}+/gu) ?? [];
        const run = [...(runs[a % Math.max(1, runs.length)] ?? '')];
        if (run.length === 0) return;
        const from = a % run.length;
        const piece = run.slice(from, from + 1 + (b % (run.length - from))).join('');
        expect(finds(text, piece), piece).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found by a run of characters only where it stands so', () => {
    fc.assert(
      fc.property(
        hanText,
        fc.array(fc.constantFrom(...HAN), { minLength: 1, maxLength: 4 }),
        (text, piece) => {
          expect(finds(text, piece.join(''))).toBe(
            text.normalize('NFKC').includes(piece.join('').normalize('NFKC')),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('terms as people type them', () => {
  it.each([
    ['反映S225线路面破损', 's225', true],
    ['反映S225线路面破损', 'Ｓ２２５', true],
    ['反映S225线路面破损', 'S22', true],
    ['反映S225线路面破损', '225', false],
    ['反映S225线路面破损', 'S225线', true],
    ['反映S225线路面破损', '路面损', false],
    ['张德福，李秀兰', '福李', false],
    ['“村道”破损', '"村道"', true],
    ['村道', '村道 OR 水渠', false],
    ['村道', '水* 村道', false],
    ['村道', 'NOT', false],
    ['陈𬭎反映', '𬭎', true],
    ['陈𬭎反映', '陈𬭎', true],
    ['二〇二六年', '〇二', true],
    ['Müller来访', 'muller', true],
    ['村道', '，。！', false],
    ['村道', '', false],
    ['村道', '-', false],
  ])('in %j, %j: %j', (text, term, expected) => {
    expect(finds(text, term)).toBe(expected);
  });
});

it('nothing typed breaks the query, and nothing written breaks the index', () => {
  fc.assert(
    fc.property(anything, anything, (text, term) => {
      expect(() => finds(text, term)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
