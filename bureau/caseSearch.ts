import { and, or, type SQL, sql } from 'drizzle-orm';
import { wordOf } from '../domain/bigrams.ts';
import { petitionCase } from './schema.ts';

/** A run of letters or digits in a term, or a run of Han characters. */
const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** One box: every term must be found, in the number, the title, the names or what was told. Undefined = no term. */
export function searchFilter(text: string, seesRestricted: boolean): SQL | undefined {
  const terms = text.normalize('NFKC').trim().split(/\s+/).filter(Boolean);
  return and(...terms.map((term) => termFilter(term, seesRestricted)));
}

function termFilter(term: string, seesRestricted: boolean): SQL | undefined {
  const runs = term.toLowerCase().match(RUN) ?? [];
  return or(
    runs.length > 0 ? and(...runs.map(runFilter)) : undefined,
    numberFilter(term),
    seesRestricted ? restrictedFilter(term) : undefined,
    // Nothing in the term can be searched, so nothing is found.
    runs.length === 0 ? sql`false` : undefined,
  );
}

/** Han characters by their pairs; one by itself, and a word in letters or digits, by what begins with it. */
function runFilter(run: string): SQL {
  const characters = [...run];
  const pairs = characters.slice(1).map((character, i) => `'${characters[i]}${character}'`);
  const query = HAN.test(run) && pairs.length > 0 ? pairs.join(' & ') : `'${wordOf(run)}':*`;
  return sql`${petitionCase.words} @@ ${query}::tsquery`;
}

/** Numbers are read aloud in part: the date, the sequence, the whole. */
const numberFilter = (term: string): SQL | undefined =>
  /^(?=.*\d)[0-9A-Za-z-]+$/.test(term)
    ? sql`strpos(${petitionCase.number}, ${term.toUpperCase()}) > 0`
    : undefined;

/** Accusations stand in no index; they are few enough to be read through. */
function restrictedFilter(term: string): SQL {
  const told = sql`lower(concat_ws(' ', ${petitionCase.title}, ${petitionCase.state}->'registration'->>'facts',
    ${petitionCase.state}->'registration'->>'request', ${petitionCase.state}->'registration'->>'accusedUnit',
    (select string_agg(person->>'name', ' ') from jsonb_array_elements(${petitionCase.state}->'registration'->'petitioners') person)))`;
  return sql`(${petitionCase.restricted} and strpos(${told}, ${term.toLowerCase()}) > 0)`;
}
