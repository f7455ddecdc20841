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

const words = stepText.transfer;
type Input = Omit<InputOf<DeskContract['handling']['transferOut']>, 'commandId'>;

/** 转送 to the organ that may decide; letter and notice of whereabouts are made together. */
export function TransferPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const transfer = useCommand((commandId, input: Input) =>
    desk.handling.transferOut({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ transferredOn: today as string, toName: '', toPhone: '', basis: words.basisDefault as string }),
    { labels: words, required: ['transferredOn', 'toName', 'basis'], dates: ['transferredOn'] },
    transfer.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    const done = read && (await transfer.run({ caseId: view.row.caseId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={transfer.busy}
      error={transfer.error}
      width={46}
    >
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          label={words.toName}
          required
          maxLength={100}
          value={values.toName}
          onChange={(toName) => change({ toName })}
          error={error('toName')}
          hint={words.toNameHint}
        />
        <TextField
          label={words.toPhone}
          maxLength={40}
          value={values.toPhone}
          onChange={(toPhone) => change({ toPhone })}
          error={error('toPhone')}
        />
        <DateField
          label={words.transferredOn}
          required
          value={values.transferredOn}
          onChange={(transferredOn) => change({ transferredOn })}
          error={error('transferredOn')}
        />
        <TextField
          label={words.basis}
          required
          rows={3}
          maxRows={8}
          maxLength={1000}
          value={values.basis}
          onChange={(basis) => change({ basis })}
          error={error('basis')}
          hint={words.basisHint}
        />
      </div>
    </Dialog>
  );
}
