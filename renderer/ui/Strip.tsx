import {
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
  LinkOutlined,
} from '@ant-design/icons';
import { useLocation } from 'wouter';
import type { SyncState } from '../../contract/sync.ts';
import { desk } from '../app/bridge.ts';
import { stripText } from '../text/shell.ts';
import { clockTime } from './times.ts';
import { useQuery } from './useQuery.ts';

/** The permanent strip: connection, what is not sent yet, last exchange. Going offline never opens a dialog. */
export function Strip() {
  const [, go] = useLocation();
  const query = useQuery(() => desk.sync.state({}), ['sync', 'cases']);
  const state = query.value;
  if (!state) return <div className="strip" role="status" aria-label={stripText.label} />;
  return (
    <button type="button" className="strip" onClick={() => go('/sync')} title={stripText.open}>
      <span
        className={`strip-link strip-${state.training ? 'training' : state.connection}`}
        role="status"
        aria-label={stripText.label}
      >
        {icon(state)}
        {words(state)}
      </span>
      {!state.training && (
        <>
          <span className={state.waiting > 0 ? 'strip-waiting' : ''}>{stripText.waiting(state.waiting)}</span>
          <span className="strip-last figures">
            {state.lastExchangeAt ? stripText.last(clockTime(state.lastExchangeAt)) : stripText.never}
          </span>
        </>
      )}
      {state.attention > 0 && (
        <strong className="strip-attention">
          <ExclamationCircleOutlined aria-hidden="true" /> {stripText.attention(state.attention)}
        </strong>
      )}
    </button>
  );
}

function words(state: SyncState): string {
  if (state.training) return stripText.training;
  const by: Record<SyncState['connection'], string> = {
    connected: stripText.connected,
    offline: stripText.offline,
    exchanging: stripText.exchanging,
    refused: stripText.refused,
    'not-enrolled': stripText.notEnrolled,
  };
  return by[state.connection];
}

function icon(state: SyncState) {
  if (state.connection === 'connected') return <LinkOutlined aria-hidden="true" />;
  return state.connection === 'exchanging' ? (
    <CloudSyncOutlined aria-hidden="true" />
  ) : (
    <DisconnectOutlined aria-hidden="true" />
  );
}
