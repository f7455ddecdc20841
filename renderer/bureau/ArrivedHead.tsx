import { LockOutlined } from '@ant-design/icons';
import type { BureauCase } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { caseText } from '../text/case.ts';
import { dateTime } from '../ui/times.ts';
import { UrgencyTag } from '../ui/UrgencyTag.tsx';
import { urgencyOf } from '../ui/urgencyOf.ts';
import { ArrivedStatus } from './ArrivedStatus.tsx';

/** Number, state, who has it, and how near the report date is. */
export function ArrivedHead({ view }: { view: BureauCase }) {
  const { row } = view;
  return (
    <div className="case-head">
      <output className="row-aside figures" aria-label={bureauText.page.number}>
        {row.number}
      </output>
      <ArrivedStatus row={row} />
      {row.reportDaysLeft !== null && (
        <span>
          <UrgencyTag urgency={urgencyOf(row.reportDaysLeft)} daysLeft={row.reportDaysLeft} />{' '}
          {bureauText.list.columns.report}
        </span>
      )}
      {row.restricted && (
        <span className="tag tag-red">
          <LockOutlined aria-hidden="true" /> {caseText.restricted}
        </span>
      )}
      <span className="tag tag-plain">{caseText.elsewhere(row.custodian.name)}</span>
      <span className="row-aside figures">{bureauText.page.arrived(dateTime(row.arrivedAt))}</span>
    </div>
  );
}
