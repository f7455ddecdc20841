import { type Html, html } from './html.ts';

/** 附件 two characters in, one line a piece, after a blank line (GB/T 9704 7.3.4); nothing for an empty list. */
export function attachmentList(attachments: readonly string[]): Html[] {
  if (attachments.length === 0) return [];
  if (attachments.length === 1)
    return [html`<div class="blank"></div>`, html`<p>附件：${attachments[0]}</p>`];
  return [
    html`<div class="blank"></div>`,
    ...attachments.map(
      (name, i) =>
        html`<p class="attached">${i === 0 && html`<span class="label">附件：</span>`}${i + 1}.&nbsp;${name}</p>`,
    ),
  ];
}
