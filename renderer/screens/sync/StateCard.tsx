import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons';
import type { SyncState } from '../../../contract/sync.ts';
import { reasonSentence, syncText as words } from '../../text/sync.ts';
import { Facts } from '../../ui/Facts.tsx';
import { dateTime } from '../../ui/times.ts';

const ICONS: Record<SyncState['connection'], typeof CheckCircleOutlined> = {
  connected: CheckCircleOutlined,
  exchanging: CloudSyncOutlined,
  offline: DisconnectOutlined,
  'not-enrolled': DisconnectOutlined,
  refused: ExclamationCircleOutlined,
};

/** The state in words: what it is, that nothing is lost, and the few facts that matter. */
export function StateCard({ state }: { state: SyncState }) {
  const Icon = ICONS[state.connection];
  const { facts } = words;
  return (
    <section className={`state-card state-${state.connection}`} aria-label={words.state}>
      <h2>
        <Icon aria-hidden="true" /> <span role="status">{words.connections[state.connection]}</span>
      </h2>
      <p>{state.training ? words.training : words.comforts[state.connection]}</p>
      {state.reason && (
        <p className="state-reason">
          {facts.reason}：{reasonSentence(state.reason)}
        </p>
      )}
      <Facts
        facts={[
          { term: facts.bureau, value: state.bureauName },
          { term: facts.url, value: state.bureauUrl },
          { term: facts.waiting, value: words.items(state.waiting), figures: true },
          {
            term: facts.oldest,
            value: state.oldestWaitingAt && dateTime(state.oldestWaitingAt),
            figures: true,
          },
          {
            term: facts.last,
            value: state.lastExchangeAt ? dateTime(state.lastExchangeAt) : words.never,
            figures: true,
          },
          { term: facts.next, value: state.nextTryAt && dateTime(state.nextTryAt), figures: true },
        ].map((fact) => ({ ...fact, value: fact.value || undefined }))}
      />
    </section>
  );
}
