import { z } from 'zod';
import type { PaperFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { letterPage } from './layout.ts';
import { addresseeFields, Origin, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, paragraphs } from './words.ts';

// Art.31 (1)–(6): what happens on each route, in the words of the article.
const ROUTE = {
  1: { item: '一', course: '按照法律法规规定的程序处理' },
  2: { item: '二', course: '导入仲裁程序处理' },
  3: { item: '三', course: '导入党员申诉、申请复审等程序处理' },
  4: { item: '四', course: '导入相应的行政程序处理' },
  5: { item: '五', course: '依法履行职责或者答复' },
  6: { item: '六', course: '调查核实并出具信访处理意见书' },
} as const;

const Received = z.object({
  type: z.literal('received'),
  /** Route and procedure in words the petitioner reads. */
  route: text(1000),
});

const Accepted = z
  .object({
    type: z.literal('accepted'),
    acceptedOn: z.iso.date(),
    legalRoute: z.number().int().min(1).max(6),
    department: text(100),
    /** Last day of the 60 days; only route 6 has it and must print it (Art.34). */
    dueOn: z.iso.date().optional(),
  })
  .refine((answer) => (answer.legalRoute === 6) === (answer.dueOn !== undefined), { path: ['dueOn'] });

const AcceptanceNoticeData = z.object({
  ...addresseeFields,
  ...petitionFields,
  receivedOn: z.iso.date(),
  origin: Origin.optional(),
  answer: z.discriminatedUnion('type', [Received, Accepted]),
  queryCode: text(40).optional(),
});
type AcceptanceNoticeData = z.infer<typeof AcceptanceNoticeData>;

function receipt(data: AcceptanceNoticeData): Html {
  const arrival = data.origin
    ? html`，${data.origin.organ}于${day(data.origin.on)}${data.origin.manner}本机关，本机关于${day(data.receivedOn)}收到`
    : html`，本机关于${data.receivedOn === data.raisedOn ? '同日' : day(data.receivedOn)}收悉`;
  if (data.answer.type === 'received') return html`${arrival}并予以登记。`;
  const accepted = data.answer.acceptedOn;
  return html`${arrival}，${accepted === data.receivedOn ? '现予受理' : html`并于${day(accepted)}受理`}。`;
}

function course(answer: z.infer<typeof Accepted>, frame: PaperFrame): Html {
  const route = ROUTE[answer.legalRoute as keyof typeof ROUTE];
  const due =
    answer.dueOn &&
    html`办理期限为自受理之日起60日，至${day(answer.dueOn)}止${frame.provisional && '（当年放假安排尚未公布，如有顺延，以顺延后的日期为准）'}；情况复杂的，经本机关负责人批准可以延长，延长期限不超过30日，届时另行告知延期理由。`;
  return html`<p>经审查，该事项属于本机关职权范围，依照《信访工作条例》第三十一条第${route.item}项的规定，由${answer.department}${route.course}。${due}</p>`;
}

/** F04: told in writing that it was received, and of route and procedure (Art.23); with the 60 days where they run (Art.34). */
export const acceptanceNotice = definePaper({
  title: '信访事项受理告知书',
  code: 'F04',
  format: 'letter',
  numberKind: '信受',
  article: '《信访工作条例》第二十三条、第三十一条、第三十四条',
  copies: 2,
  seal: true,
  data: AcceptanceNoticeData,
  render: (data, frame) => {
    const { answer } = data;
    const enquiry = html`<p>${data.you}可凭上述编号${data.queryCode && html`和查询码（${data.queryCode}）`}向本机关查询办理情况。特此告知。</p>`;
    const way =
      answer.type === 'accepted'
        ? [course(answer, frame)]
        : [
            html`<p>依照《信访工作条例》第二十三条的规定，现将处理途径和程序告知如下：</p>`,
            ...paragraphs(answer.route),
          ];
    return letterPage(frame, {
      title: answer.type === 'accepted' ? '信访事项受理告知书' : '信访事项接收告知书',
      numberKind: '信受',
      addressee: data.addressee,
      body: [html`<p>${petitionPhrase(data.you, data)}${receipt(data)}</p>`, ...way, enquiry],
      signedFor: true,
    });
  },
});
