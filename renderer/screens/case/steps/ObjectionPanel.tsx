import { Checkbox } from 'antd';
import type { AssignmentView } from '../../../../contract/cases.ts';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText, stepWords } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DraftNote } from '../../../ui/DraftNote.tsx';
import { daysUntil } from '../../../ui/daysUntil.ts';
import { Field, TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import { useFormDraft } from '../../../ui/useFormDraft.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.objection;
type Input = Omit<InputOf<DeskContract['assignments']['object']>, 'commandId'>;
type Props = Pick<PanelProps, 'onClose' | 'onDone'> & { assignment: AssignmentView };

/** 异议 with detailed reasons, within 5 working days; a late one is asked about first and then marked late. */
export function ObjectionPanel({ assignment, onClose, onDone }: Props) {
  const today = useToday();
  const { caseId, assignmentId, caseNumber } = assignment;
  const object = useCommand((commandId, input: Input) => desk.assignments.object({ commandId, ...input }));
  const tooLate = object.refusal?.code === 'objection-late';
  const fields = useFields(
    () => ({ raisedOn: today as string, reasons: '', proposedUnit: '', lateAnyway: false }),
    { labels: words, required: ['raisedOn', 'reasons'], dates: ['raisedOn'] },
    // A late one is not a wrong date but a question: its sentence stands at the answer.
    tooLate ? { lateAnyway: object.errors.raisedOn ?? '' } : object.errors,
  );
  const { values, change, error } = fields;
  const { reasons, proposedUnit } = values;
  const draft = useFormDraft(
    'objection',
    assignmentId,
    `${stepWords.raiseObjection} ${caseNumber}`,
    { reasons, proposedUnit },
    change,
  );
  const save = async () => {
    const read = fields.read();
    const done = read && (await object.run({ caseId, assignmentId, ...read }));
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
      busy={object.busy}
      error={object.error}
      width={50}
      extra={<DraftNote draft={draft} onFresh={() => change({ reasons: '', proposedUnit: '' })} />}
    >
      <p className="panel-title">{assignment.title}</p>
      <Limit assignment={assignment} today={today} />
      <div className="form-grid">
        <TextField
          label={words.reasons}
          required
          rows={6}
          maxRows={14}
          maxLength={4000}
          value={values.reasons}
          onChange={(text) => change({ reasons: text })}
          error={error('reasons')}
          hint={words.reasonsHint}
        />
        <TextField
          label={words.proposedUnit}
          maxLength={100}
          value={values.proposedUnit}
          onChange={(text) => change({ proposedUnit: text })}
          error={error('proposedUnit')}
        />
        <DateField
          label={words.raisedOn}
          required
          value={values.raisedOn}
          onChange={(raisedOn) => change({ raisedOn })}
          error={error('raisedOn')}
        />
      </div>
      {(tooLate || values.lateAnyway) && (
        <div className="panel-late">
          <Field label="" error={error('lateAnyway')}>
            {({ id, 'aria-describedby': describedBy }) => (
              <Checkbox
                id={id}
                aria-describedby={describedBy}
                checked={values.lateAnyway}
                onChange={(event) => change({ lateAnyway: event.target.checked })}
              >
                {words.late}
              </Checkbox>
            )}
          </Field>
        </div>
      )}
    </Dialog>
  );
}

/** The last day for an objection and how many days are left. */
function Limit({ assignment, today }: { assignment: AssignmentView; today: string }) {
  const due = assignment.objectionDue;
  if (!due) return null;
  const days = daysUntil(due, today);
  return (
    <p className="pane-warn figures">
      {words.limit(due)}
      <strong>{days < 0 ? words.past : words.left(days)}</strong>
    </p>
  );
}
