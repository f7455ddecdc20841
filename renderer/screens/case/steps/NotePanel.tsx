import { desk } from '../../../app/bridge.ts';
import { stepText } from '../../../text/steps.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.note;

/** A remark in the history of the case. */
export function NotePanel({ view, onClose, onDone }: PanelProps) {
  const add = useCommand((commandId, text: string) =>
    desk.cases.addNote({ commandId, caseId: view.row.caseId, text }),
  );
  const fields = useFields({ text: '' }, { labels: words, required: ['text'] }, add.errors);
  const save = async () => {
    const read = fields.read();
    if (read && (await add.run(read.text))) onDone([]);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={add.busy}
      error={add.error}
    >
      <div className="form-grid">
        <TextField
          label={words.text}
          required
          rows={5}
          maxRows={12}
          maxLength={4000}
          value={fields.values.text}
          onChange={(text) => fields.change({ text })}
          error={fields.error('text')}
          hint={words.textHint}
        />
      </div>
    </Dialog>
  );
}
