import { CloudUploadOutlined, LockOutlined, SwapRightOutlined } from '@ant-design/icons';
import type { CaseView } from '../../../contract/cases.ts';
import { caseText } from '../../text/case.ts';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { UrgencyTag } from '../../ui/UrgencyTag.tsx';
import { ClosedSteps } from './StepBar.tsx';

/** Number, state, urgency, custody and secrecy of a case in one line beside its title. */
export function CaseHead({ view }: { view: CaseView }) {
  const { row } = view;
  return (
    <div className="case-head">
      <output className="case-number figures" aria-label={caseText.number}>
        {row.number}
      </output>
      <StatusTag status={row.status} />
      {row.nextClock && row.ours && (
        <span className="case-next">
          <UrgencyTag urgency={row.nextClock.urgency} daysLeft={row.nextClock.daysLeft} />{' '}
          {row.nextClock.name}
        </span>
      )}
      {row.restricted && (
        <span className="tag tag-red">
          <LockOutlined aria-hidden="true" /> {caseText.restricted}
        </span>
      )}
      {!row.ours && (
        <span className="tag tag-done">
          <SwapRightOutlined aria-hidden="true" /> {caseText.elsewhere(row.unitName)}
        </span>
      )}
      {!row.synced && (
        <span className="tag tag-waiting">
          <CloudUploadOutlined aria-hidden="true" /> {caseText.notSent}
        </span>
      )}
      <ClosedSteps steps={view.steps} />
    </div>
  );
}
