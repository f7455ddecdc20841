import { z } from 'zod';
import { html } from './html.ts';
import { letterPage } from './layout.ts';
import { addresseeFields, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, sentence } from './words.ts';

const shared = {
  ...addresseeFields,
  ...petitionFields,
  receivedOn: z.iso.date(),
  /** The reason of the code list and the article it rests on. */
  reason: text(100),
  article: text(100),
  note: text(1000).optional(),
};

const RejectionData = z.object({
  ...shared,
  /** Where to go, or who is handling it. */
  organ: text(100),
  /** The matter is already being handled there; else the petitioner is told to go there. */
  handling: z.boolean(),
});

/** F06: not accepted, why, and where to go. */
export const rejectionNotice = definePaper({
  title: '信访事项不予受理告知书',
  code: 'F06',
  format: 'letter',
  numberKind: '信不受',
  article: '《信访工作条例》第十九条、第二十条、第三十一条',
  copies: 2,
  seal: true,
  data: RejectionData,
  render: (data, frame) =>
    letterPage(frame, {
      title: '信访事项不予受理告知书',
      numberKind: '信不受',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}，本机关于${day(data.receivedOn)}收悉。</p>`,
        html`<p>经核实，该事项${data.reason}。依照${data.article}的规定，本机关不予受理。</p>`,
        data.handling
          ? html`<p>该事项由${data.organ}办理，请向该单位了解办理情况。</p>`
          : html`<p>请${data.you}向${data.organ}提出。</p>`,
        ...(data.note ? [html`<p>${sentence(data.note)}</p>`] : []),
        html`<p>特此告知。</p>`,
      ],
      signedFor: true,
    }),
});

const NoMoreData = z.object({
  ...shared,
  organ: text(100),
  /** What ended the matter. */
  document: z.enum(['复核意见', '终结文书']),
  documentNumber: text(60),
  documentOn: z.iso.date(),
});

/** F07: not accepted any more; the document that ended the matter is named. */
export const noMoreNotice = definePaper({
  title: '信访事项不再受理告知书',
  code: 'F07',
  format: 'letter',
  numberKind: '信不再',
  article: '《信访工作条例》第三十六条第三款',
  copies: 2,
  seal: true,
  data: NoMoreData,
  render: (data, frame) =>
    letterPage(frame, {
      title: '信访事项不再受理告知书',
      numberKind: '信不再',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}，本机关于${day(data.receivedOn)}收悉。</p>`,
        html`<p>经核实，${data.organ}已于${day(data.documentOn)}作出${data.document}（${data.documentNumber}），该事项${data.reason}。依照${data.article}的规定，本机关不再受理。</p>`,
        ...(data.note ? [html`<p>${sentence(data.note)}</p>`] : []),
        html`<p>特此告知。</p>`,
      ],
      signedFor: true,
    }),
});
