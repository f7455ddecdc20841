import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Popover } from 'antd';
import { useState } from 'react';
import type { StepView } from '../../../contract/case.ts';
import type { CaseView } from '../../../contract/cases.ts';
import { ENDED_STATUSES } from '../../../domain/petitionStatus.ts';
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

/** As many as the digits reach; what comes after them stands in the menu with what is wanted seldom. */
const IN_THE_BAR = 9;

/**
 * What the law allows now: the likely step first and by the digit 1, at most nine; the others in a menu that opens with 0.
 * What the law does not allow stands apart, with the reason.
 */
export function StepBar({ view, active, onStep }: Props) {
  const open = [...view.steps.filter((s) => s.open)].sort((a, b) => Number(b.next) - Number(a.next));
  const usual = [...open.filter((s) => !s.aside).map((s) => s.step), ...extras(view)];
  const names = usual.slice(0, IN_THE_BAR);
  const others = [...open.filter((s) => s.aside).map((s) => s.step), ...usual.slice(IN_THE_BAR)];
  const [more, setMore] = useState(false);
  const actions = Array.from({ length: IN_THE_BAR }, (_, i) => {
    const name = names[i];
    return name === undefined ? undefined : () => onStep(name);
  });
  useDigits([...actions, others.length > 0 ? () => setMore(true) : undefined], active && !more);
  return (
    <nav className="steps" aria-label={caseText.steps.title}>
      {open.length === 0 && <span className="steps-none">{caseText.steps.none}</span>}
      {names.map((name, index) => (
        <DigitButton
          key={name}
          label={stepWords[name] ?? name}
          digit={index + 1}
          kind={EXTRAS.has(name) ? 'text' : open[index]?.next ? 'primary' : 'default'}
          onClick={() => onStep(name)}
        />
      ))}
      {others.length > 0 && <MoreSteps steps={others} open={more} onOpen={setMore} onStep={onStep} />}
    </nav>
  );
}

interface MoreProps {
  steps: readonly string[];
  open: boolean;
  onOpen(open: boolean): void;
  onStep(step: string): void;
}

/** Steps without a digit; the arrows choose among them. */
function MoreSteps({ steps, open, onOpen, onStep }: MoreProps) {
  const items = steps.map((name) => ({ key: name, label: stepWords[name] ?? name }));
  const choose = ({ key }: { key: string }) => {
    onOpen(false);
    onStep(key);
  };
  return (
    <Dropdown
      menu={{ items, onClick: choose }}
      trigger={['click']}
      autoFocus
      open={open}
      onOpenChange={onOpen}
    >
      <Button type="text" aria-keyshortcuts="0" aria-haspopup="menu" aria-expanded={open}>
        <span className="step-digit" aria-hidden="true">
          0
        </span>
        {caseText.steps.more} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

const EXTRAS: ReadonlySet<string> = new Set(['amend', 'note']);
const ENDED: ReadonlySet<string> = new Set(ENDED_STATUSES);

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
