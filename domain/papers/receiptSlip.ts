import { z } from 'zod';
import { type Html, html, type Printable } from './html.ts';
import { formPage } from './layout.ts';
import { text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { chineseDate, nameText } from './words.ts';

const ReceiptSlipData = z.object({
  caseNumber: text(60),
  petitioner: text(100),
  channel: text(20),
  receivedOn: z.iso.date(),
  receivedAt: z
    .string()
    .regex(/^\d{1,2}:\d{2}$/)
    .optional(),
  matter: text(200),
  receiver: text(50),
  /** Where and when to ask, as the office puts it: room, days, hours. */
  place: text(100).optional(),
  queryCode: text(40).optional(),
  /** Last day of the written notice; absent when it was handed over at once or is not owed. */
  noticeBy: z.iso.date().optional(),
});
type ReceiptSlipData = z.infer<typeof ReceiptSlipData>;

// One sheet cut in two: the upper half stays at the desk, the lower goes with the petitioner.
const STYLE = `@page{margin:14mm 26mm 12mm 28mm;@bottom-center{content:none}}
.half{height:128mm;overflow:hidden;position:relative}
.cut{border-top:.3mm dashed #000;margin:5mm 0 9mm;position:relative;height:0}
.cut span{position:absolute;left:0;right:0;top:-2.6mm;text-align:center;font-size:9pt;line-height:5.2mm}
.cut i{font-style:normal;background:#fff;padding:0 3mm}
h1{display:none}.head1{font-family:inherit;font-size:18pt;line-height:10mm;text-align:center;text-indent:0;letter-spacing:.15em}
.half td,.half th{height:8mm}.half .no{font-size:15pt;letter-spacing:.02em;white-space:nowrap}
.half .note{margin-top:2.5mm}`;

const row = (name: string, value: Printable): Html =>
  html`<tr><th>${name}</th><td colspan="3">${value}</td></tr>`;
const pair = (a: string, b: Printable, c: string, d: Printable): Html =>
  html`<tr><th>${a}</th><td>${b}</td><th>${c}</th><td>${d}</td></tr>`;

function facts(data: ReceiptSlipData): Html {
  const time = html`${chineseDate(data.receivedOn)}${data.receivedAt && html` ${data.receivedAt}`}`;
  return html`<colgroup><col style="width:26mm"><col style="width:56mm"><col style="width:26mm"><col style="width:47.5mm"></colgroup>
<tr><th>登记编号</th><td colspan="3" class="no">${data.caseNumber}</td></tr>
${pair('信访人', nameText(data.petitioner), '信访形式', data.channel)}${pair('登记时间', time, '登记人', nameText(data.receiver))}${row('事由', data.matter)}`;
}

function enquiry(data: ReceiptSlipData, person: string, phone: string): Html {
  const where = [data.place, person && `联系人${person}`, phone && `电话${phone}`].filter(Boolean).join('，');
  return html`<p class="note">一、请妥善保管本回执。询问办理情况时，请说明登记编号${data.queryCode && html`和查询码 <b>${data.queryCode}</b>`}。</p>
<p class="note">二、询问方式：${where || '请到本机关人民来访接待室'}。</p>
<p class="note">三、${data.noticeBy ? html`本机关将于${chineseDate(data.noticeBy)}前（含当日）书面告知接收情况以及处理途径和程序。` : '接收情况以及处理途径和程序见本机关出具的告知书。'}办理信访事项不收取任何费用。</p>`;
}

/** The slip a petitioner takes home: the number, when it was received, and how to ask; the upper half stays at the desk. */
export const receiptSlip = definePaper({
  title: '信访事项登记回执',
  code: null,
  format: 'form',
  article: '《信访工作条例》第二十三条',
  copies: 1,
  seal: false,
  data: ReceiptSlipData,
  render: (data, frame) =>
    formPage(
      frame,
      '信访事项登记回执',
      html`<div class="half"><p class="head1">信访事项登记回执（存根）</p><div class="above"><span>${frame.organName}</span><span>${chineseDate(frame.date)}</span></div>
<table>${facts(data)}${row('领取人签名', html`<span class="right">　</span>`)}</table></div>
<div class="cut"><span><i>裁　剪　线</i></span></div>
<div class="half"><p class="head1">信访事项登记回执</p><div class="above"><span>${frame.organName}</span><span>${chineseDate(frame.date)}</span></div>
<table>${facts(data)}</table>${enquiry(data, frame.contact.person, frame.contact.phone)}</div>`,
      STYLE,
    ),
});
