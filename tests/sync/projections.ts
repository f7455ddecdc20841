import type { Db } from '../../db/open.ts';
import { rebuild } from '../../sync/log.ts';

/** Every projection as plain rows in an order of their own; row numbers are replaced by the cases they stand for. */
export function projectionsOf({ sqlite }: Db): Record<string, unknown[]> {
  const all = (sql: string): unknown[] => sqlite.prepare(sql).all();
  const caseOf = new Map(
    (all('select row_id, case_id from petition_case') as { row_id: number; case_id: string }[]).map((row) => [
      row.row_id,
      row.case_id,
    ]),
  );
  sqlite.exec(
    `create virtual table if not exists temp.case_words using fts5vocab(main, case_text, instance)`,
  );
  const words = all('select term, doc, "offset" from temp.case_words') as {
    term: string;
    doc: number;
    offset: number;
  }[];
  const people = all('select * from petitioner_key') as { case_row: number }[];
  return {
    cases: (all('select * from petition_case order by case_id') as { row_id: number }[]).map(
      ({ row_id: _row, ...rest }) => rest,
    ),
    people: people.map((row) => JSON.stringify({ ...row, case_row: caseOf.get(row.case_row) })).sort(),
    words: words.map(({ term, doc, offset }) => `${caseOf.get(doc)} ${offset} ${term}`).sort(),
    assignments: all('select * from assignment order by assignment_id'),
    mediations: all('select * from mediation order by mediation_id'),
    streams: all('select * from known_stream order by stream'),
  };
}

/** The projections as they are, and as a fold of all events from the beginning makes them (IV7). */
export function liveAndRebuilt(db: Db): { live: unknown; rebuilt: unknown } {
  const live = projectionsOf(db);
  rebuild(db);
  return { live, rebuilt: projectionsOf(db) };
}
