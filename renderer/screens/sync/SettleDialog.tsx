import type { OutboxItem } from '../../../contract/sync.ts';
import { desk } from '../../app/bridge.ts';
import { syncText as words } from '../../text/sync.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';

interface Props {
  item: OutboxItem;
  onClose(): void;
  onDone(): void;
}

/** A person says how a refused item was dealt with; the item itself stays readable. */
export function SettleDialog({ item, onClose, onDone }: Props) {
  const settle = useCommand((commandId, note: string) =>
    desk.sync.settle({ commandId, eventId: item.eventId, note }),
  );
  const fields = useFields(
    { note: '' },
    { labels: { note: words.settleNote }, required: ['note'] },
    settle.errors,
  );
  const save = async () => {
    const read = fields.read();
    if (read && (await settle.run(read.note))) onDone();
  };
  return (
    <Dialog
      title={words.settleTitle}
      onClose={onClose}
      onSave={save}
      saveLabel={words.settleSave}
      busy={settle.busy}
      error={settle.error}
    >
      <p className="panel-note">{item.text}</p>
      <div className="form-grid">
        <TextField
          label={words.settleNote}
          required
          rows={3}
          maxLength={500}
          value={fields.values.note}
          onChange={(note) => fields.change({ note })}
          error={fields.error('note')}
          hint={words.settleHint}
        />
      </div>
    </Dialog>
  );
}
