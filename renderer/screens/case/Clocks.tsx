import { CheckOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { Clock } from '../../../contract/case.ts';
import { caseText } from '../../text/case.ts';
import { dateTime } from '../../ui/times.ts';
import { UrgencyTag } from '../../ui/UrgencyTag.tsx';

const words = caseText.clocks;

/** The clocks of a case: what runs first, then what is done or not owed, folded away. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const running = clocks
    .filter((c) => c.state === 'running')
    .sort((a, b) => a.dueRaw.localeCompare(b.dueRaw));
  const ended = clocks.filter((c) => c.state !== 'running');
  return (
    <section className="clocks" aria-label={words.title}>
      {running.length === 0 && <p className="quiet">{words.none}</p>}
      {running.map((clock) => (
        <RunningClock key={clock.rule} clock={clock} />
      ))}
      {ended.length > 0 && (
        <details className="clocks-ended" open={running.length === 0}>
          <summary>{words.finished(ended.length)}</summary>
          {ended.map((clock) => (
            <EndedClock key={clock.rule} clock={clock} />
          ))}
        </details>
      )}
    </section>
  );
}

function RunningClock({ clock }: { clock: Clock }) {
  return (
    <article className="clock" data-urgency={clock.urgency} aria-label={clock.name}>
      <header className="clock-head">
        <h2 className="clock-name">{clock.name}</h2>
        {clock.urgency && <UrgencyTag urgency={clock.urgency} daysLeft={clock.daysLeft} />}
      </header>
      <p className="clock-due">
        <span title={words.rawHint}>{words.raw}</span>
        <b className="figures">{clock.dueRaw}</b>
        {clock.provisional && (
          <span className="tag tag-yellow" title={words.provisionalHint}>
            <InfoCircleOutlined aria-hidden="true" /> {words.provisional}
          </span>
        )}
      </p>
      <Values clock={clock} />
      <Working clock={clock} />
    </article>
  );
}

/** The two other values of the due date (DOMAIN 2.2); the first stands above in large figures. */
function Values({ clock }: { clock: Clock }) {
  return (
    <dl className="working-values">
      <Line term={words.legal} hint={words.legalHint} value={clock.dueLegal} />
      <Line term={words.system} hint={words.systemHint} value={dateTime(clock.dueSystem)} />
    </dl>
  );
}

function EndedClock({ clock }: { clock: Clock }) {
  return (
    <article className="clock clock-ended" aria-label={clock.name}>
      <header className="clock-head">
        <h3 className="clock-name">{clock.name}</h3>
        <span className={`tag ${clock.state === 'met-late' ? 'tag-orange' : 'tag-done'}`}>
          {clock.state === 'met' && <CheckOutlined aria-hidden="true" />}
          {words.states[clock.state]}
        </span>
      </header>
      <p className="clock-note">
        {clock.metOn && <span className="figures">{words.metOn(clock.metOn)}</span>}
        {clock.reason && (words.reasons[clock.reason] ?? clock.reason)}
      </p>
      <Working clock={clock} />
    </article>
  );
}

/** How the date came about: the start fact, the article, every line of the counting. */
function Working({ clock }: { clock: Clock }) {
  return (
    <details className="working">
      <summary>{words.working}</summary>
      <ol className="working-lines">
        {clock.working.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <dl className="working-values">
        <Line term={words.start} value={`${clock.start} ${clock.startFact}`} />
        <Line term={words.article} value={clock.article} />
        <Line term={words.owedBy} value={words.owners[clock.owedBy] ?? clock.owedBy} />
        <Line term={words.calendar} value={clock.calendarVersion} />
      </dl>
      {clock.provisional && <p className="clock-note">{words.provisionalHint}</p>}
    </details>
  );
}

function Line({ term, value, hint }: { term: string; value: string; hint?: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">
        {value}
        {hint && <small className="working-hint">{hint}</small>}
      </dd>
    </div>
  );
}
