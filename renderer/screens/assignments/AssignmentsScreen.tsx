import { InboxOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { AssignmentView } from '../../../contract/cases.ts';
import { desk } from '../../app/bridge.ts';
import { useToday } from '../../stores/session.ts';
import { assignmentsText as words } from '../../text/assignments.ts';
import { screenTitles } from '../../text/shell.ts';
import { type Choice, ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { daysUntil } from '../../ui/daysUntil.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FOCUSED_ROW, focusBack } from '../../ui/focusBack.ts';
import { Page } from '../../ui/Page.tsx';
import { PaperPreview } from '../../ui/PaperPreview.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { RowFocus } from '../../ui/RowFocus.tsx';
import { UrgencyTag } from '../../ui/UrgencyTag.tsx';
import { urgencyOf } from '../../ui/urgencyOf.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { AssignmentDetail, DETAIL_ID } from './AssignmentDetail.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';

type Show = 'open' | 'all';
const SHOWS: readonly Choice<Show>[] = (['open', 'all'] as const).map((value) => ({
  value,
  label: words.shows[value],
}));

/** 交办件: what the bureau sent down; left the list, right the one in focus with its next lawful steps. */
export function AssignmentsScreen() {
  const [show, setShow] = useState<Show>('open');
  const [chosen, setChosen] = useState<string | null>(null);
  const [printing, setPrinting] = useState<{ caseId: string; paperId: string } | null>(null);
  const today = useToday();
  const query = useQuery(() => desk.assignments.list({ open: show === 'open' }), ['cases', 'sync'], [show]);
  return (
    <Page
      title={screenTitles.assignments}
      fill
      aside={query.value && words.count(query.value.length)}
      actions={<ChoiceGroup<Show> label={words.show} value={show} choices={SHOWS} onChange={setShow} />}
    >
      <QueryView query={query}>
        {(list) => {
          const selected = list.find((a) => a.assignmentId === chosen) ?? list[0];
          return (
            <div className="two-panes">
              <RowFocus onRow={(index) => setChosen(list[index]?.assignmentId ?? null)}>
                <DataGrid
                  label={words.grid}
                  name={`assignments-${show}`}
                  rows={list}
                  rowKey={(a) => a.assignmentId}
                  columns={columns(today)}
                  onOpen={focusDetail}
                  autoFocus
                  empty={
                    <EmptyState
                      icon={<InboxOutlined />}
                      title={show === 'open' ? words.emptyTitle : words.noneTitle}
                      hint={words.emptyHint}
                    />
                  }
                />
              </RowFocus>
              {selected && (
                <AssignmentDetail
                  key={selected.assignmentId}
                  assignment={selected}
                  onChanged={query.reload}
                  onPrint={(paperId) => setPrinting({ caseId: selected.caseId, paperId })}
                />
              )}
            </div>
          );
        }}
      </QueryView>
      {printing && (
        <PaperPreview
          subject="case"
          id={printing.caseId}
          paperId={printing.paperId}
          onClose={() => {
            setPrinting(null);
            focusBack(FOCUSED_ROW);
          }}
        />
      )}
    </Page>
  );
}

function focusDetail(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${DETAIL_ID} button`)?.focus());
}

function columns(today: string): readonly Column<AssignmentView>[] {
  const { columns: titles } = words;
  return [
    {
      key: 'assignedOn',
      title: titles.assignedOn,
      width: '5.6rem',
      figures: true,
      render: (a) => a.assignedOn,
    },
    { key: 'manner', title: titles.manner, width: '3.2rem', render: (a) => words.manners[a.manner] },
    {
      key: 'title',
      title: titles.title,
      width: 'minmax(8rem, 1fr)',
      render: (a) => <span title={a.title}>{a.title}</span>,
    },
    {
      key: 'state',
      title: titles.state,
      width: '8.2rem',
      render: (a) => <span className={`tag tag-${stateKind(a.state)}`}>{words.states[a.state]}</span>,
    },
    {
      key: 'reportDue',
      title: titles.reportDue,
      width: '7.4rem',
      figures: true,
      render: (a) => <ReportDue assignment={a} today={today} />,
    },
  ];
}

function ReportDue({ assignment: a, today }: { assignment: AssignmentView; today: string }) {
  if (!a.reportDue) return <span className="row-aside">{words.noReport}</span>;
  const done = a.state === 'reported' || a.state === 'returned' || a.state === 'superseded';
  if (done) return <span className="row-aside">{a.reportDue}</span>;
  const days = daysUntil(a.reportDue, today);
  return (
    <span title={a.reportDue}>
      <UrgencyTag urgency={urgencyOf(days)} daysLeft={days} />
    </span>
  );
}

function stateKind(state: AssignmentView['state']): 'waiting' | 'done' | 'plain' {
  if (state === 'await-sign' || state === 'objection-pending') return 'waiting';
  return state === 'reported' || state === 'returned' || state === 'superseded' ? 'done' : 'plain';
}
