/**
 * Words for a full-text index that knows no Chinese: a run of Han characters is indexed as its overlapping pairs and its
 * single characters, everything else as it is. Two-character words, the usual ones, are then found at once; the index of
 * SQLite itself needs three.
 */
const HAN_RUN = /\p{Script=Han}+/gu;
const OTHER_RUN = /[\p{L}\p{N}]+/gu;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Each character and each pair of neighbours of a Han run. */
function gramsOf(run: string): string[] {
  const characters = [...run];
  return [...characters, ...characters.slice(1).map((character, i) => `${characters[i]}${character}`)];
}

/** The tokens under which a text is found, separated by blanks. */
export function ftsText(text: string): string {
  const folded = fold(text);
  const others = folded.replace(HAN_RUN, ' ').match(OTHER_RUN) ?? [];
  return [...(folded.match(HAN_RUN) ?? []).flatMap(gramsOf), ...others].join(' ');
}

/**
 * The FTS5 query that finds one term: every pair of it must be there (a single character stands for itself), a word in
 * letters or digits as a prefix. Empty when nothing in the term can be searched. Nothing typed is read as an operator.
 */
export function ftsQuery(term: string): string {
  const folded = fold(term);
  const han = (folded.match(HAN_RUN) ?? []).flatMap((run) => (run.length === 1 ? [run] : pairsOf(run)));
  const others = (folded.replace(HAN_RUN, ' ').match(OTHER_RUN) ?? []).map((word) => `"${word}"*`);
  return [...han.map((gram) => `"${gram}"`), ...others].join(' AND ');
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
