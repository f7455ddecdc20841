import { SyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { SyncState } from '../../../contract/sync.ts';
import { desk } from '../../app/bridge.ts';
import { useSession } from '../../stores/session.ts';
import { screenTitles } from '../../text/shell.ts';
import { syncText as words } from '../../text/sync.ts';
import { Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { Outbox } from './Outbox.tsx';
import { StateCard } from './StateCard.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';
import './sync.css';

/** 同步: how the desk stands with the bureau, what waits, and what needs a person. */
export function SyncScreen() {
  const query = useQuery(() => desk.sync.state({}), ['sync', 'cases']);
  const [busy, setBusy] = useState(false);
  const exchange = async () => {
    setBusy(true);
    try {
      await desk.sync.exchange({});
    } catch {
      // The state below says that the desk does not answer.
    }
    setBusy(false);
    query.reload();
  };
  const state = query.value;
  return (
    <Page
      title={screenTitles.sync}
      fill
      actions={
        state?.enrolled &&
        !state.training && (
          <Button
            type="primary"
            icon={<SyncOutlined aria-hidden="true" />}
            loading={busy || state.connection === 'exchanging'}
            onClick={() => void exchange()}
          >
            {words.now}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(value) => (
          <div className="sync">
            <div className="sync-left">
              <StateCard state={value} />
              <Enrolment state={value} onDone={query.reload} />
            </div>
            <Outbox state={value} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

/** The form for the administrator while the desk is not enrolled; a word for everybody else. */
function Enrolment({ state, onDone }: { state: SyncState; onDone(): void }) {
  const administrator = useSession((s) => s.session?.user?.roles.includes('administrator') ?? false);
  if (state.enrolled || state.training) return null;
  return administrator ? (
    <EnrolForm onDone={onDone} />
  ) : (
    <p className="sync-ask">{words.enrol.askAdministrator}</p>
  );
}
