import { CloudUploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutboxItem, SyncState } from '../../../contract/sync.ts';
import { desk } from '../../app/bridge.ts';
import { useSession } from '../../stores/session.ts';
import { screenTitles } from '../../text/shell.ts';
import { reasonSentence, syncText as words } from '../../text/sync.ts';
import { shortNumber } from '../../ui/caseNumber.ts';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TabPanes } from '../../ui/TabPanes.tsx';
import { dateTime } from '../../ui/times.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { SettleDialog } from './SettleDialog.tsx';

type Show = 'waiting' | 'attention' | 'sent';

/** An administrator who has no petitions cannot open one from here. */
const useOpensCases = () =>
  useSession((s) => s.session?.user?.roles.some((role) => role !== 'administrator') ?? false);

/** What leaves this desk, item by item; what the bureau refused waits here for a person. */
export function Outbox({ state }: { state: SyncState }) {
  const [show, setShow] = useState<Show>(state.attention > 0 ? 'attention' : 'waiting');
  const query = useQuery(() => desk.sync.outbox({ show }), ['sync', 'cases'], [show]);
  const { lists, tabCount } = words;
  const content = () => (
    <QueryView query={query}>
      {(items) =>
        show === 'attention' ? (
          <Basket items={items} onSettled={query.reload} />
        ) : (
          <Lines show={show} items={items} />
        )
      }
    </QueryView>
  );
  return (
    <TabPanes<Show>
      label={screenTitles.sync}
      value={show}
      onChange={setShow}
      panes={[
        { key: 'waiting', label: tabCount(lists.waiting, state.waiting), children: content },
        { key: 'attention', label: tabCount(lists.attention, state.attention), children: content },
        { key: 'sent', label: lists.sent, children: content },
      ]}
    />
  );
}

function Lines({ show, items }: { show: 'waiting' | 'sent'; items: readonly OutboxItem[] }) {
  const [, go] = useLocation();
  const unit = useSession((s) => s.session?.unit?.code ?? '');
  const opens = useOpensCases();
  const columns: readonly Column<OutboxItem>[] = [
    {
      key: 'entered',
      title: words.columns.entered,
      width: '8.8rem',
      figures: true,
      render: (i) => dateTime(i.entered),
    },
    {
      key: 'case',
      title: words.columns.case,
      width: '9.2rem',
      figures: true,
      render: (i) => shortNumber(i.caseNumber, unit),
    },
    {
      key: 'text',
      title: words.columns.text,
      width: 'minmax(12rem, 1fr)',
      render: (i) => <span title={i.text}>{i.text}</span>,
    },
    {
      key: 'state',
      title: words.columns.state,
      width: '7.6rem',
      render: (i) => (
        <span className={`tag tag-${i.state === 'accepted' ? 'done' : 'waiting'}`}>
          {words.states[i.state]}
        </span>
      ),
    },
  ];
  return (
    <DataGrid
      label={words.grid}
      name={`outbox-${show}`}
      rows={items}
      rowKey={(i) => i.eventId}
      columns={columns}
      onOpen={(i) => opens && i.caseNumber && go(`/cases/${i.caseId}`)}
      empty={
        <EmptyState
          icon={<CloudUploadOutlined />}
          title={show === 'waiting' ? words.emptyWaiting : words.emptySent}
          hint={show === 'waiting' ? words.emptyWaitingHint : words.emptySentHint}
        />
      }
    />
  );
}

/** Refused or held items with their full text and reason, until a person has settled each. */
function Basket({ items, onSettled }: { items: readonly OutboxItem[]; onSettled(): void }) {
  const [, go] = useLocation();
  const [settling, setSettling] = useState<OutboxItem | null>(null);
  const opens = useOpensCases();
  if (items.length === 0)
    return (
      <EmptyState
        icon={<CloudUploadOutlined />}
        title={words.emptyAttention}
        hint={words.emptyAttentionHint}
      />
    );
  return (
    <div className="basket">
      <p className="panel-note">{words.attentionHint}</p>
      {items.map((item) => (
        <article key={item.eventId} className="basket-item" aria-label={item.text}>
          <header>
            <span className="tag tag-red">{words.states[item.state]}</span>
            <span className="figures">{item.caseNumber}</span>
            <span className="row-aside figures">{dateTime(item.entered)}</span>
          </header>
          <p className="basket-text">{item.text}</p>
          {item.reason && (
            <p className="basket-reason">
              {words.facts.reason}：{reasonSentence(item.reason)}
            </p>
          )}
          <footer>
            {item.settledBy ? (
              <span className="row-aside">{words.settledBy(item.settledBy)}</span>
            ) : (
              <Button
                type="primary"
                size="small"
                aria-label={words.settleFor(item.text)}
                onClick={() => setSettling(item)}
              >
                {words.settle}
              </Button>
            )}
            {opens && item.caseNumber && (
              <Button
                size="small"
                aria-label={words.openCaseFor(item.caseNumber)}
                onClick={() => go(`/cases/${item.caseId}`)}
              >
                {words.openCase}
              </Button>
            )}
          </footer>
        </article>
      ))}
      {settling && (
        <SettleDialog
          item={settling}
          onClose={() => setSettling(null)}
          onDone={() => {
            setSettling(null);
            onSettled();
          }}
        />
      )}
    </div>
  );
}
