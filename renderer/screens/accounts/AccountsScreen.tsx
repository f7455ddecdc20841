import { TeamOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Account } from '../../../contract/accounts.ts';
import { desk } from '../../app/bridge.ts';
import { accountsText } from '../../text/accounts.ts';
import { screenTitles } from '../../text/shell.ts';
import { roleWords } from '../../text/words.ts';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { AddAccountDialog } from './AddAccountDialog.tsx';

const COLUMNS: readonly Column<Account>[] = [
  { key: 'name', title: accountsText.name, width: 'minmax(8rem, 1fr)', render: (a) => a.name },
  {
    key: 'roles',
    title: accountsText.roles,
    width: 'minmax(14rem, 2fr)',
    render: (a) => a.roles.map((role) => roleWords[role]).join('、'),
  },
  {
    key: 'state',
    title: accountsText.state,
    width: '7rem',
    render: (a) => (
      <span className={`tag ${a.active ? 'tag-plain' : 'tag-done'}`}>
        {a.active ? accountsText.active : accountsText.disabled}
      </span>
    ),
  },
  {
    key: 'created',
    title: accountsText.created,
    width: '8rem',
    figures: true,
    render: (a) => a.createdAt.slice(0, 10),
  },
];

/** Who may sign in at this desk, with which duties. Enter opens an account. */
export function AccountsScreen() {
  const query = useQuery(() => desk.accounts.list({}), ['accounts']);
  const [open, setOpen] = useState<Account | 'new' | null>(null);
  const close = () => {
    setOpen(null);
    query.reload();
  };
  return (
    <Page
      title={screenTitles.accounts}
      fill
      aside={query.value && accountsText.count(query.value.length)}
      actions={
        <Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpen('new')}>
          {accountsText.add}
        </Button>
      }
    >
      <QueryView query={query}>
        {(accounts) => (
          <DataGrid
            label={accountsText.title}
            name="accounts"
            rows={accounts}
            rowKey={(a) => a.id}
            columns={COLUMNS}
            onOpen={(account) => setOpen(account)}
            autoFocus
            empty={
              <EmptyState
                icon={<TeamOutlined />}
                title={accountsText.emptyTitle}
                hint={accountsText.emptyHint}
              />
            }
          />
        )}
      </QueryView>
      {open === 'new' && <AddAccountDialog onClose={close} />}
      {open && open !== 'new' && <AccountDialog account={open} onClose={close} />}
    </Page>
  );
}
