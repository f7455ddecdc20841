import { z } from 'zod';
import { type Html, html } from './html.ts';
import { caseNumberText, day } from './words.ts';

/** A required text of at most `length` UTF-16 units. */
export const text = (length: number) => z.string().trim().min(1).max(length);

/** The petition as every paper names it. `channel` is its Chinese name (来访, 来信 …), `matter` the one sentence of the register. */
export const petitionFields = {
  raisedOn: z.iso.date(),
  channel: text(20),
  matter: text(200),
  caseNumber: text(60),
};

/** To whom a notice speaks: the name as it is written on it, and how the text says "you". */
export const addresseeFields = {
  addressee: text(100),
  you: z.enum(['你', '你们', '你单位']),
};

/** Where an item came from when it was not raised with this organ (Art.23 ¶3). */
export const Origin = z.object({ organ: text(100), manner: z.enum(['转送', '交办']), on: z.iso.date() });
export type Origin = z.infer<typeof Origin>;

interface Petition {
  raisedOn: string;
  channel: string;
  matter: string;
  caseNumber: string;
}

/** `你于2026年3月2日以来访形式反映“……”的信访事项（编号：……）`, without an end mark; `who` is the person or the pronoun. */
export function petitionPhrase(who: string | Html, petition: Petition): Html {
  return html`${who}于${day(petition.raisedOn)}以${petition.channel}形式反映“${matterText(petition.matter)}”的信访事项（编号：${caseNumberText(petition.caseNumber)}）`;
}

/** The matter without its end mark, to stand in quotation marks. */
export function matterText(matter: string): string {
  return matter.trim().replace(/[。．.；;，,！!]+$/, '');
}

/** The matter for a title: at most 40 characters, ending in 问题. */
export function matterForTitle(matter: string): string {
  const plain = matterText(matter)
    .replace(/\s+/g, ' ')
    .replace(/的?问题$/, '');
  const characters = [...plain];
  return `${characters.length > 40 ? `${characters.slice(0, 40).join('')}……` : plain}问题`;
}

const ORGAN_PRONOUNS: readonly (readonly [RegExp, string])[] = [
  [/局$/, '你局'],
  [/委(员会)?$/, '你委'],
  [/厅$/, '你厅'],
  [/法院$|检察院$/, '你院'],
  [/街道办事处$/, '你街道'],
  [/镇人民政府$/, '你镇'],
  [/乡人民政府$/, '你乡'],
  [/办(公室)?$/, '你办'],
];

/** How a letter says "you" to an organ: 你局, 你委, 你院 …, else 你单位. */
export function organPronoun(organ: string): string {
  return ORGAN_PRONOUNS.find(([ending]) => ending.test(organ.trim()))?.[1] ?? '你单位';
}
