import { z } from 'zod';
import { attachmentList } from './attachmentList.ts';
import { html } from './html.ts';
import { letterPage } from './layout.ts';
import { matterText, Origin, organPronoun, petitionFields, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { caseNumberText, day, nameText, paragraphs } from './words.ts';

const ObjectionLetterData = z.object({
  matter: petitionFields.matter,
  caseNumber: petitionFields.caseNumber,
  /** Who sent it, how and when. The letter goes to that organ. */
  origin: Origin,
  originNumber: text(60).optional(),
  receivedOn: z.iso.date(),
  petitioner: text(100),
  reasons: text(4000),
  proposedUnit: text(100).optional(),
  attachments: z.array(text(100)).max(20),
});

/** F11: not our competence, said within 5 working days with detailed reasons (Art.23 ¶3); a request, the sender decides. */
export const objectionLetter = definePaper({
  title: '信访事项异议函',
  code: 'F11',
  format: 'letter',
  numberKind: '信异',
  article: '《信访工作条例》第二十三条第三款',
  copies: 2,
  seal: true,
  data: ObjectionLetterData,
  render: (data, frame) =>
    letterPage(frame, {
      title: '信访事项异议函',
      numberKind: '信异',
      addressee: data.origin.organ,
      body: [
        html`<p>${organPronoun(data.origin.organ)}于${day(data.origin.on)}${data.originNumber && html`以${data.originNumber}`}${data.origin.manner}的${nameText(data.petitioner)}反映“${matterText(data.matter)}”的信访事项（编号：${caseNumberText(data.caseNumber)}），我单位于${day(data.receivedOn)}收到。经研究，该事项不属于我单位及本系统职权范围，依照《信访工作条例》第二十三条第三款的规定提出异议，理由如下：</p>`,
        ...paragraphs(data.reasons),
        html`<p>${data.proposedUnit && html`建议由${data.proposedUnit}办理。`}请予核实，同意后我单位即交还相关材料。</p>`,
        ...attachmentList(data.attachments),
      ],
    }),
});
