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

/** 拆分: a line a part. */
export function SplitPanel({ view, onClose, onDone }: PanelProps) {
  const words = partsText.split;
  const today = useToday();
  const command = useCommand((commandId, input: Omit<InputOf<DeskContract['parts']['split']>, 'commandId'>) =>
    desk.parts.split({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ titles: '', splitOn: today as string, reason: '' }),
    { labels: words, required: ['titles', 'splitOn', 'reason'], dates: ['splitOn'] },
    command.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const titles = read.titles.split('\n').map((title) => title.trim());
    const done = await command.run({
      ...{ caseId: view.row.caseId, ...read },
      titles: titles.filter((title) => title !== ''),
    });
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
          label={words.titles}
          required
          rows={4}
          maxLength={2000}
          value={values.titles}
          onChange={(titles) => change({ titles })}
          error={error('titles')}
          hint={words.titlesHint}
        />
        <DateField
          label={words.splitOn}
          required
          value={values.splitOn}
          onChange={(splitOn) => change({ splitOn })}
          error={error('splitOn')}
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
