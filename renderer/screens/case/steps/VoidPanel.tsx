import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { VOID_NAMES, type VoidGround } from '../../../../domain/codes/ending.ts';
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

const words = stepText.void;
type Input = Omit<InputOf<DeskContract['handling']['voidRegistration']>, 'commandId'>;

/** 作废 by a leader, with the reason; the case stays readable. */
export function VoidPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const command = useCommand((commandId, input: Input) =>
    desk.handling.voidRegistration({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ ground: '' as VoidGround | '', voidedOn: today as string, reason: '' }),
    { labels: words, required: ['ground', 'voidedOn', 'reason'], dates: ['voidedOn'] },
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
        <PickField<VoidGround>
          autoFocus
          label={words.ground}
          required
          value={values.ground}
          words={VOID_NAMES}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        <DateField
          label={words.voidedOn}
          required
          value={values.voidedOn}
          onChange={(voidedOn) => change({ voidedOn })}
          error={error('voidedOn')}
        />
        <TextField
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
          hint={words.reasonHint}
        />
      </div>
    </Dialog>
  );
}
