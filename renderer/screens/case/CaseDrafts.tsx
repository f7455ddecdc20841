import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { CaseView } from '../../../contract/cases.ts';
import { desk } from '../../app/bridge.ts';
import { caseText } from '../../text/case.ts';
import { stepWords } from '../../text/steps.ts';
import { clockTime } from '../../ui/times.ts';
import { subjectOf } from '../../ui/useFormDraft.ts';
import { useQuery } from '../../ui/useQuery.ts';

/** Step of each form that keeps drafts. */
const STEPS: Record<string, string> = {
  opinion: 'issueOpinion',
  objection: 'raiseObjection',
  report: 'reportAssignment',
  mediation: 'openMediation',
};

/** Half-typed forms of this case (power cut, closed window), offered again while their step is still open. */
export function CaseDrafts({ view, onStep }: { view: CaseView; onStep(step: string): void }) {
  const drafts = useQuery(() => desk.drafts.list({}), ['drafts']).value ?? [];
  const subjects = new Set([view.row.caseId, ...view.assignments.map((a) => a.assignmentId)]);
  const open = new Set(view.steps.filter((s) => s.open).map((s) => s.step));
  const found = drafts.filter((draft) => {
    const step = STEPS[draft.form];
    return step && open.has(step) && subjects.has(subjectOf(draft.body) ?? '');
  });
  return found.map((draft) => {
    const step = STEPS[draft.form] ?? '';
    return (
      <p key={draft.draftId} className="case-draft figures">
        <EditOutlined aria-hidden="true" />
        {caseText.drafts.found(stepWords[step] ?? step, clockTime(draft.savedAt))}
        <Button size="small" onClick={() => onStep(step)}>
          {caseText.drafts.resume}
        </Button>
      </p>
    );
  });
}
