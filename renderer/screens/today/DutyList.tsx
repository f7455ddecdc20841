import { CarryOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { Duty } from '../../../contract/today.ts';
import { todayText } from '../../text/today.ts';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { UrgencyTag } from '../../ui/UrgencyTag.tsx';

const words = todayText.duties;
const COLUMNS: readonly Column<Duty>[] = [
  {
    key: 'urgency',
    title: words.columns.urgency,
    width: '7.2rem',
    render: ({ clock }) => <UrgencyTag urgency={clock.urgency ?? 'green'} daysLeft={clock.daysLeft} />,
  },
  {
    key: 'due',
    title: words.columns.due,
    width: '6.4rem',
    figures: true,
    render: ({ clock }) =>
      clock.provisional ? <span title={words.provisional}>{clock.dueRaw} *</span> : clock.dueRaw,
  },
  {
    key: 'duty',
    title: words.columns.duty,
    width: 'minmax(6.5rem, 10.5rem)',
    render: ({ clock }) => clock.name,
  },
  { key: 'title', title: words.columns.title, width: 'minmax(7rem, 1fr)', render: ({ row }) => row.title },
  { key: 'lead', title: words.columns.lead, width: '5.5rem', render: ({ row }) => row.leadName },
  {
    key: 'status',
    title: words.columns.status,
    width: '7.2rem',
    render: ({ row }) => <StatusTag status={row.status} />,
  },
];

/** Duties with a date in the order in which they would hurt; Enter opens the case. */
export function DutyList({ duties, canRegister }: { duties: readonly Duty[]; canRegister: boolean }) {
  const [, go] = useLocation();
  return (
    <section className="today-duties" aria-labelledby="duties-title">
      <div className="section-head">
        <h2 id="duties-title">{words.title}</h2>
        <span className="section-aside">{words.hint}</span>
      </div>
      <DataGrid
        label={words.title}
        name="duties"
        rows={duties}
        rowKey={({ row, clock }) => `${row.caseId}:${clock.rule}`}
        columns={COLUMNS}
        onOpen={({ row }) => go(`/cases/${row.caseId}`)}
        autoFocus
        empty={
          <EmptyState
            icon={<CarryOutOutlined />}
            title={words.emptyTitle}
            hint={words.emptyHint}
            action={
              canRegister && (
                <Button type="primary" onClick={() => go('/registration')}>
                  {words.emptyAction}
                </Button>
              )
            }
          />
        }
      />
    </section>
  );
}
