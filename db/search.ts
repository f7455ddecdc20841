import { sql } from 'drizzle-orm';
import { pinyin } from 'pinyin-pro';
import { ftsText } from '../domain/bigrams.ts';
import type { PetitionState } from '../domain/petition.ts';
import { compiled, compiledInsert } from './compiled.ts';
import type { Orm } from './open.ts';
import { petitionerKey } from './schema.ts';

/** Pinyin initials of a name, surnames read as surnames (仇 qiu, 单 shan). */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' }).join('').toLowerCase();

/** Digits and letters only, reversed, so that "ends with" becomes "starts with". */
export const reversedTail = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, ''),
  ]
    .reverse()
    .join('');

const insertWords = compiled((orm) =>
  orm.$client.prepare('insert into case_text(rowid, words) values (?, ?)'),
);
const insertKey = compiledInsert(petitionerKey);

/** Puts a case into the word index and the person keys. Accusation material is never indexed (DOMAIN 10.2). */
export function indexCase(orm: Orm, rowId: number, state: PetitionState, again: boolean): void {
  if (state.restricted) return;
  const { registration } = state;
  const names = registration.petitioners.map((p) => p.name).join(' ');
  const words = [
    state.number,
    registration.title,
    registration.facts,
    registration.request,
    names,
    registration.place.name,
    registration.accusedUnit ?? '',
  ];
  if (again) {
    orm.run(sql`delete from case_text where rowid = ${rowId}`);
    orm.delete(petitionerKey).where(sql`${petitionerKey.caseRow} = ${rowId}`).run();
  }
  insertWords(orm).run(rowId, words.map(ftsText).join(' '));
  registration.petitioners.forEach((p, ord) => {
    insertKey(orm, {
      caseRow: rowId,
      ord,
      name: p.name,
      initials: initialsOf(p.name),
      phoneReversed: reversedTail(p.phone ?? ''),
      idReversed: reversedTail(p.idNumber ?? ''),
    });
  });
}
