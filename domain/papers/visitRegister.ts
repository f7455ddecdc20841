import { z } from 'zod';
import { type Html, html, type Printable } from './html.ts';
import { formPage } from './layout.ts';
import { text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { caseNumberText, chineseDate, linesOf, listed, nameText } from './words.ts';

const PersonData = z.object({ name: text(50), phone: text(40).optional() });

const VisitRegisterData = z.object({
  caseNumber: text(60),
  /** A visit is signed by the visitor and titled 来访登记表; other channels 信访登记表. */
  visit: z.boolean(),
  channel: text(20),
  receivedOn: z.iso.date(),
  /** `9:15`, Beijing time. */
  receivedAt: z
    .string()
    .regex(/^\d{1,2}:\d{2}$/)
    .optional(),
  place: text(100).optional(),
  petitioner: z.object({
    name: text(100),
    sex: text(10).optional(),
    birthDate: z.iso.date().optional(),
    idType: text(20).optional(),
    idNumber: text(40).optional(),
    phone: text(40).optional(),
    address: text(200).optional(),
    occupation: text(40).optional(),
  }),
  personsPresent: z.number().int().min(1).max(9999),
  representatives: z.array(PersonData).max(5),
  accompanying: z.array(text(50)).max(200),
  /** Whether the same matter was raised before; left out, the box is ticked by hand. */
  repeat: z.boolean().optional(),
  earlierNumber: text(60).optional(),
  externalNumber: text(60).optional(),
  problemPlace: text(120),
  category: text(100),
  purpose: text(20),
  matter: text(200),
  request: z.string().trim().max(4000),
  facts: z.string().trim().max(20_000),
  /** Suggested route. */
  proposal: text(1000).optional(),
  /** Notice given: which, when, how. */
  notice: text(500).optional(),
  remarks: text(500).optional(),
  receiver: text(50),
});
type VisitRegisterData = z.infer<typeof VisitRegisterData>;

const STYLE = `@page{margin:20mm 26mm 20mm 28mm}
h1{line-height:10mm;margin-bottom:2mm}
th,td{height:6.4mm;padding-top:.7mm;padding-bottom:.7mm}
.edge td{height:0;padding:0}
th{padding-left:.5mm;padding-right:.5mm}td{padding-left:1.5mm;padding-right:1.5mm}
tr.request td{height:16mm}tr.facts td{height:36mm}tr.hand td{height:12mm}tr.signed td{height:16mm}
.pen{display:flex;justify-content:space-between;gap:4mm}`;

const fact = (name: string, value: Printable, span = 1): Html =>
  html`<th>${name}</th><td colspan="${span}">${value || '—'}</td>`;
const wide = (name: string, value: Printable): Html => html`<tr>${fact(name, value, 5)}</tr>`;

/** Empty rows that a table repeats on every page: a long record is closed by a line where the page ends. */
const EDGE = html`<tr><td colspan="6"></td></tr>`;

function longText(name: string, value: string, kind: 'request' | 'facts'): Html {
  const lines = linesOf(value).map((line) => html`<p>${line}</p>`);
  // The row's height is its least height; the class is one of two constants.
  return kind === 'facts'
    ? html`<tr class="facts"><th>${name}</th><td class="long" colspan="5">${lines}</td></tr>`
    : html`<tr class="request"><th>${name}</th><td class="long" colspan="5">${lines}</td></tr>`;
}

function arrival(data: VisitRegisterData): Html {
  const time = html`${chineseDate(data.receivedOn)}${data.receivedAt && html` ${data.receivedAt}`}`;
  return html`<tr>${fact('登记编号', caseNumberText(data.caseNumber), 3)}${fact('信访形式', data.channel)}</tr>
<tr>${fact(data.visit ? '来访时间' : '收到时间', time)}${fact(data.visit ? '接待地点' : '登记地点', data.place, 3)}</tr>`;
}

function person(data: VisitRegisterData): Html {
  const { petitioner } = data;
  const several = data.representatives.map(
    (one) => html`${nameText(one.name)}${one.phone && html`（${one.phone}）`}`,
  );
  return html`<tr>${fact('姓名', nameText(petitioner.name))}${fact('性别', petitioner.sex)}${fact('出生日期', petitioner.birthDate && chineseDate(petitioner.birthDate))}</tr>
<tr>${fact('证件类型', petitioner.idType)}${fact('证件号码', petitioner.idNumber, 3)}</tr>
<tr>${fact('职业', petitioner.occupation)}${fact('联系电话', petitioner.phone, 3)}</tr>
${wide('住址', petitioner.address)}
<tr>${fact(data.visit ? '来访人数' : '涉及人数', html`${data.personsPresent}人`)}${fact('代表', several.length > 0 && listed(several), 3)}</tr>
${data.accompanying.length > 0 && wide('随访人', listed(data.accompanying.map(nameText)))}`;
}

function repetition(repeat: boolean | undefined): string {
  if (repeat === undefined) return '□ 初次　□ 重复';
  return repeat ? '重复' : '初次';
}

function classification(data: VisitRegisterData): Html {
  return html`<tr>${fact('初重件', repetition(data.repeat))}${fact('原编号', data.earlierNumber && caseNumberText(data.earlierNumber), 3)}</tr>
<tr>${fact('信访目的', data.purpose)}${fact('问题属地', data.problemPlace, 3)}</tr>
<tr>${fact('内容分类', data.category, 3)}${fact('外部编号', data.externalNumber)}</tr>
${wide('事由', data.matter)}`;
}

function pen(who: string): Html {
  return html`<div class="pen"><span>${who}</span><span>　　　　年　　月　　日</span></div>`;
}

function signatures(data: VisitRegisterData): Html {
  const confirmed =
    data.visit &&
    html`<tr class="signed whole-row"><th>信访人<br>确认</th><td colspan="5"><p class="flush">以上记录已向本人宣读（本人已阅看），与本人所述一致。</p>${pen('签名或按指印：')}</td></tr>`;
  return html`<tr class="hand whole-row"><th>领导批示</th><td colspan="5"></td></tr>${wide('告知情况', data.notice)}${confirmed}
<tr class="whole-row">${fact(data.visit ? '接待人' : '登记人', data.receiver)}${fact('备注', data.remarks, 3)}</tr>`;
}

/** F01: what was written down when the item arrived (Arts.19, 21, 23), read back to and signed by the visitor. */
export const visitRegister = definePaper({
  title: '来访登记表',
  code: 'F01',
  format: 'form',
  article: '《信访工作条例》第十九条、第二十一条、第二十三条',
  copies: 1,
  seal: false,
  data: VisitRegisterData,
  render: (data, frame) =>
    formPage(
      frame,
      data.visit ? '来访登记表' : '信访登记表',
      html`<div class="above"><span>登记单位：${frame.organName}</span><span>登记日期：${chineseDate(frame.date)}</span></div>
<table><colgroup><col style="width:19mm"><col style="width:45mm"><col style="width:19mm"><col style="width:19.5mm"><col style="width:19mm"><col style="width:34mm"></colgroup>
<thead class="edge">${EDGE}</thead><tfoot class="edge">${EDGE}</tfoot><tbody>
${arrival(data)}${person(data)}${classification(data)}
${longText('主要诉求', data.request, 'request')}${longText('事实和理由', data.facts, 'facts')}
${wide('拟办意见', data.proposal)}${signatures(data)}</tbody></table>
<p class="note">本机关为履行信访工作职责处理以上个人信息，只用于办理本信访事项，依法保密。</p>`,
      STYLE,
    ),
});
