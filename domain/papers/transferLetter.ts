import { z } from 'zod';
import { attachmentList } from './attachmentList.ts';
import { html } from './html.ts';
import { letterPage } from './layout.ts';
import { organPronoun, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { nameText, sentence } from './words.ts';

const TransferLetterData = z.object({
  ...petitionFields,
  toUnit: text(100),
  /** Name of the petitioner, with 等N人 for several. */
  petitioner: text(100),
  petitionerPhone: text(40).optional(),
  petitionerAddress: text(200).optional(),
  category: text(60).optional(),
  /** Main request in short. */
  request: text(4000).optional(),
  /** Why that unit: its competence and the rule it rests on. */
  basis: text(1000),
  /** Accusations and litigation matters are told to the petitioner by the rules of those organs (Art.23 ¶4, Art.30). */
  competence: z.enum(['general', 'discipline', 'political-legal']),
  attachments: z.array(text(100)).max(20),
});
type TransferLetterData = z.infer<typeof TransferLetterData>;

const DEMAND: Record<TransferLetterData['competence'], (you: string) => string> = {
  general: (you) =>
    `请依照《信访工作条例》第二十三条的规定办理，自收到之日起15日内书面告知信访人接收情况以及处理途径和程序。不属于${you}职权范围的，请自收到之日起5个工作日内书面提出异议，并详细说明理由。`,
  discipline: () =>
    '请按照管理权限依规依纪依法处理，并按照有关规定告知信访人。检举控告人的信息和有关情况、材料不得泄露或者转给被检举控告的人员或者单位（《信访工作条例》第三十条第三款）。',
  'political-legal': () => '请依法处理，并按照有关规定告知信访人（《信访工作条例》第二十二条、第二十三条）。',
};

function petitionerLine(data: TransferLetterData) {
  const facts = [
    data.category && html`内容分类：${data.category}`,
    data.petitionerPhone && html`信访人电话：${data.petitionerPhone}`,
    data.petitionerAddress && html`住址：${data.petitionerAddress}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return facts.length > 0
    ? [html`<p>${facts.map((fact, i) => (i === 0 ? fact : html`；${fact}`))}。</p>`]
    : [];
}

/** F09: an item goes to the organ competent for it (Arts.22, 23), with the petitioner's data needed to answer him. */
export const transferLetter = definePaper({
  title: '信访事项转送函',
  code: 'F09',
  format: 'letter',
  numberKind: '信转',
  article: '《信访工作条例》第二十二条、第二十三条',
  copies: 2,
  seal: true,
  data: TransferLetterData,
  render: (data, frame) => {
    const you = organPronoun(data.toUnit);
    return letterPage(frame, {
      title: '信访事项转送函',
      numberKind: '信转',
      addressee: data.toUnit,
      body: [
        html`<p>现将${petitionPhrase(nameText(data.petitioner), data)}转送${you}。转送依据：${sentence(data.basis)}</p>`,
        ...petitionerLine(data),
        ...(data.request ? [html`<p>主要诉求：${sentence(data.request)}</p>`] : []),
        html`<p>${DEMAND[data.competence](you)}</p>`,
        ...attachmentList(data.attachments),
      ],
    });
  },
});
