import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { partsText } from '../../../text/parts.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

/** 要求补正: what is missing; the clocks run on. */
export function RequestSupplementPanel({ view, onClose, onDone }: PanelProps) {
  const words = partsText.requestSupplement;
  const today = useToday();
  const command = useCommand(
    (commandId, input: Omit<InputOf<DeskContract['handling']['requestSupplement']>, 'commandId'>) =>
      desk.handling.requestSupplement({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ materials: '', requestedOn: today as string, wantedBy: '' }),
    { labels: words, required: ['materials', 'requestedOn'], dates: ['requestedOn', 'wantedBy'] },
    command.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { wantedBy, ...rest } = read;
    const done = await command.run({ caseId: view.row.caseId, ...rest, ...(wantedBy && { wantedBy }) });
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
          label={words.materials}
          required
          rows={3}
          maxLength={2000}
          value={values.materials}
          onChange={(materials) => change({ materials })}
          error={error('materials')}
        />
        <DateField
          label={words.requestedOn}
          required
          value={values.requestedOn}
          onChange={(requestedOn) => change({ requestedOn })}
          error={error('requestedOn')}
        />
        <DateField
          label={words.wantedBy}
          value={values.wantedBy}
          onChange={(wantedBy) => change({ wantedBy })}
          error={error('wantedBy')}
        />
      </div>
    </Dialog>
  );
}

/** 收到补正: what came, and whether it is all. */
export function ReceiveSupplementPanel({ view, onClose, onDone }: PanelProps) {
  const words = partsText.receiveSupplement;
  const today = useToday();
  const command = useCommand(
    (commandId, input: Omit<InputOf<DeskContract['handling']['receiveSupplement']>, 'commandId'>) =>
      desk.handling.receiveSupplement({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ complete: 'yes' as 'yes' | 'no', receivedOn: today as string, note: '' }),
    {
      labels: { receivedOn: words.receivedOn, note: words.detail },
      required: ['receivedOn', 'note'],
      dates: ['receivedOn'],
    },
    command.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { complete, ...rest } = read;
    const done = await command.run({ caseId: view.row.caseId, ...rest, complete: complete === 'yes' });
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
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.complete}
          required
          value={values.complete}
          words={words.completes}
          onChange={(complete) => change({ complete })}
          error={error('complete')}
        />
        <DateField
          label={words.receivedOn}
          required
          value={values.receivedOn}
          onChange={(receivedOn) => change({ receivedOn })}
          error={error('receivedOn')}
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
