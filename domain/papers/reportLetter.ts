import { z } from 'zod';
import { attachmentList } from './attachmentList.ts';
import { html } from './html.ts';
import { documentPage } from './layout.ts';
import { matterForTitle, matterText, Origin, organPronoun, petitionFields, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { caseNumberText, day, nameText, paragraphs } from './words.ts';

const ReportLetterData = z.object({
  matter: petitionFields.matter,
  caseNumber: petitionFields.caseNumber,
  /** The assigning organ; the report goes to it. */
  origin: Origin,
  originNumber: text(60).optional(),
  /** The sender's own number of the item. */
  externalNumber: text(60).optional(),
  petitioner: text(100),
  /** Petitioner's situation, requests, investigation, handling and delivery; its lines 一、 become headings. */
  report: text(20_000),
  /** 签发人, the unit's leader. */
  signer: text(50),
  attachments: z.array(text(100)).max(20),
});

/** F21: the conclusion report of an assigned item, to a superior, signed by the leader (Art.22 (3)). */
export const reportLetter = definePaper({
  title: '信访事项办结报告',
  code: 'F21',
  format: 'document',
  numberKind: '信报',
  article: '《信访工作条例》第二十二条第一款第三项',
  copies: 2,
  seal: true,
  data: ReportLetterData,
  render: (data, frame) =>
    documentPage(frame, {
      name: '信访事项办结报告',
      title: `关于${data.petitioner}反映${matterForTitle(data.matter)}的办结报告`,
      numberKind: '信报',
      addressee: data.origin.organ,
      signer: data.signer,
      body: [
        html`<p>${organPronoun(data.origin.organ)}于${day(data.origin.on)}${data.originNumber && html`以${data.originNumber}`}${data.origin.manner}的${nameText(data.petitioner)}反映“${matterText(data.matter)}”的信访事项（编号：${caseNumberText(data.caseNumber)}${data.externalNumber && html`，${organPronoun(data.origin.organ)}编号：${caseNumberText(data.externalNumber)}`}），我单位已办理完毕，现将有关情况报告如下：</p>`,
        ...paragraphs(data.report),
        html`<p>特此报告。</p>`,
        ...attachmentList(data.attachments),
      ],
    }),
});
