import { TeamOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Officer } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { type Column, DataGrid } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { AnswerView } from './AnswerView.tsx';
import { bureau } from './consoleClient.ts';
import { OfficerDialog } from './OfficerDialog.tsx';
import { useAnswer } from './useAnswer.ts';
import '../ui/tags.css';
import './bureau.css';

const words = bureauText.officers;

const COLUMNS: readonly Column<Officer>[] = [
  { key: 'name', title: words.columns.name, width: 'minmax(7rem, 1fr)', render: (o) => o.name },
  {
    key: 'roles',
    title: words.columns.roles,
    width: 'minmax(10rem, 1.4fr)',
    render: (o) => o.roles.map((role) => bureauText.roleWords[role]).join('、'),
  },
  {
    key: 'restricted',
    title: words.columns.restricted,
    width: '8rem',
    render: (o) => (o.restricted ? words.canRead : words.cannotRead),
  },
  {
    key: 'state',
    title: words.columns.state,
    width: '7rem',
    render: (o) => (
      <span className={`tag tag-${o.active ? 'plain' : 'done'}`}>
        {o.active ? words.active : words.disabled}
      </span>
    ),
  },
  {
    key: 'created',
    title: words.columns.createdAt,
    width: '8rem',
    figures: true,
    render: (o) => o.createdAt.slice(0, 10),
  },
];

/** Who may sign in at the bureau, with which duties. Enter opens an account. */
export function OfficersPage() {
  const query = useAnswer(() => bureau.officers.list({}));
  const [open, setOpen] = useState<Officer | 'new' | null>(null);
  const close = () => {
    setOpen(null);
    query.reload();
  };
  return (
    <Page
      title={bureauText.titles.officers}
      fill
      aside={query.value && words.count(query.value.length)}
      actions={
        <Button type="primary" icon={<UserAddOutlined aria-hidden="true" />} onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      }
    >
      <AnswerView query={query}>
        {(officers) => (
          <DataGrid<Officer>
            label={words.grid}
            name="officers"
            rows={officers}
            rowKey={(o) => o.id}
            columns={COLUMNS}
            onOpen={setOpen}
            autoFocus
            empty={<EmptyState icon={<TeamOutlined />} title={words.emptyTitle} hint={words.emptyHint} />}
          />
        )}
      </AnswerView>
      {open && <OfficerDialog officer={open === 'new' ? null : open} onClose={close} />}
    </Page>
  );
}
