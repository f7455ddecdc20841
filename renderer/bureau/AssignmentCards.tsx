import type { AssignmentView } from '../../contract/cases.ts';
import { assignmentsText } from '../text/assignments.ts';
import { bureauText } from '../text/bureau.ts';
import { LongText } from '../ui/LongText.tsx';

const words = bureauText.page;

/** What was sent down, newest first: the requirement, an objection with its answer, the town's report. */
export function AssignmentCards({ assignments }: { assignments: readonly AssignmentView[] }) {
  return (
    <section
      className="sent-down"
      aria-label={words.assignments}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
    >
      {assignments.length === 0 && <p className="quiet">{words.noAssignment}</p>}
      {assignments.toReversed().map((a) => (
        <article key={a.assignmentId} className="sent-card" data-state={a.state} aria-label={a.toName}>
          <header>
            <h2>
              {assignmentsText.manners[a.manner]} {a.toName}
            </h2>
            <span className={`tag tag-${kindOf(a.state)}`}>{assignmentsText.states[a.state]}</span>
          </header>
          <p className="row-aside figures">
            {words.line(a.assignedOn, a.fromName, a.toName)}
            <br />
            {a.reportDue ? words.due(a.reportDue) : words.noDue}
            {a.signedOn && ` · ${words.signed(a.signedOn)}`}
            {a.documentNumber && (
              <>
                <br />
                {a.documentNumber}
              </>
            )}
          </p>
          {a.requirement && <LongText title={words.requirement} text={a.requirement} />}
          {a.objection && (
            <LongText
              title={words.objection(a.objection.raisedOn)}
              text={a.objection.reasons}
              aside={a.objection.proposedUnit ? words.proposed(a.objection.proposedUnit) : undefined}
            />
          )}
          {a.objection?.upheld !== undefined && (
            <LongText title={words.answer(a.objection.upheld)} text={a.objection.answer ?? ''} />
          )}
          {a.report && <LongText title={words.report(a.report.reportedOn)} text={a.report.text} />}
        </article>
      ))}
    </section>
  );
}

function kindOf(state: AssignmentView['state']): string {
  if (state === 'reported') return 'green';
  if (state === 'objection-pending') return 'orange';
  if (state === 'await-sign') return 'waiting';
  return state === 'superseded' || state === 'returned' ? 'done' : 'plain';
}
