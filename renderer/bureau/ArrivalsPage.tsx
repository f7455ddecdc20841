import { FileSearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { bureauText, consoleSentence } from '../text/bureau.ts';
import { DataGrid } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { Page } from '../ui/Page.tsx';
import { ArrivalFilters } from './ArrivalFilters.tsx';
import { arrivalColumns } from './arrivalColumns.tsx';
import { isNarrowed, useArrivals } from './arrivals.ts';
import { useConsole } from './consoleStore.ts';
import { useAgain } from './useAnswer.ts';
import '../ui/panes.css';
import '../ui/tags.css';
import '../screens/cases/cases.css';

const words = bureauText.list;

/** 到件: what the desks registered, filtered and in order; Enter opens one. */
export function ArrivalsPage() {
  const list = useArrivals();
  const { open, refresh } = list;
  const owner = useConsole((s) => s.state?.officer?.id ?? '');
  useEffect(() => open(owner), [open, owner]);
  useAgain(refresh);
  return (
    <Page
      title={bureauText.titles.cases}
      fill
      aside={
        <span role="status">
          {list.status === 'loading' && words.searching}
          {list.status === 'ready' && words.count(list.total, isNarrowed(list.filter))}
        </span>
      }
    >
      <ArrivalFilters />
      <Rows />
    </Page>
  );
}

function Rows() {
  const [, go] = useLocation();
  const { rows, total, status, refusal, filter, more, refresh, clear, setAway } = useArrivals();
  const retry = () => void refresh();
  if (rows.length === 0 && status === 'loading') return <LoadingState />;
  if (status === 'refused' && refusal)
    return <ErrorState title={bureauText.refusedTitle} hint={consoleSentence(refusal)} onRetry={retry} />;
  if (rows.length === 0 && status === 'offline')
    return <ErrorState title={bureauText.goneTitle} hint={bureauText.goneBody} onRetry={retry} />;
  return (
    <>
      {status === 'offline' && (
        <div className="form-error" role="alert">
          <strong>{bureauText.goneTitle}</strong>
          {bureauText.goneBody}
        </div>
      )}
      <DataGrid
        label={words.grid}
        name="arrivals"
        rows={rows}
        total={total}
        rowKey={(row) => row.caseId}
        columns={arrivalColumns}
        onOpen={(row) => {
          setAway(true);
          go(`/cases/${row.caseId}`);
        }}
        onNearEnd={() => void more()}
        empty={
          isNarrowed(filter) ? (
            <EmptyState
              icon={<FileSearchOutlined />}
              title={words.noMatchTitle}
              hint={words.noMatchHint}
              action={<Button onClick={clear}>{words.clear}</Button>}
            />
          ) : (
            <EmptyState icon={<FileSearchOutlined />} title={words.emptyTitle} hint={words.emptyHint} />
          )
        }
      />
    </>
  );
}
