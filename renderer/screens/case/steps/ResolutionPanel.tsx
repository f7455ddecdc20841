import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.resolution;
type Input = Omit<InputOf<DeskContract['handling']['recordResolution']>, 'commandId'>;

/** 化解, beside 办结. */
export function ResolutionPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const command = useCommand((commandId, input: Input) =>
    desk.handling.recordResolution({ commandId, ...input }),
  );
  const fields = useFields<Omit<Input, 'caseId'>>(
    () => ({ resolution: 'solved', recordedOn: today, note: '' }),
    {
      labels: { recordedOn: words.recordedOn, note: words.detail },
      required: ['recordedOn', 'note'],
      dates: ['recordedOn'],
    },
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
        <ChooseField
          autoFocus
          label={words.resolution}
          required
          value={values.resolution}
          words={words.resolutions}
          onChange={(resolution) => change({ resolution })}
          error={error('resolution')}
        />
        <DateField
          label={words.recordedOn}
          required
          value={values.recordedOn}
          onChange={(recordedOn) => change({ recordedOn })}
          error={error('recordedOn')}
        />
        <TextField
          label={words.detail}
          required
          rows={3}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
        />
      </div>
    </Dialog>
  );
}
