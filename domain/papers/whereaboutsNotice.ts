import { z } from 'zod';
import { type Html, html } from './html.ts';
import { letterPage } from './layout.ts';
import { addresseeFields, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, sentence } from './words.ts';

const WhereaboutsNoticeData = z.object({
  ...addresseeFields,
  ...petitionFields,
  /** 转送 and 交办: it was sent there. 引导: the petitioner is told to go there (Art.23 ¶1, last case). */
  manner: z.enum(['转送', '交办', '引导']),
  toUnit: text(100),
  toPhone: text(40).optional(),
  on: z.iso.date(),
  /** Why that unit. */
  basis: text(1000).optional(),
});

function whereabouts(data: z.infer<typeof WhereaboutsNoticeData>): Html {
  if (data.manner === '引导') {
    return html`<p>该事项不属于本机关职权范围。依照《信访工作条例》第二十三条第一款的规定，请${data.you}向有权处理的${data.toUnit}提出。</p>`;
  }
  return html`<p>该事项属于${data.toUnit}职权范围，依照《信访工作条例》第二十三条第一款的规定，本机关已于${day(data.on)}将该事项${data.manner}${data.toUnit}处理。该单位将按规定告知${data.you}接收情况以及处理途径和程序。</p>`;
}

/** F05: where the item went, told to the petitioner with the receiving unit's telephone (Art.23 ¶1). */
export const whereaboutsNotice = definePaper({
  title: '信访事项转送告知单',
  code: 'F05',
  format: 'letter',
  numberKind: '信告',
  article: '《信访工作条例》第二十三条',
  copies: 2,
  seal: true,
  data: WhereaboutsNoticeData,
  render: (data, frame) =>
    letterPage(frame, {
      title: data.manner === '引导' ? '信访事项告知单' : `信访事项${data.manner}告知单`,
      numberKind: '信告',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}，本机关已予登记。</p>`,
        whereabouts(data),
        ...(data.basis ? [html`<p>依据：${sentence(data.basis)}</p>`] : []),
        html`<p>${data.toUnit}联系电话：${data.toPhone ?? '请向本机关查询'}。特此告知。</p>`,
      ],
      signedFor: true,
    }),
});
