import { z } from 'zod';
import { html } from './html.ts';
import { letterPage } from './layout.ts';
import { addresseeFields, petitionFields, petitionPhrase, text } from './petitionRef.ts';
import { definePaper } from './spec.ts';
import { day, sentence } from './words.ts';

const ExtensionNoticeData = z.object({
  ...addresseeFields,
  ...petitionFields,
  acceptedOn: z.iso.date(),
  originalDueOn: z.iso.date(),
  reason: text(1000),
  days: z.number().int().min(1).max(30),
  newDueOn: z.iso.date(),
  approver: text(50),
});

/** F12: the 60 days are extended once by at most 30, with the leader's approval and the reason (Art.34). */
export const extensionNotice = definePaper({
  title: '信访事项延长办理期限告知书',
  code: 'F12',
  format: 'letter',
  numberKind: '信延',
  article: '《信访工作条例》第三十四条',
  copies: 2,
  seal: true,
  data: ExtensionNoticeData,
  render: (data, frame) =>
    letterPage(frame, {
      title: '信访事项延长办理期限告知书',
      numberKind: '信延',
      addressee: data.addressee,
      body: [
        html`<p>${petitionPhrase(data.you, data)}，本机关于${day(data.acceptedOn)}受理，办理期限至${day(data.originalDueOn)}止。</p>`,
        html`<p>因情况复杂，不能在上述期限内办结。延期理由：${sentence(data.reason)}</p>`,
        html`<p>依照《信访工作条例》第三十四条的规定，经本机关负责人${data.approver}批准，办理期限延长${data.days}日，至${day(data.newDueOn)}止。${frame.provisional && '（当年放假安排尚未公布，如有顺延，以顺延后的日期为准。）'}特此告知。</p>`,
      ],
      signedFor: true,
    }),
});
