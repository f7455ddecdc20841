import { z } from 'zod';
import { type Html, html } from './html.ts';
import { letterPage } from './layout.ts';
import { addresseeFields, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, sentence } from './words.ts';

const Limit = z.object({ limit: text(300), article: text(100) });

const RouteNoticeData = z.object({
  ...addresseeFields,
  ...petitionFields,
  receivedOn: z.iso.date(),
  /** 1 to 5: what stands outside the petition procedure. */
  route: z.number().int().min(1).max(5),
  procedure: text(60),
  organ: text(100),
  citizen: Limit.optional(),
  authority: Limit.optional(),
  materials: text(500).optional(),
});
type RouteNoticeData = z.infer<typeof RouteNoticeData>;

/** The words of Art.31 for each route. */
const SITUATIONS = [
  '应当按照法律法规规定的诉讼等程序处理',
  '应当通过仲裁解决',
  '可以通过党员申诉、申请复审等程序解决',
  '可以通过行政复议、行政裁决、行政确认、行政许可、行政处罚等行政程序解决',
  '属于申请查处违法行为、履行保护人身权或者财产权等合法权益职责的事项，应当依法履行或者答复',
] as const;

const ITEMS = '一二三四五';

function way({ route, procedure, organ, you }: RouteNoticeData): Html {
  if (route === 5) return html`由${organ}依法处理（${procedure}）。`;
  return html`具体途径为${procedure}。请${you}依照规定的程序向${organ}提出。`;
}

function limits({ citizen, authority }: RouteNoticeData): Html[] {
  return [
    ...(citizen ? [html`<p>提出的期限：${citizen.limit}（${citizen.article}）。</p>`] : []),
    ...(authority ? [html`<p>办理的期限：${authority.limit}（${authority.article}）。</p>`] : []),
  ];
}

/** F08: which statutory route the matter takes, before whom, until when, with what (Art.31 (1) to (5)). */
export const routeNotice = definePaper({
  title: '其他法定途径告知书',
  code: 'F08',
  format: 'letter',
  numberKind: '信途',
  article: '《信访工作条例》第三十一条',
  copies: 2,
  seal: true,
  data: RouteNoticeData,
  render: (data, frame) =>
    letterPage(frame, {
      title: '其他法定途径告知书',
      numberKind: '信途',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}，本机关于${day(data.receivedOn)}收悉并予以登记。</p>`,
        html`<p>经审查，该事项${SITUATIONS[data.route - 1]}。依照《信访工作条例》第三十一条第${ITEMS[data.route - 1]}项的规定，${way(data)}</p>`,
        ...limits(data),
        ...(data.materials ? [html`<p>需要带的材料：${sentence(data.materials)}</p>`] : []),
        html`<p>特此告知。</p>`,
      ],
      signedFor: true,
    }),
});
