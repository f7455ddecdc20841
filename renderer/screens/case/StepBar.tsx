import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { StepView } from '../../../contract/case.ts';
import type { CaseView } from '../../../contract/cases.ts';
import { caseText } from '../../text/case.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { stepWords } from '../../text/steps.ts';
import { DigitButton } from '../../ui/DigitButton.tsx';
import { useDigits } from '../../ui/useDigits.ts';

interface Props {
  view: CaseView;
  /** Digits work only while no dialog lies above. */
  active: boolean;
  onStep(step: string): void;
}

/** What the law allows now: the likely step first and by the digit 1; what it does not allow, with the reason. */
export function StepBar({ view, active, onStep }: Props) {
  const open = [...view.steps.filter((s) => s.open)].sort((a, b) => Number(b.next) - Number(a.next));
  const names = [...open.map((s) => s.step), ...extras(view)];
  useDigits(
    names.map((name) => () => onStep(name)),
    active,
  );
  return (
    <nav className="steps" aria-label={caseText.steps.title}>
      {open.length === 0 && <span className="steps-none">{caseText.steps.none}</span>}
      {names.map((name, index) => (
        <DigitButton
          key={name}
          label={stepWords[name] ?? name}
          digit={index + 1}
          kind={index >= open.length ? 'text' : open[index]?.next ? 'primary' : 'default'}
          onClick={() => onStep(name)}
        />
      ))}
    </nav>
  );
}

const ENDED: ReadonlySet<string> = new Set(['concluded', 'rejected', 'no-more']);

function extras(view: CaseView): string[] {
  return view.row.ours && !ENDED.has(view.row.status) ? ['amend', 'note'] : ['note'];
}

/** Steps that are closed now, behind a button: each with its reason and article. */
export function ClosedSteps({ steps }: { steps: readonly StepView[] }) {
  const closed = steps.filter((s) => !s.open && s.reason !== 'already-done');
  if (closed.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={caseText.steps.closedTitle}
      content={<ClosedList steps={closed} />}
    >
      <Button type="text" size="small" className="steps-closed">
        {caseText.steps.closed(closed.length)} <DownOutlined aria-hidden="true" />
      </Button>
    </Popover>
  );
}

function ClosedList({ steps }: { steps: readonly StepView[] }) {
  return (
    <dl className="closed-steps">
      {steps.map((s) => (
        <div key={s.step}>
          <dt>{stepWords[s.step] ?? s.step}</dt>
          <dd>
            {s.reason && refusalSentence({ code: s.reason })}
            {s.article && <small className="closed-article"> {s.article}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
