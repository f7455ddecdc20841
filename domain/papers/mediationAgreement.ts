import { z } from 'zod';
import { shownNumber } from './frame.ts';
import { type Html, html } from './html.ts';
import { plainPage, signature } from './layout.ts';
import { text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { chineseDate, day, listed, nameText, paragraphs } from './words.ts';

const PartyData = z.object({
  name: text(100),
  sex: text(10).optional(),
  nation: text(20).optional(),
  birthDate: z.iso.date().optional(),
  occupation: text(60).optional(),
  idNumber: text(40).optional(),
  phone: text(40).optional(),
  address: text(200).optional(),
  /** Who signs for the party, with the written authority in the file. */
  agent: text(50).optional(),
});
type PartyData = z.infer<typeof PartyData>;

const MediationAgreementData = z.object({
  parties: z.array(PartyData).min(2).max(20),
  mediators: z.array(text(50)).min(1).max(9),
  recorder: text(50).optional(),
  disputeType: text(20),
  /** Main facts and disputed points; responsibilities apart where they were settled (人民调解法 Art.29). */
  facts: text(20_000),
  responsibilities: text(4000).optional(),
  terms: text(20_000),
  /** Way, place and time of performance. */
  performance: text(4000),
  performBy: z.iso.date().optional(),
  /** False for identity, adoption and marriage: no court confirms those (M-14). */
  judicialConfirmation: z.boolean(),
});
type MediationAgreementData = z.infer<typeof MediationAgreementData>;

const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** 甲方, 乙方 … and from the eleventh party 当事人十一. */
function partyTitle(position: number): string {
  return position < STEMS.length ? `${STEMS[position]}方` : `当事人${position + 1}`;
}

function partyLine(party: PartyData, position: number): Html {
  const facts = [
    party.sex,
    party.nation,
    party.birthDate && html`${chineseDate(party.birthDate)}出生`,
    party.occupation,
    party.idNumber && html`证件号码${party.idNumber}`,
    party.address && html`住${party.address}`,
    party.phone && html`联系电话${party.phone}`,
    party.agent && html`委托代理人${nameText(party.agent)}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return html`<p><span class="hei">${partyTitle(position)}：</span>${nameText(party.name)}${facts.map((fact) => html`，${fact}`)}。</p>`;
}

function performance(data: MediationAgreementData): Html[] {
  return [
    ...paragraphs(data.performance),
    ...(data.performBy ? [html`<p>履行期限：于${day(data.performBy)}前履行完毕。</p>`] : []),
  ];
}

const EFFECT = html`<p>本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，具有法律约束力，各方当事人应当按照约定履行。</p>`;

/** What stands on the page of the signatures at least: nobody signs an empty sheet. */
function lastWords(data: MediationAgreementData, committee: string): Html[] {
  return [
    html`<p>就本协议的履行或者内容发生争议的，一方当事人可以向人民法院提起诉讼。${data.judicialConfirmation && '各方当事人认为有必要的，可以自本协议生效之日起30日内共同向人民法院申请司法确认。'}</p>`,
    html`<p>本协议一式${data.parties.length + 1}份，当事人各执一份，${committee}留存一份。</p>`,
  ];
}

const line = (who: Html | string): Html =>
  html`<div class="pen"><span>${who}：</span><span>　　　　年　　月　　日</span></div>`;

function signatures(data: MediationAgreementData): Html {
  return html`<div class="blank"></div>${data.parties.map((_, i) => line(`${partyTitle(i)}（签名、盖章或者按指印）`))}
${data.mediators.map(() => line('人民调解员（签名）'))}${line('记录人（签名）')}`;
}

/** F16/F31: the written agreement of people's mediation (人民调解法 Arts.28–33): parties, facts, terms, performance, effect, signatures. */
export const mediationAgreement = definePaper({
  title: '人民调解协议书',
  code: 'F16',
  format: 'document',
  numberKind: '人调',
  article: '《中华人民共和国人民调解法》第二十八条至第三十三条',
  copies: 3,
  seal: true,
  data: MediationAgreementData,
  render: (data, frame) =>
    plainPage(
      frame,
      '人民调解协议书',
      html`<p class="flush right">${shownNumber(frame, '人调')}</p><div class="blank"></div>
<h2>一、当事人</h2>${data.parties.map(partyLine)}
<h2>二、纠纷的主要事实、争议事项和责任</h2><p>纠纷类型：${data.disputeType}。</p>${paragraphs(data.facts)}${data.responsibilities && paragraphs(data.responsibilities)}
<h2>三、协议内容</h2><p>经${frame.organName}人民调解员${listed(data.mediators.map(nameText))}调解，各方当事人自愿达成如下协议：</p>${paragraphs(data.terms)}
<h2>四、履行的方式和期限</h2>${performance(data)}
<h2>五、协议的效力和份数</h2>${EFFECT}
<div class="together">${lastWords(data, frame.organName)}${signatures(data)}${signature(frame.organName, frame.date)}</div>`,
    ),
});
