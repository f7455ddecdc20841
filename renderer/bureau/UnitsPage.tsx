import { BankOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { BureauUnit } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { bureauForms } from '../text/bureauForms.ts';
import { type Column, DataGrid } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { AnswerView } from './AnswerView.tsx';
import { bureau } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import { UnitDialog } from './UnitDialog.tsx';
import { useAnswer } from './useAnswer.ts';
import '../ui/tags.css';

const words = bureauForms.units;

const COLUMNS: readonly Column<BureauUnit>[] = [
  { key: 'name', title: words.columns.name, width: 'minmax(10rem, 2fr)', render: (u) => u.name },
  { key: 'code', title: words.columns.code, width: '13rem', figures: true, render: (u) => u.code },
  {
    key: 'source',
    title: words.columns.source,
    width: '8rem',
    render: (u) => (
      <span className={`tag tag-${u.builtIn ? 'plain' : 'waiting'}`}>
        {u.builtIn ? words.builtIn : words.added}
      </span>
    ),
  },
  { key: 'desks', title: words.columns.desks, width: '6rem', figures: true, render: (u) => u.desks },
  {
    key: 'registered',
    title: words.columns.registered,
    width: '7rem',
    figures: true,
    render: (u) => u.registered,
  },
  { key: 'open', title: words.columns.open, width: '7rem', figures: true, render: (u) => u.open },
];

/** 单位: where items can be sent. An administrator adds one that is no town of the list. */
export function UnitsPage() {
  const query = useAnswer(() => bureau.units.list({}));
  const administrator = useConsole((s) => s.state?.officer?.roles.includes('administrator') ?? false);
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    query.reload();
  };
  return (
    <Page
      title={bureauText.titles.units}
      fill
      aside={query.value && words.count(query.value.length)}
      actions={
        administrator && (
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <AnswerView query={query}>
        {(units) => (
          <DataGrid
            label={words.grid}
            name="units"
            rows={units}
            rowKey={(u) => u.code}
            columns={COLUMNS}
            autoFocus={!adding}
            empty={<EmptyState icon={<BankOutlined />} title={words.emptyTitle} hint={words.emptyHint} />}
          />
        )}
      </AnswerView>
      {adding && <UnitDialog onClose={close} />}
    </Page>
  );
}
