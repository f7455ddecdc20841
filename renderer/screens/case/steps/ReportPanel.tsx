import type { AssignmentView } from '../../../../contract/cases.ts';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useSession, useToday } from '../../../stores/session.ts';
import { stepText, stepWords } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DraftNote } from '../../../ui/DraftNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import { useFormDraft } from '../../../ui/useFormDraft.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.report;
type Input = Omit<InputOf<DeskContract['assignments']['report']>, 'commandId'>;
type Props = Pick<PanelProps, 'onClose' | 'onDone'> & { assignment: AssignmentView };

/** 办结报告: the town's answer to the bureau (Art.22(3)). */
export function ReportPanel({ assignment, onClose, onDone }: Props) {
  const today = useToday();
  const user = useSession((s) => s.session?.user);
  const { caseId, assignmentId, caseNumber } = assignment;
  const report = useCommand((commandId, input: Input) => desk.assignments.report({ commandId, ...input }));
  const fields = useFields(
    () => ({
      reportedOn: today as string,
      text: '',
      signer: user?.roles.includes('leader') ? user.name : '',
    }),
    { labels: words, required: ['reportedOn', 'text', 'signer'], dates: ['reportedOn'] },
    report.errors,
  );
  const { values, change, error } = fields;
  const { text, signer } = values;
  const draft = useFormDraft(
    'report',
    assignmentId,
    `${stepWords.reportAssignment} ${caseNumber}`,
    { text, signer },
    change,
  );
  const save = async () => {
    const read = fields.read();
    const done = read && (await report.run({ caseId, assignmentId, ...read }));
    if (!done) return;
    await draft.discard();
    onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={report.busy}
      error={report.error}
      width={56}
      extra={<DraftNote draft={draft} onFresh={() => change({ text: '', signer: '' })} />}
    >
      <p className="panel-title">{assignment.title}</p>
      {assignment.reportDue && <p className="panel-note figures">{words.due(assignment.reportDue)}</p>}
      <div className="form-grid">
        <TextField
          label={words.text}
          required
          rows={10}
          maxRows={18}
          maxLength={20_000}
          value={values.text}
          onChange={(next) => change({ text: next })}
          error={error('text')}
          hint={words.textHint}
        />
        <TextField
          label={words.signer}
          required
          maxLength={50}
          value={values.signer}
          onChange={(next) => change({ signer: next })}
          error={error('signer')}
        />
        <DateField
          label={words.reportedOn}
          required
          value={values.reportedOn}
          onChange={(reportedOn) => change({ reportedOn })}
          error={error('reportedOn')}
        />
      </div>
    </Dialog>
  );
}
