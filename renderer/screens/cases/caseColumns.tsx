import { CloudUploadOutlined, LockOutlined } from '@ant-design/icons';
import type { CaseRow } from '../../../contract/case.ts';
import type { Channel } from '../../../domain/codes/channel.ts';
import { casesText } from '../../text/cases.ts';
import { channelWords } from '../../text/words.ts';
import { shortNumber } from '../../ui/caseNumber.ts';
import type { Column } from '../../ui/DataGrid.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { UrgencyTag } from '../../ui/UrgencyTag.tsx';

const words = casesText.columns;

/** Columns of the case list; numbers of the own unit are shown without its code. */
export function caseColumns(unitCode: string): readonly Column<CaseRow>[] {
  return [
    { key: 'received', title: words.received, width: '5.6rem', figures: true, render: (r) => r.receivedOn },
    {
      key: 'number',
      title: words.number,
      width: '9rem',
      figures: true,
      render: (r) => <span title={r.number}>{shortNumber(r.number, unitCode)}</span>,
    },
    {
      key: 'channel',
      title: words.channel,
      width: '4.2rem',
      render: (r) => channelWords[r.channel as Channel] ?? r.channel,
    },
    {
      key: 'lead',
      title: words.lead,
      width: '6.4rem',
      render: (r) => (
        <>
          {r.leadName}
          {r.personsPresent > 1 && (
            <small className="row-aside"> {casesText.andOthers(r.personsPresent)}</small>
          )}
        </>
      ),
    },
    {
      key: 'title',
      title: words.title,
      width: 'minmax(9rem, 1fr)',
      render: (r) => (
        <span title={r.title}>
          {r.restricted && (
            <span className="tag tag-red row-tag">
              <LockOutlined aria-hidden="true" />
              {casesText.restricted}
            </span>
          )}
          {r.title}
        </span>
      ),
    },
    {
      key: 'status',
      title: words.status,
      width: '7.4rem',
      render: (r) => <StatusTag status={r.status} />,
    },
    { key: 'due', title: words.due, width: '11rem', render: duty },
    { key: 'sync', title: words.sync, width: '4.9rem', render: sent },
  ];
}

/** The length of the period in brackets, which the list leaves to the case page. */
const PERIOD = /[（(].*$/;

function duty({ nextClock, ours, status, unitName }: CaseRow) {
  if (!ours && status !== 'concluded') return <span className="row-aside">{unitName}</span>;
  if (!nextClock) return <span className="row-aside">{casesText.noDuty}</span>;
  return (
    <>
      <UrgencyTag urgency={nextClock.urgency} daysLeft={nextClock.daysLeft} />{' '}
      <small className="row-aside">{nextClock.name.replace(PERIOD, '')}</small>
    </>
  );
}

function sent({ synced }: CaseRow) {
  if (synced) return null;
  return (
    <span>
      <CloudUploadOutlined aria-hidden="true" /> {casesText.notSent}
    </span>
  );
}
