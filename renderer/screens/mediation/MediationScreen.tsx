import { AuditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MediationRow } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { casesText } from '../../text/cases.ts';
import { disputeWords } from '../../text/dispute.ts';
import { mediationText as words } from '../../text/mediation.ts';
import { screenTitles } from '../../text/shell.ts';
import { type Choice, ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import { MediationStateTag } from './MediationStateTag.tsx';
import { OpenMediationDialog } from './OpenMediationDialog.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';

type Show = 'open' | 'all';
const SHOWS: readonly Choice<Show>[] = (['open', 'all'] as const).map((value) => ({
  value,
  label: words.shows[value],
}));

const COLUMNS: readonly Column<MediationRow>[] = [
  {
    key: 'openedOn',
    title: words.columns.openedOn,
    width: '6.2rem',
    figures: true,
    render: (m) => m.openedOn,
  },
  {
    key: 'title',
    title: words.columns.title,
    width: 'minmax(12rem, 1.4fr)',
    render: (m) => <span title={m.title}>{m.title}</span>,
  },
  {
    key: 'type',
    title: words.columns.type,
    width: '7rem',
    render: (m) => disputeWords[m.disputeType] ?? m.disputeType,
  },
  { key: 'parties', title: words.columns.parties, width: 'minmax(8rem, 1fr)', render: (m) => m.partyNames },
  {
    key: 'mediators',
    title: words.columns.mediators,
    width: 'minmax(6rem, 0.6fr)',
    render: (m) => m.mediators,
  },
  {
    key: 'sessions',
    title: words.columns.sessions,
    width: '5rem',
    figures: true,
    render: (m) => words.sessions(m.sessions),
  },
  {
    key: 'state',
    title: words.columns.state,
    width: '6.5rem',
    render: (m) => <MediationStateTag state={m.state} />,
  },
  {
    key: 'sync',
    title: words.columns.sync,
    width: '4.5rem',
    render: (m) => <span className="row-aside">{m.synced ? casesText.sent : casesText.notSent}</span>,
  },
];

/** 调解: the mediations of this unit; Enter opens one, Alt+N takes a new one. */
export function MediationScreen() {
  const [, go] = useLocation();
  const [show, setShow] = useState<Show>('open');
  const query = useQuery(() => desk.mediation.list({ open: show === 'open' }), ['cases', 'sync'], [show]);
  const [opening, setOpening] = useState(false);
  useKeys({ 'alt+n': () => setOpening(true) });
  return (
    <Page
      title={screenTitles.mediation}
      fill
      aside={query.value && words.count(query.value.length)}
      actions={
        <>
          <ChoiceGroup<Show> label={words.show} value={show} choices={SHOWS} onChange={setShow} />
          <Button type="primary" onClick={() => setOpening(true)}>
            {words.open}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(rows) => (
          <DataGrid
            label={words.grid}
            name={`mediation-${show}`}
            rows={rows}
            rowKey={(m) => m.mediationId}
            columns={COLUMNS}
            onOpen={(m) => go(`/mediation/${m.mediationId}`)}
            autoFocus={!opening}
            empty={
              <EmptyState
                icon={<AuditOutlined />}
                title={show === 'open' ? words.emptyTitle : words.noneTitle}
                hint={words.emptyHint}
                action={
                  <Button type="primary" onClick={() => setOpening(true)}>
                    {words.open}
                  </Button>
                }
              />
            }
          />
        )}
      </QueryView>
      {opening && (
        <OpenMediationDialog
          origin={null}
          onClose={() => setOpening(false)}
          onDone={(mediationId) => go(`/mediation/${mediationId}`)}
        />
      )}
    </Page>
  );
}
