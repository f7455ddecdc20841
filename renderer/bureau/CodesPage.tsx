import { KeyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { EnrolmentCode } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { DataGrid } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { dateTime } from '../ui/times.ts';
import { AnswerView } from './AnswerView.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import { bureau } from './consoleClient.ts';
import { useAnswer } from './useAnswer.ts';
import { useSend } from './useSend.ts';
import '../ui/tags.css';
import './bureau.css';

const words = bureauText.codes;

/** One-time codes with which a desk enrols; each is shown once, when it is made. */
export function CodesPage() {
  const query = useAnswer(() => bureau.desks.codes({}));
  const [making, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
    query.reload();
  };
  return (
    <Page
      title={bureauText.titles.codes}
      fill
      aside={query.value && words.count(query.value.length)}
      actions={
        <Button type="primary" icon={<KeyOutlined aria-hidden="true" />} onClick={() => setMaking(true)}>
          {words.create}
        </Button>
      }
    >
      <AnswerView query={query}>
        {(codes) => (
          <DataGrid
            label={words.grid}
            name="codes"
            rows={codes}
            rowKey={(c) => c.id}
            columns={[
              {
                key: 'unit',
                title: words.columns.unit,
                width: 'minmax(8rem, 1fr)',
                render: (c) => c.unit.name,
              },
              {
                key: 'created',
                title: words.columns.createdAt,
                width: '10rem',
                figures: true,
                render: (c) => dateTime(c.createdAt),
              },
              { key: 'by', title: words.columns.createdBy, width: '6rem', render: (c) => c.createdBy },
              {
                key: 'expires',
                title: words.columns.expiresAt,
                width: '10rem',
                figures: true,
                render: (c) => dateTime(c.expiresAt),
              },
              {
                key: 'state',
                title: words.columns.state,
                width: 'minmax(12rem, 1fr)',
                render: (c) => <CodeState code={c} onCancelled={query.reload} />,
              },
            ]}
            autoFocus={!making}
            empty={<EmptyState icon={<KeyOutlined />} title={words.emptyTitle} hint={words.emptyHint} />}
          />
        )}
      </AnswerView>
      {making && <CodeDialog onClose={close} />}
    </Page>
  );
}

function CodeState({ code, onCancelled }: { code: EnrolmentCode; onCancelled(): void }) {
  const cancel = useSend((commandId, id: string) => bureau.desks.cancelCode({ commandId, id }));
  if (code.usedBy) return <span className="tag tag-done">{words.used(code.usedBy)}</span>;
  if (Date.parse(code.expiresAt) < Date.now()) return <span className="row-aside">{words.expired}</span>;
  return (
    <>
      <span className="tag tag-plain">{words.open}</span>{' '}
      <Button
        size="small"
        loading={cancel.busy}
        aria-label={words.cancelFor(code.unit.name)}
        onClick={() => void cancel.run(code.id).then(onCancelled)}
      >
        {words.cancel}
      </Button>
      {cancel.error && <span className="field-error"> {cancel.error}</span>}
    </>
  );
}
