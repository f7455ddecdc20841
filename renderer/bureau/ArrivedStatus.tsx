import type { BureauRow } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { StatusTag } from '../ui/StatusTag.tsx';

/** Where the item stands; an objection that waits for the bureau goes before everything else. */
export function ArrivedStatus({ row }: { row: Pick<BureauRow, 'status' | 'objectionOpen'> }) {
  return row.objectionOpen ? (
    <span className="tag tag-orange">{bureauText.list.objectionTag}</span>
  ) : (
    <StatusTag status={row.status} />
  );
}
