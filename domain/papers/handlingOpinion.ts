import { z } from 'zod';
import { type Html, html } from './html.ts';
import { documentPage } from './layout.ts';
import {
  addresseeFields,
  matterForTitle,
  Origin,
  petitionFields,
  petitionPhrase,
  text,
} from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, paragraphs, sentence } from './words.ts';

const ClaimAnswer = z.object({
  request: text(1000),
  /** Art.32: supported, explained, not supported; in part where one claim holds several things. */
  outcome: z.enum(['予以支持', '部分支持', '解释说明', '不予支持']),
  opinion: text(4000),
  /** Law, regulation and article. */
  basis: text(1000),
});
type ClaimAnswer = z.infer<typeof ClaimAnswer>;

const HandlingOpinionData = z.object({
  ...addresseeFields,
  ...petitionFields,
  /** Name for the title, with 等N人 for several. */
  petitioner: text(100),
  origin: Origin.optional(),
  acceptedOn: z.iso.date(),
  /** Facts and reasons as the petitioner gave them. */
  statedFacts: text(20_000),
  factsFound: text(20_000),
  claims: z.array(ClaimAnswer).min(1).max(20),
  /** The next higher organ, to which 复查 is requested (Art.35). */
  superiorOrgan: text(100),
});
type HandlingOpinionData = z.infer<typeof HandlingOpinionData>;

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 to 20 as 一 … 二十. */
function numeral(n: number): string {
  if (n <= 10) return NUMERALS[n] ?? '';
  return `${n < 20 ? '' : '二'}十${NUMERALS[n % 10] ?? ''}`;
}

function requests(data: HandlingOpinionData): Html[] {
  if (data.claims.length === 1)
    return [html`<p>${data.you}请求：${sentence(data.claims[0]?.request ?? '')}</p>`];
  return [
    html`<p>${data.you}提出以下请求：</p>`,
    ...data.claims.map((claim, i) => html`<p>${i + 1}.&nbsp;${sentence(claim.request)}</p>`),
  ];
}

function answer(claim: ClaimAnswer, position: number, total: number): Html[] {
  const subject = total === 1 ? html`关于${'上述请求'}` : html`关于第${position}项请求`;
  return [
    html`<h3>（${numeral(position)}）${subject}：${claim.outcome}</h3>`,
    ...paragraphs(claim.opinion),
    html`<p>依据：${sentence(claim.basis)}</p>`,
  ];
}

/** F15: request, facts and reasons, opinion and legal basis for each claim (Art.32), and the way to 复查 (Art.35). */
export const handlingOpinion = definePaper({
  title: '信访事项处理意见书',
  code: 'F15',
  format: 'document',
  numberKind: '信意',
  article: '《信访工作条例》第三十二条、第三十五条',
  copies: 4,
  seal: true,
  data: HandlingOpinionData,
  render: (data, frame) => {
    const origin =
      data.origin && html`，${data.origin.organ}于${day(data.origin.on)}${data.origin.manner}本机关`;
    return documentPage(frame, {
      name: '信访事项处理意见书',
      title: `关于${data.petitioner}反映${matterForTitle(data.matter)}的信访处理意见书`,
      numberKind: '信意',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}${origin}，本机关于${day(data.acceptedOn)}受理。经调查核实，依照《信访工作条例》第三十一条第六项、第三十二条的规定，提出处理意见如下：</p>`,
        html`<h2>一、投诉请求、事实和理由</h2>`,
        ...requests(data),
        html`<p>${data.you}陈述的主要事实和理由：</p>`,
        ...paragraphs(data.statedFacts),
        html`<h2>二、调查核实情况</h2>`,
        ...paragraphs(data.factsFound),
        html`<h2>三、处理意见及依据</h2>`,
        ...data.claims.flatMap((claim, i) => answer(claim, i + 1, data.claims.length)),
        html`<h2>四、申请复查的权利</h2>`,
        html`<p>如不服本处理意见，可以自收到本意见书之日起30日内，向${data.superiorOrgan}书面请求复查。</p>`,
      ],
    });
  },
});
