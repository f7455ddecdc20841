import { LockOutlined } from '@ant-design/icons';
import type { BureauRow } from '../../contract/bureauViews.ts';
import { assignmentsText } from '../text/assignments.ts';
import { bureauText } from '../text/bureau.ts';
import { casesText } from '../text/cases.ts';
import type { Column } from '../ui/DataGrid.tsx';
import { clockTime } from '../ui/times.ts';
import { UrgencyTag } from '../ui/UrgencyTag.tsx';
import { urgencyOf } from '../ui/urgencyOf.ts';
import { ArrivedStatus } from './ArrivedStatus.tsx';

const words = bureauText.list.columns;

/** Where a number begins. */
const TOWN_CODE = /^\d{9}-/;

/** Columns of what arrived: from where, what, who has it, and whether an answer is owed. */
export const arrivalColumns: readonly Column<BureauRow>[] = [
  {
    key: 'arrived',
    title: words.arrived,
    width: '7rem',
    figures: true,
    render: (r) => <span title={r.arrivedAt}>{clockTime(r.arrivedAt)}</span>,
  },
  {
    key: 'number',
    title: words.number,
    width: '10.2rem',
    figures: true,
    // The unit that registered it stands beside: its code need not be read again and again.
    render: (r) => <span title={r.number}>{r.number.replace(TOWN_CODE, '')}</span>,
  },
  { key: 'origin', title: words.origin, width: '6.4rem', render: (r) => r.origin.name },
  { key: 'lead', title: words.lead, width: '6rem', render: lead },
  { key: 'title', title: words.title, width: 'minmax(9rem, 1fr)', render: title },
  { key: 'custodian', title: words.custodian, width: '6.4rem', render: (r) => r.custodian.name },
  { key: 'status', title: words.status, width: '7.6rem', render: (r) => <ArrivedStatus row={r} /> },
  { key: 'report', title: words.report, width: '7.2rem', render: report },
];

function lead(row: BureauRow) {
  return (
    <>
      {row.leadName}
      {row.personsPresent > 1 && (
        <small className="row-aside"> {casesText.andOthers(row.personsPresent)}</small>
      )}
    </>
  );
}

function title(row: BureauRow) {
  return (
    <span title={row.title}>
      {row.restricted && (
        <span className="tag tag-red row-tag">
          <LockOutlined aria-hidden="true" />
          {casesText.restricted}
        </span>
      )}
      {row.title}
    </span>
  );
}

function report({ assignment, reportDaysLeft }: BureauRow) {
  if (reportDaysLeft !== null)
    return (
      <span title={assignment?.reportDue ?? ''}>
        <UrgencyTag urgency={urgencyOf(reportDaysLeft)} daysLeft={reportDaysLeft} />
      </span>
    );
  if (assignment?.state === 'reported')
    return <span className="tag tag-green">{assignmentsText.states.reported}</span>;
  return <span className="row-aside">{casesText.noDuty}</span>;
}
