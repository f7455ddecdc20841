import type { AssignmentView } from '../../../../contract/cases.ts';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.sign;
type Input = Omit<InputOf<DeskContract['assignments']['sign']>, 'commandId'>;
type Props = Pick<PanelProps, 'onClose' | 'onDone'> & { assignment: AssignmentView };

/** 签收 of what the bureau sent down; everything is filled in, one key does it. */
export function SignPanel({ assignment, onClose, onDone }: Props) {
  const today = useToday();
  const sign = useCommand((commandId, input: Input) => desk.assignments.sign({ commandId, ...input }));
  const fields = useFields(
    () => ({ signedOn: today as string }),
    { labels: words, required: ['signedOn'], dates: ['signedOn'] },
    sign.errors,
  );
  const save = async () => {
    const read = fields.read();
    const { caseId, assignmentId } = assignment;
    const done = read && (await sign.run({ caseId, assignmentId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={sign.busy}
      error={sign.error}
      focusSave
    >
      <p className="panel-title">{assignment.title}</p>
      <p className="panel-note">{words.note(assignment.reportDue ?? '')}</p>
      <div className="form-grid">
        <DateField
          label={words.signedOn}
          required
          value={fields.values.signedOn}
          onChange={(signedOn) => fields.change({ signedOn })}
          error={fields.error('signedOn')}
        />
      </div>
    </Dialog>
  );
}
