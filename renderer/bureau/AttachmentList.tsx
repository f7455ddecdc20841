import type { BureauCase } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { sizeWords } from '../ui/sizeWords.ts';
import { dateTime } from '../ui/times.ts';

const words = bureauText.page;

/** Names of the attachments; their content stays at the desk. */
export function AttachmentList({ attachments }: { attachments: BureauCase['attachments'] }) {
  if (attachments.length === 0) return <p className="quiet">{words.attachmentsNone}</p>;
  return (
    <>
      <p className="panel-note">{words.attachmentsHint}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.attachmentColumns.name}</th>
            <th scope="col">{words.attachmentColumns.size}</th>
            <th scope="col">{words.attachmentColumns.addedAt}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map((a) => (
            <tr key={`${a.addedAt} ${a.name}`}>
              <th scope="row">{a.name}</th>
              <td className="figures">{sizeWords(a.size)}</td>
              <td className="figures">{dateTime(a.addedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
