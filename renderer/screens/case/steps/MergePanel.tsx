import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { partsText } from '../../../text/parts.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

/** 并案 into the earlier case, by its number. */
export function MergePanel({ view, onClose, onDone }: PanelProps) {
  const words = partsText.merge;
  const today = useToday();
  const command = useCommand((commandId, input: Omit<InputOf<DeskContract['parts']['merge']>, 'commandId'>) =>
    desk.parts.merge({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ intoNumber: '', mergedOn: today as string, reason: '' }),
    { labels: words, required: ['intoNumber', 'mergedOn', 'reason'], dates: ['mergedOn'] },
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
          label={words.intoNumber}
          required
          maxLength={60}
          value={values.intoNumber}
          onChange={(intoNumber) => change({ intoNumber })}
          error={error('intoNumber')}
        />
        <DateField
          label={words.mergedOn}
          required
          value={values.mergedOn}
          onChange={(mergedOn) => change({ mergedOn })}
          error={error('mergedOn')}
        />
        <TextField
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
      </div>
    </Dialog>
  );
}
