import { FileSearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { onTopics } from '../../app/bridge.ts';
import { isFiltered, useCaseList } from '../../stores/caseList.ts';
import { useSession } from '../../stores/session.ts';
import { casesText } from '../../text/cases.ts';
import { stateText } from '../../text/field.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { screenTitles } from '../../text/shell.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Page } from '../../ui/Page.tsx';
import { caseColumns } from './caseColumns.tsx';
import { FilterBar } from './FilterBar.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';
import './cases.css';

/** 信访件: every case this person may see, filtered and in order; Enter opens one. */
export function CasesScreen() {
  const [, go] = useLocation();
  const session = useSession((s) => s.session);
  const list = useCaseList();
  const { open, refresh } = list;
  const owner = session?.user?.id ?? '';
  useEffect(() => open(owner), [open, owner]);
  useEffect(() => onTopics(['cases', 'sync'], () => void refresh()), [refresh]);

  const registers = session?.user?.roles.some((role) => role === 'clerk' || role === 'leader');
  return (
    <Page
      title={screenTitles.cases}
      fill
      aside={
        <span role="status">
          {list.status === 'loading' && casesText.searching}
          {list.status === 'ready' && casesText.count(list.total, isFiltered(list.filter))}
        </span>
      }
      actions={
        registers && (
          <Button type="primary" onClick={() => go('/registration')}>
            {casesText.register}
          </Button>
        )
      }
    >
      <FilterBar />
      <Rows unitCode={session?.unit?.code ?? ''} onOpen={(caseId) => go(`/cases/${caseId}`)} />
    </Page>
  );
}

function Rows({ unitCode, onOpen }: { unitCode: string; onOpen(caseId: string): void }) {
  const { rows, total, status, refusal, filter, more, refresh, clear } = useCaseList();
  const setAway = useCaseList((s) => s.setAway);
  const retry = () => void refresh();
  if (rows.length === 0 && status === 'loading') return <LoadingState />;
  if (status === 'refused' && refusal)
    return <ErrorState title={stateText.refusedTitle} hint={refusalSentence(refusal)} onRetry={retry} />;
  if (rows.length === 0 && status === 'offline')
    return <ErrorState title={stateText.offlineTitle} hint={stateText.offlineBody} onRetry={retry} />;
  return (
    <DataGrid
      label={casesText.grid}
      name="cases"
      rows={rows}
      total={total}
      rowKey={(row) => row.caseId}
      columns={caseColumns(unitCode)}
      onOpen={(row) => {
        setAway(true);
        onOpen(row.caseId);
      }}
      onNearEnd={() => void more()}
      empty={
        isFiltered(filter) ? (
          <EmptyState
            icon={<FileSearchOutlined />}
            title={casesText.noMatchTitle}
            hint={casesText.noMatchHint}
            action={<Button onClick={clear}>{casesText.clear}</Button>}
          />
        ) : (
          <EmptyState icon={<FileSearchOutlined />} title={casesText.emptyTitle} hint={casesText.emptyHint} />
        )
      }
    />
  );
}
