import { z } from 'zod';
import { html } from './html.ts';
import { formPage } from './layout.ts';
import { text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { chineseDate } from './words.ts';

const RecoveryCodeData = z.object({
  /** As it is typed in: groups with hyphens or blanks between, or one run that is grouped in fours. */
  code: text(80).regex(/^[0-9A-Za-z]+(?:[- ][0-9A-Za-z]+)*$/),
  /** The device letter of this desk. */
  deskLetter: z.string().regex(/^[A-Z]$/),
});

const STYLE = `@page{@bottom-center{content:none}}
.code{margin:14mm 0;border:.6mm solid #000;padding:9mm 4mm;display:flex;flex-wrap:wrap;justify-content:center;gap:3mm 8mm;font:700 23pt/1.5 Consolas,"Courier New","DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;letter-spacing:.08em}
.code span{white-space:nowrap}th,td{height:13mm}
p.say{line-height:8mm}`;

function groups(code: string): string[] {
  const parts = code.split(/[- ]/);
  return parts.length > 1 ? parts : (code.match(/.{1,4}/g) ?? [code]);
}

/** The administrator's sheet of the recovery code: printed once, sealed in an envelope, no petition paper. */
export const recoveryCode = definePaper({
  title: '恢复码',
  code: null,
  format: 'form',
  article: '《信访工作条例》第四十六条（保密责任）',
  copies: 1,
  seal: false,
  data: RecoveryCodeData,
  render: (data, frame) =>
    formPage(
      frame,
      '接访台恢复码',
      html`<div class="above"><span>单位：${frame.organName}</span><span>接访台：${data.deskLetter}　生成日期：${chineseDate(frame.date)}</span></div>
<div class="code">${groups(data.code).map((group) => html`<span>${group}</span>`)}</div>
<p class="say">一、所有人都忘记密码、或者负责人离岗时，只有凭这组恢复码才能打开本接访台的数据。没有恢复码，任何人都无法找回数据。</p>
<p class="say">二、请当面装入信封，封口处签名，交单位保密柜保管；不拍照、不扫描、不存入任何电脑或者手机。</p>
<p class="say">三、取用须经单位负责人同意并登记。恢复码一经使用或者可能泄露，应当立即在接访台重新生成，本页随之作废，当面销毁。</p>
<p class="say">四、输入时不分大小写，短横线和空格可以省略。</p>
<div class="blank"></div>
<table><colgroup><col style="width:26mm"><col style="width:52mm"><col style="width:26mm"><col style="width:51.5mm"></colgroup>
<tr><th>管理员</th><td></td><th>封存日期</th><td></td></tr><tr><th>见证人</th><td></td><th>存放处</th><td></td></tr></table>`,
      STYLE,
    ),
});
