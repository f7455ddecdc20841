import { CloudUploadOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { caseText } from '../text/case.ts';
import { dateTime } from './times.ts';
import './caseParts.css';
import './tags.css';

const words = caseText.timeline;

/** One fact as it is shown; `sync` is the bureau's verdict on it, local = not sent yet. */
export interface TimelineItem {
  id: string;
  claimed: string;
  entered: string;
  actor: string;
  unitName: string;
  text: string;
  sync: 'local' | 'accepted' | 'rejected' | 'held';
}

type Verdict = TimelineItem['sync'];
interface Props {
  entries: readonly TimelineItem[];
  /** How a verdict is called here; the bureau speaks of itself. */
  verdicts?: Record<Verdict, string>;
}

/** What happened, newest first: the day it is said to have happened, the sentence, who, and when it was entered. */
export function Timeline({ entries, verdicts = words.sync }: Props) {
  if (entries.length === 0) return <p className="quiet">{words.empty}</p>;
  return (
    <ol className="timeline">
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <time className="figures">{entry.claimed.slice(0, 10)}</time>
          <div className="timeline-what">
            <p>{entry.text}</p>
            <small className="timeline-by figures">
              {entry.actor} · {entry.unitName} · {words.entered(dateTime(entry.entered))}
            </small>
          </div>
          <Sent sync={entry.sync} verdicts={verdicts} />
        </li>
      ))}
    </ol>
  );
}

function Sent({ sync, verdicts }: { sync: Verdict; verdicts: Record<Verdict, string> }) {
  if (sync === 'accepted') return <span className="timeline-sent">{verdicts[sync]}</span>;
  const Icon = sync === 'local' ? CloudUploadOutlined : ExclamationCircleOutlined;
  return (
    <span className={`tag ${sync === 'local' ? 'tag-waiting' : 'tag-red'}`}>
      <Icon aria-hidden="true" /> {verdicts[sync]}
    </span>
  );
}
