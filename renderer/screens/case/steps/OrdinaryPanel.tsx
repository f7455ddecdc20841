import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.ordinary;
type Input = Omit<InputOf<DeskContract['handling']['resumeOrdinary']>, 'commandId'>;

/** Back from 简易办理 to the ordinary procedure. */
export function OrdinaryPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const command = useCommand((commandId, input: Input) =>
    desk.handling.resumeOrdinary({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ resumedOn: today as string, reason: '' }),
    { labels: words, required: ['resumedOn', 'reason'], dates: ['resumedOn'] },
    command.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    const done = read && (await command.run({ caseId: view.row.caseId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={command.busy}
      error={command.error}
    >
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
        <DateField
          label={words.resumedOn}
          required
          value={values.resumedOn}
          onChange={(resumedOn) => change({ resumedOn })}
          error={error('resumedOn')}
        />
      </div>
    </Dialog>
  );
}
