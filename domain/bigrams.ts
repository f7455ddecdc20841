/**
 * Words for a full-text index that knows no Chinese: a run of Han characters is indexed as its overlapping pairs and its
 * single characters, everything else as it is. Two-character words, the usual ones, are then found at once; the index of
 * SQLite itself needs three.
 */
const HAN_RUN = /\p{Script=Han}+/gu;
const OTHER_RUN = /[\p{L}\p{N}]+/gu;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The pairs of neighbours of a run; a single character stands for itself. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** The tokens under which a text is found, separated by blanks: of each run all characters, then all pairs in order. */
export function ftsText(text: string): string {
  const folded = fold(text);
  const others = folded.replace(HAN_RUN, ' ').match(OTHER_RUN) ?? [];
  const runs = folded.match(HAN_RUN) ?? [];
  return [...runs.flatMap((run) => [...run, ...pairsOf(run)]), ...others].join(' ');
}

/** Letters of a word that count: longer ones (a pasted key, an address of a page) are found by their beginning. */
const LONGEST = 100;

/** A run of letters or digits as it is indexed and asked for. */
export const wordOf = (run: string): string => [...run].slice(0, LONGEST).join('');

/**
 * The distinct tokens of texts for an index that finds beginnings: the pairs of each Han run and its last character
 * (every other one begins a pair), and words in letters or digits.
 */
export function indexTokens(texts: readonly string[]): string[] {
  const folded = fold(texts.join(' '));
  const others = folded.replace(HAN_RUN, ' ').match(OTHER_RUN) ?? [];
  const runs = folded.match(HAN_RUN) ?? [];
  const han = runs.flatMap((run) => [...pairsOf(run), ...[...run].slice(-1)]);
  return [...new Set([...han, ...others.map(wordOf)])];
}

/**
 * The FTS5 query that finds one term: a Han run as the phrase of its pairs, which is just that run as it stands in the
 * text, a word in letters or digits as a prefix. Empty when nothing in the term can be searched. Nothing typed is read as
 * an operator.
 */
export function ftsQuery(term: string): string {
  const folded = fold(term);
  const runs = (folded.match(HAN_RUN) ?? []).map((run) => `"${pairsOf(run).join(' ')}"`);
  const words = (folded.replace(HAN_RUN, ' ').match(OTHER_RUN) ?? []).map((word) => `"${word}"*`);
  return [...runs, ...words].join(' AND ');
}
