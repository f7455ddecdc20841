import { z } from 'zod';
import { type Html, html, type Printable } from './html.ts';
import { formPage } from './layout.ts';
import { text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { caseNumberText, chineseDate, nameText } from './words.ts';

const METHODS = [
  '当面送达',
  '同住成年亲属代收',
  '委托代收',
  '留置送达',
  '邮寄送达',
  '电子送达',
  '其他',
] as const;

const DeliveryReceiptData = z.object({
  caseNumber: text(60),
  matter: text(200).optional(),
  addressee: text(100),
  documents: z
    .array(z.object({ title: text(60), number: text(60).optional() }))
    .min(1)
    .max(6),
  /** What is known already is printed, the rest is left to be filled in by hand. */
  place: text(200).optional(),
  method: z.enum(METHODS).optional(),
  servedOn: z.iso.date().optional(),
  receivedBy: text(50).optional(),
  relation: text(50).optional(),
  refused: z.boolean().optional(),
  note: text(500).optional(),
  deliverer: text(50).optional(),
});
type DeliveryReceiptData = z.infer<typeof DeliveryReceiptData>;

const STYLE = `th,td{height:9mm}tr.hand td{height:27mm;vertical-align:top}tr.tall td{height:22mm;vertical-align:top}
td.last{position:relative}.below{position:absolute;right:3mm;bottom:2mm}`;

const BLANK_DATE = '　　　　年　　月　　日';

const row = (name: string, value: Printable): Html =>
  html`<tr><th>${name}</th><td colspan="3">${value}</td></tr>`;

function methods(chosen: DeliveryReceiptData['method']): Html[] {
  return METHODS.map((method) => html`<span class="box">${method === chosen ? '■' : '□'} ${method}</span> `);
}

function handRows(data: DeliveryReceiptData): Html {
  const date = data.servedOn ? chineseDate(data.servedOn) : BLANK_DATE;
  const refusal = data.refused ? data.note : undefined;
  return html`<tr class="hand whole-row"><th>收件人<br>签名（盖章<br>或按指印）</th><td class="last" colspan="3">${!data.refused && data.receivedBy && html`收件人：${nameText(data.receivedBy)}`}<span class="below">${data.refused ? BLANK_DATE : date}</span></td></tr>
<tr class="tall whole-row"><th>代收人与<br>受送达人关系<br>及代收理由</th><td colspan="3">${data.relation}</td></tr>
<tr class="hand whole-row"><th>拒收事由<br>见证人签名</th><td class="last" colspan="3">${refusal}<span class="below">${data.refused && data.servedOn ? chineseDate(data.servedOn) : BLANK_DATE}</span></td></tr>
<tr class="hand whole-row"><th>送达人<br>签名</th><td class="last" colspan="3">${data.deliverer && html`送达人：${nameText(data.deliverer)}`}<span class="below">${BLANK_DATE}</span></td></tr>
<tr class="whole-row"><th>备注</th><td colspan="3">${data.refused ? '' : data.note}</td></tr>`;
}

/** F20: proof of service of one or several papers; its date starts the 30 days for 复查 (DOMAIN 6.5, by analogy to 民事诉讼法 87–91). */
export const deliveryReceipt = definePaper({
  title: '送达回证',
  code: 'F20',
  format: 'form',
  article: '《信访工作条例》第二十三条、第三十五条',
  copies: 1,
  seal: false,
  data: DeliveryReceiptData,
  render: (data, frame) =>
    formPage(
      frame,
      '送达回证',
      html`<div class="above"><span>送达机关：${frame.organName}</span></div>
<table><colgroup><col style="width:34mm"><col style="width:52mm"><col style="width:18mm"><col style="width:51.5mm"></colgroup>
${row('受送达人', nameText(data.addressee))}${row('信访事项编号', caseNumberText(data.caseNumber))}${data.matter && row('事由', data.matter)}
${data.documents.map((one) => html`<tr><th>送达文书</th><td>${one.title}</td><th>文号</th><td>${one.number}</td></tr>`)}
${row('送达地点', data.place)}${row('送达方式', methods(data.method))}${handRows(data)}</table>
<p class="note">说明：1.&nbsp;收件人签收的日期为送达日期；邮寄送达的，以回执上注明的收件日期为送达日期。2.&nbsp;由他人代收的，写明代收人与受送达人的关系。3.&nbsp;拒绝签收的，写明拒收事由和日期，由送达人、见证人签名，或者附拍照、录像记录，留置文书。</p>`,
      STYLE,
    ),
});
