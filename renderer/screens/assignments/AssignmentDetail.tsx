import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AssignmentView } from '../../../contract/cases.ts';
import type { StepDone } from '../../../contract/handling.ts';
import { desk } from '../../app/bridge.ts';
import { useToday } from '../../stores/session.ts';
import { assignmentsText as words } from '../../text/assignments.ts';
import { caseText } from '../../text/case.ts';
import { stepWords } from '../../text/steps.ts';
import { DigitButton } from '../../ui/DigitButton.tsx';
import { daysUntil } from '../../ui/daysUntil.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { FOCUSED_ROW, focusBack } from '../../ui/focusBack.ts';
import { LongText } from '../../ui/LongText.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useDigits } from '../../ui/useDigits.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { StepPanel } from '../case/StepPanel.tsx';
import type { PanelProps } from '../case/steps/panelProps.ts';

/** Enter in the list moves the focus here. */
export const DETAIL_ID = 'assignment-detail';

interface Props {
  assignment: AssignmentView;
  onChanged(): void;
  onPrint(paperId: string): void;
}

type State = AssignmentView['state'];

/** Steps taken from this screen, the likely one first; what the law says to each the desk decides when it is taken. */
const STEPS: Record<State, readonly string[]> = {
  'await-sign': ['signAssignment'],
  signed: ['accept', 'raiseObjection', 'reportAssignment'],
  'objection-pending': [],
  'objection-rejected': ['accept', 'reportAssignment'],
  returned: [],
  accepted: ['reportAssignment'],
  reported: [],
  superseded: [],
};

/** One item sent down: what is asked, until when, what became of it, and the steps that may come now. */
export function AssignmentDetail({ assignment: a, onChanged, onPrint }: Props) {
  const [, go] = useLocation();
  const [step, setStep] = useState<string | null>(null);
  const steps = STEPS[a.state];
  useDigits(
    steps.map((name) => () => setStep(name)),
    step === null,
  );
  const done = (papers: StepDone['papers']) => {
    setStep(null);
    focusBack(FOCUSED_ROW);
    onChanged();
    if (papers[0]) onPrint(papers[0].paperId);
  };
  return (
    <section className="pane" aria-label={words.detail} id={DETAIL_ID}>
      <h2 className="pane-title">{a.title}</h2>
      <nav className="steps" aria-label={words.actions}>
        {steps.map((name, index) => (
          <DigitButton
            key={name}
            digit={index + 1}
            label={stepWords[name] ?? name}
            kind={index === 0 ? 'primary' : 'default'}
            onClick={() => setStep(name)}
          />
        ))}
        <Button onClick={() => go(`/cases/${a.caseId}`)}>{words.open}</Button>
      </nav>
      <Requirement assignment={a} />
      {step && <CaseStep assignment={a} step={step} onClose={() => setStep(null)} onDone={done} />}
    </section>
  );
}

interface CaseStepProps extends Omit<PanelProps, 'view'> {
  assignment: AssignmentView;
  step: string;
}

/** The case is read (and the reading logged) only when a step is really taken. */
function CaseStep({ assignment, step, ...rest }: CaseStepProps) {
  const { caseId } = assignment;
  const query = useQuery(() => desk.cases.get({ caseId }), [], [caseId]);
  if (query.status === 'loading') return null;
  return (
    <QueryView query={query}>
      {(view) => <StepPanel view={view} panel={{ step, assignment }} {...rest} />}
    </QueryView>
  );
}

function Requirement({ assignment: a }: { assignment: AssignmentView }) {
  const today = useToday();
  const facts: Fact[] = [
    { term: words.number, value: a.caseNumber, figures: true },
    { term: words.columns.lead, value: a.leadName },
    { term: words.columns.from, value: `${a.fromName}（${words.manners[a.manner]}，${a.assignedOn}）` },
    { term: words.documentNumber, value: a.documentNumber, figures: true },
    { term: words.columns.reportDue, value: a.reportDue ?? words.noReport, figures: true },
    { term: words.columns.state, value: words.states[a.state] },
    { term: words.signedOn, value: a.signedOn, figures: true },
  ];
  return (
    <>
      <Facts facts={facts} />
      {a.objectionDue && !a.objection && (
        <p className="pane-warn figures">
          {words.objectionDue(a.objectionDue)}
          <strong>{words.objectionLeft(daysUntil(a.objectionDue, today))}</strong>
        </p>
      )}
      {a.requirement && <LongText title={words.requirement} text={a.requirement} />}
      {a.objection && (
        <LongText
          title={`${words.objection} ${a.objection.raisedOn}`}
          text={a.objection.reasons}
          {...(a.objection.proposedUnit && { aside: `${words.proposed}：${a.objection.proposedUnit}` })}
        />
      )}
      {a.objection?.answer !== undefined && (
        <LongText
          title={`${words.objectionAnswer}：${a.objection.upheld ? caseText.handling.upheld : caseText.handling.rejected}`}
          text={a.objection.answer}
        />
      )}
      {a.report && <LongText title={`${words.report} ${a.report.reportedOn}`} text={a.report.text} />}
    </>
  );
}
