import { DesktopOutlined } from '@ant-design/icons';
import { useLocation } from 'wouter';
import type { BureauDesk, HeldEvent } from '../../contract/bureauViews.ts';
import { bureauText, consoleSentence, heldReason } from '../text/bureau.ts';
import { type Column, DataGrid } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { dateTime } from '../ui/times.ts';
import { AnswerView } from './AnswerView.tsx';
import { bureau } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import { useAnswer } from './useAnswer.ts';
import '../ui/panes.css';
import '../ui/tags.css';
import './bureau.css';

const words = bureauText.desks;
const DAY = 86_400_000;
/** A desk that was silent this long (days) is named, so that somebody calls the town. */
const SILENT_DAYS = 3;
/** A clock that differs by less (ms) is fine. */
const CLOCK_FINE = 2 * 60_000;

/** The desks: when each was last heard of, what still waits there, and whose clock is wrong. */
export function DesksPage() {
  const query = useAnswer(() => bureau.desks.list({}));
  const officer = useConsole((s) => s.state?.officer?.roles.includes('officer') ?? false);
  return (
    <Page title={bureauText.titles.desks} fill aside={query.value && words.count(query.value.length)}>
      <AnswerView query={query}>
        {(desks) => (
          <DataGrid
            label={words.grid}
            name="desks"
            rows={desks}
            rowKey={(d) => d.stream}
            columns={columns()}
            autoFocus
            empty={<EmptyState icon={<DesktopOutlined />} title={words.emptyTitle} hint={words.emptyHint} />}
          />
        )}
      </AnswerView>
      {officer && <Attention />}
    </Page>
  );
}

function columns(): readonly Column<BureauDesk>[] {
  const titles = words.columns;
  return [
    { key: 'unit', title: titles.unit, width: 'minmax(7rem, 1fr)', render: (d) => d.unit.name },
    { key: 'name', title: titles.name, width: 'minmax(8rem, 1.4fr)', render: (d) => d.deskName },
    { key: 'letter', title: titles.letter, width: '3rem', render: (d) => d.letter },
    { key: 'seen', title: titles.seen, width: '15rem', figures: true, render: seen },
    {
      key: 'waiting',
      title: titles.waiting,
      width: '5rem',
      figures: true,
      render: (d) => words.waiting(d.waiting),
    },
    { key: 'head', title: titles.head, width: '5rem', figures: true, render: (d) => words.head(d.head) },
    { key: 'clock', title: titles.clock, width: '6.5rem', figures: true, render: clock },
    { key: 'version', title: titles.version, width: '4.5rem', figures: true, render: (d) => d.appVersion },
    {
      key: 'state',
      title: titles.state,
      width: '9.5rem',
      render: (d) => (
        <span className={`tag tag-${d.state === 'active' ? 'done' : 'red'}`}>{words.states[d.state]}</span>
      ),
    },
  ];
}

function seen({ lastSeenAt }: BureauDesk) {
  if (!lastSeenAt) return <span className="tag tag-waiting">{words.never}</span>;
  const days = Math.floor((Date.now() - Date.parse(lastSeenAt)) / DAY);
  return (
    <>
      {dateTime(lastSeenAt)}{' '}
      {days >= SILENT_DAYS && <span className="tag tag-orange">{words.silent(days)}</span>}
    </>
  );
}

function clock({ clockBehind }: BureauDesk) {
  if (clockBehind === null) return null;
  if (Math.abs(clockBehind) < CLOCK_FINE) return <span className="row-aside">{words.clockFine}</span>;
  const minutes = Math.round(Math.abs(clockBehind) / 60_000);
  return (
    <span className="tag tag-orange">
      {clockBehind > 0 ? words.clockBehind(minutes) : words.clockAhead(minutes)}
    </span>
  );
}

/** Facts that were refused or held, with the desk and the case. */
function Attention() {
  const [, go] = useLocation();
  const query = useAnswer(() => bureau.desks.attention({}));
  return (
    <Section title={words.attention} className="attention">
      {query.status === 'refused' && query.refusal && (
        <p className="quiet">{consoleSentence(query.refusal)}</p>
      )}
      {query.value?.length === 0 && <p className="quiet">{words.attentionNone}</p>}
      <ul className="attention-items">
        {(query.value ?? []).map((item) => (
          <li key={item.id}>
            {item.caseNumber ? (
              <button type="button" onClick={() => go(`/cases/${item.caseId}`)}>
                <HeldFact item={item} />
              </button>
            ) : (
              <div>
                <HeldFact item={item} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One fact; without a case that is known here there is nothing to open. */
function HeldFact({ item }: { item: HeldEvent }) {
  return (
    <>
      <span className={`tag tag-${item.verdict === 'held' ? 'waiting' : 'red'}`}>
        {bureauText.page.verdicts[item.verdict]}
      </span>
      <span className="figures">{words.entry(item.deskName, item.caseNumber)}</span>
      <span>{item.text}</span>
      {item.code && <small className="row-aside">{heldReason(item.code)}</small>}
    </>
  );
}
