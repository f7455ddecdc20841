import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { TERMINATION_NAMES, type TerminationGround } from '../../../../domain/codes/ending.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.terminate;
type Input = Omit<InputOf<DeskContract['handling']['terminate']>, 'commandId'>;

/** 撤回, 终结 by a leader: why the case ends without a decision on the matter. */
export function TerminatePanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const command = useCommand((commandId, input: Input) => desk.handling.terminate({ commandId, ...input }));
  const fields = useFields(
    () => ({ ground: '' as TerminationGround | '', terminatedOn: today as string, note: '' }),
    {
      labels: { ...words, note: words.detail },
      required: ['ground', 'terminatedOn', 'note'],
      dates: ['terminatedOn'],
    },
    command.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read?.ground) return;
    const { ground, ...rest } = read;
    const done = await command.run({ caseId: view.row.caseId, ground, ...rest });
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
        <PickField<TerminationGround>
          autoFocus
          label={words.ground}
          required
          value={values.ground}
          words={TERMINATION_NAMES}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        <DateField
          label={words.terminatedOn}
          required
          value={values.terminatedOn}
          onChange={(terminatedOn) => change({ terminatedOn })}
          error={error('terminatedOn')}
        />
        <TextField
          label={words.detail}
          required
          rows={3}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
          hint={words.detailHint}
        />
      </div>
    </Dialog>
  );
}
